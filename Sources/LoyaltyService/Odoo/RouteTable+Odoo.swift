extension RouteTable {
    /// What a point of sale of Odoo 15 to 19 asks of its hardware proxy; there only where the owner has named origins. ``OdooDoor`` decides who is answered.
    static let odoo: [Route] = [
        .get("/hw_proxy/hello", for: .anyone, { front, _ in front.odooHello() }),
        .post("/hw_proxy/handshake", for: .anyone, { try await $0.odooHandshake($1) }),
        .post("/hw_proxy/status_json", for: .anyone, { try await $0.odooStatus($1) }),
        .post("/hw_proxy/scanner", for: .anyone, { try await $0.odooScan($1) }),
        .post("/hw_proxy/default_printer_action", for: .anyone, { try await $0.refuseOdooPrint($1) }),
        .post("/hw_proxy/print_xml_receipt", for: .anyone, { try await $0.refuseOdooPrint($1) }),
        .post("/hw_drivers/event", for: .anyone, { try await $0.odooEvent($1) }),
        .post("/hw_drivers/action", for: .anyone, { try await $0.refuseOdooPrint($1) }),
    ]
}
