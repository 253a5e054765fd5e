public import Foundation

/// Where faces are looked up by name: the shop's own folder first, then the shipped ones.
///
/// A front is `PROGRAMME.TIER.svg`, a back `PROGRAMME.back.svg`. A club or tier without one gets the house's: `house.1.svg` for the lowest tier to
/// `house.4.svg` for the highest, `house.back.svg`. For a language that runs right to left, a file named `….rtl.svg` comes before the one it mirrors.
public struct FaceShelf: Sendable {
    /// The faces in the binary.
    public static let shipped = FaceShelf()

    /// The steps of the house's ladder.
    static let houseSteps = 4

    private let folder: URL?

    /// The shipped faces, and before them those of a folder.
    public init(folder: URL? = nil) {
        self.folder = folder
    }

    /// The names of the shipped faces, without `.svg`.
    public static var names: [String] { embedded.keys.sorted() }

    /// The front of a club's tier; `rank` chooses among the house's where the club has none of its own.
    public func front(programme: String, tier: String, rank: TierRank, language: CardLanguage) -> CardFace {
        face("\(programme).\(tier)", language) ?? houseFront(rank: rank, language)
    }

    /// The back of a club's cards.
    public func back(programme: String, language: CardLanguage) -> CardFace {
        face("\(programme).back", language) ?? face("house.back", language) ?? Self.missing
    }

    /// The house's front for a rank.
    func houseFront(rank: TierRank, _ language: CardLanguage = CardLanguage("")) -> CardFace {
        face("house.\(rank.scaled(to: Self.houseSteps))", language) ?? Self.missing
    }

    private func face(_ name: String, _ language: CardLanguage) -> CardFace? {
        // A name is one file in the folder, whatever a table calls its club.
        guard !name.contains("/"), !name.contains("\0") else { return nil }
        for name in language.isRightToLeft ? [name + ".rtl", name] : [name] {
            if let path = folder?.appending(path: name + ".svg").path, let data = FileManager.default.contents(atPath: path) {
                return CardFace(name: path, bytes: Array(data))
            }
            if let bytes = Self.embedded[name] { return CardFace(name: name + ".svg", bytes: bytes) }
        }
        return nil
    }

    /// No face at all: reading it is a fault that says so.
    private static let missing = CardFace(name: "house.svg", bytes: [])
}
