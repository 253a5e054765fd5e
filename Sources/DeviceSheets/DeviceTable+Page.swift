internal import USBContract

extension DeviceTable {
    /// The README's tables in Markdown: the families that are driven, then what is not driven and the way out.
    public var page: String {
        let driven = sheets.filter { $0.rows.contains(where: \.isDriven) }
        let families = driven.map { sheet in
            row(["[\(sheet.family)](\(sheet.path))", lines(sheet.rows.filter(\.isDriven).map(\.name)), lines(sheet.can), lines(sheet.cannot)])
        }
        let others = rows.compactMap { device in
            if case .none(let reason, let wayOut) = device.driver { row([device.name, reason, wayOut]) } else { nil }
        }
        return
            (["| Family | Devices | Can | Cannot |", "|---|---|---|---|"] + families + ["", "| Not driven | Why | Way out |", "|---|---|---|"] + others)
            .joined(separator: "\n") + "\n"
    }

    private func row(_ cells: [String]) -> String { "| " + cells.map { $0.replacing("|", with: "\\|") }.joined(separator: " | ") + " |" }

    private func lines(_ items: [String]) -> String { items.joined(separator: "<br>") }
}

extension DeviceRow {
    fileprivate var name: String {
        switch match {
        case .product(let id): "\(model) `\(id)`"
        case .maker(let maker): "any \(model) `\(String(UInt32(maker) + 0x10000, radix: 16).dropFirst()):…`"
        case .printerClass: "any \(model)"
        }
    }
}
