public import LoyaltyModel
public import LoyaltyRules
internal import LoyaltySeals
public import TableReading

/// From a club's published table and its owner's settings, both YAML, to the programme.
public enum ProgramTables {
    /// The names of the tables inside the binary.
    public static var shipped: [String] { TableText.embedded.keys.filter { !$0.contains(".") }.sorted() }

    /// A programme by the names of its files: each a shipped one's, such as `km` or `sh.example`, or a path.
    public static func load(_ table: String, settings: String? = nil) throws(TableFaults) -> Programme {
        let owners: TableText? = if let settings { try TableText(settings) } else { nil }
        return try load(TableText(table), settings: owners)
    }

    /// A programme from its texts. A figure that stays unknown is no fault: it is listed in `missing`.
    public static func load(_ table: TableText, settings: TableText? = nil) throws(TableFaults) -> Programme {
        try read(table, settings: settings).programme
    }

    /// A programme that is new where others have been in force: it may not come into force before the last of them, `before` (SA-10), and not after `today`
    /// in its own calendar.
    public static func load(
        _ table: TableText, settings: TableText? = nil, following before: Day?, on today: (Programme) -> Day
    ) throws(TableFaults) -> Programme {
        let (programme, effective) = try read(table, settings: settings)
        if let before, programme.effective.map({ $0 < before }) ?? true {
            effective?.note(.versionsOutOfOrder, belongs: "\(before) or a later day: a table that is in force from then on is live here already")
        } else if let day = programme.effective, day > today(programme) {
            effective?.note(.versionsOutOfOrder, belongs: "a day that has come: until \(day) the table before is in force")
        }
        if let faults = effective?.log.inOrder, !faults.isEmpty { throw TableFaults(faults) }
        return programme
    }

    private static func read(_ table: TableText, settings: TableText?) throws(TableFaults) -> (programme: Programme, effective: Field?) {
        let owners = if let settings { try SettingsReader(settings) } else { SettingsReader() }
        let log = FaultLog(file: table.name)
        guard let root = Field(node: try TableNode(yaml: table), path: "", log: log).map("a table, beginning with club:") else {
            throw TableFaults(log.inOrder)
        }
        let reader = TableReader(root: root, settings: owners)
        let digest = ContentDigest.hex(of: "\(table.text)\u{0}\(settings?.text ?? "")").prefix(8)
        let day = reader.head.effective?.description ?? "undated"
        let programme = reader.programme(version: ProgrammeVersion("\(reader.head.id) \(day) \(digest)"))
        root.finish()
        owners.finish()
        let faults = log.inOrder + owners.log.inOrder
        guard faults.isEmpty, let programme else { throw TableFaults(faults) }
        return (programme, root.optional("effective"))
    }
}
