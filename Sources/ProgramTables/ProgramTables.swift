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
        let (programme, fields) = try read(table, settings: settings)
        if let before, programme.effective.map({ $0 < before }) ?? true {
            fields.effective?.note(.versionsOutOfOrder, belongs: "\(before) or a later day: a table that is in force from then on is live here already")
        } else if let day = programme.effective, day > today(programme) {
            fields.effective?.note(.versionsOutOfOrder, belongs: "a day that has come: until \(day) the table before is in force")
        }
        if let faults = fields.effective?.log.inOrder, !faults.isEmpty { throw TableFaults(faults) }
        return programme
    }

    /// The versions of a club's table with the settings of their time, the oldest first and the last in force. Each has to be of the same club and come into
    /// force after the one before it (SA-10).
    public static func book(_ versions: [(table: TableText, settings: TableText?)]) throws(TableFaults) -> ProgrammeBook {
        var earlier: [Programme] = []
        for version in versions {
            let (programme, fields) = try read(version.table, settings: version.settings)
            if let last = earlier.last {
                if programme.id != last.id { fields.club?.note(.otherClub, belongs: "club: \(last.id), as in the version before") }
                switch (last.effective, programme.effective) {
                case (let before?, let day?) where day > before: break
                case (let before?, _): fields.effective?.note(.versionsOutOfOrder, belongs: "a day after \(before), from which the version before is in force")
                case (nil, nil): fields.effective?.note(.versionsOutOfOrder, belongs: "a day: of several versions only the first may be without one")
                case (nil, _?): break
                }
            }
            if let faults = fields.effective?.log.inOrder, !faults.isEmpty { throw TableFaults(faults) }
            earlier.append(programme)
        }
        guard let current = earlier.popLast() else {
            throw TableFaults(file: "", kind: .unreadable, found: "no version of a table", belongs: "one table at least")
        }
        return ProgrammeBook(current: current, earlier: earlier)
    }

    private typealias VersionFields = (club: Field?, effective: Field?)

    private static func read(_ table: TableText, settings: TableText?) throws(TableFaults) -> (programme: Programme, fields: VersionFields) {
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
        return (programme, (root.optional("club"), root.optional("effective")))
    }
}
