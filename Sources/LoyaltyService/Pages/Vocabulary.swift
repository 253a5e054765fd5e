import LoyaltyWording

/// What a page's scripts name of the catalogue: a page is sent no other labels.
struct Vocabulary: Sendable {
    /// Labels that scripts look up by what an answer says: kinds of no, and the tables' words for goods and their marks.
    private static let looked: Set<ScreenKey> = Set(
        ScreenKey.allCases.filter { key in
            [.retry, .refusal, .fault, .done].contains(key) || ["category", "flag"].contains { key.rawValue.hasPrefix($0) }
        })

    /// The labels.
    let labels: Set<ScreenKey>
    /// Whether the scripts name what devices have to say, and the same without the way out.
    let namesConditions: Bool
    let namesProblems: Bool

    /// What these scripts name. The script that all pages share hands everything on, and is not among them.
    init(shared: [UInt8], scripts: [[UInt8]]) {
        let own = Self.names(in: scripts.joined())
        let names = own.union(Self.names(in: shared))
        labels = Self.looked.union(ScreenKey.allCases.filter { names.contains($0.rawValue) })
        namesConditions = own.contains("conditions")
        namesProblems = own.contains("problems")
    }

    private static func names(in bytes: some Sequence<UInt8>) -> Set<String> {
        let isLetter = { (byte: UInt8) in (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20) }
        return Set(Array(bytes).split { !isLetter($0) }.map { String(decoding: $0, as: UTF8.self) })
    }
}
