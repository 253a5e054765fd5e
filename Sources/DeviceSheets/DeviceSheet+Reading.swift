internal import PointOfService
public import TableReading
internal import USBContract

extension DeviceSheet {
    /// Reads a sheet. Every fault names line and column, what stands there and what belongs there.
    public init(_ text: TableText) throws(TableFaults) {
        let log = FaultLog(file: text.name)
        let node = try TableNode(yaml: text)
        guard let root = Field(node: node, path: "", log: log).map("a device sheet, beginning with family:") else { throw TableFaults(log.inOrder) }
        let reader = SheetReader(root, sheet: text.name)
        let family = root.required("family", "what the devices have in common")?.text()
        let rows = reader.rows()
        let can = root.optional("can")?.list()?.compactMap { $0.text() } ?? []
        let cannot = root.optional("cannot")?.list()?.compactMap { $0.text() } ?? []
        let facts = root.optional("facts")?.list()?.compactMap { Fact($0) } ?? []
        root.finish()
        guard log.inOrder.isEmpty, let family else { throw TableFaults(log.inOrder) }
        self.init(path: text.name, family: family, rows: rows, can: can, cannot: cannot, facts: facts)
    }
}

extension DeviceSheet.Fact {
    /// `{ fact: …, value: … or unknown, source: … }`
    fileprivate init?(_ field: Field) {
        guard let map = field.map() else { return nil }
        let name = map.required("fact", "what it is about")?.text()
        let value = map.required("value", "what is known, or unknown")?.text()
        let source = map.optional("source")?.text()
        map.finish()
        guard let name, let value else { return nil }
        self.init(name: name, value: value == "unknown" ? nil : value, source: source)
    }
}
