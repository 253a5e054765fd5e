internal import TableReading

/// The owner's file: figures by their keys, answers under `choices`, and whether all of it is an example.
final class SettingsReader {
    let log: FaultLog
    let isExample: Bool
    private let club: Field?
    private let map: MapReader?
    private let choices: MapReader?
    private var published: Set<String> = []
    private var answers: Set<String> = []

    /// No settings.
    init() {
        log = FaultLog(file: "")
        isExample = false
        club = nil
        map = nil
        choices = nil
    }

    init(_ source: TableText) throws(TableFaults) {
        log = FaultLog(file: source.name)
        let root = Field(node: try TableNode(yaml: source), path: "", log: log)
        map = root.map("settings: a club, then a line for each figure")
        club = map?.required("settings", "the club they are for, such as sh")
        isExample = map?.optional("example")?.word(of: ["true", "false"]) == "true"
        choices = map?.optional("choices").flatMap { $0.map("a line for each question that is answered otherwise") }
    }

    /// Notes settings of another club.
    func check(club id: String) {
        if let club, let text = club.text("a club"), text != id { club.note(.otherClub, belongs: "settings: \(id)") }
    }

    /// The owner's figure under `key`.
    func figure(_ key: String) -> Field? { map?.optional(key) }

    /// A figure that the table publishes: no setting changes it.
    func publish(_ key: String) { published.insert(key) }

    /// The owner's answer under `key`.
    func answer(_ key: String) -> Field? {
        answers.insert(key)
        return choices?.optional(key)
    }

    /// Notes settings that nothing has asked for.
    func finish() {
        guard let map else { return }
        for (key, field) in map.all where published.contains(key) {
            _ = map.optional(key)
            field.note(.published, belongs: "nothing: the table publishes this figure, and settings fill only what is unknown there")
        }
        for (key, field) in map.all where answers.contains(key) {
            _ = map.optional(key)
            field.note(.unknownKey, belongs: "the line under choices:, for it answers a question", found: "“\(key)” among the figures")
        }
        map.finish()
        choices?.finish()
    }
}
