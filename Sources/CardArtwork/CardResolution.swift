/// How many dots a card is drawn with.
public struct CardResolution: Sendable, Hashable {
    /// Dots per millimetre.
    public let dotsPerMillimetre: Double

    /// An ID-1 card (CR80, ISO/IEC 7810), in millimetres.
    static let cardWidth = 85.60
    static let cardHeight = 53.98

    /// 8 dots per millimetre, which the trade calls 203 dpi: 685 × 432 dots.
    public static let dpi203 = CardResolution(dotsPerMillimetre: 8)
    /// 300 dpi: 1011 × 638 dots.
    public static let dpi300 = CardResolution(dotsPerMillimetre: 300 / 25.4)
    /// 600 dpi, for office printers: 2022 × 1275 dots.
    public static let dpi600 = CardResolution(dotsPerMillimetre: 600 / 25.4)

    /// The resolution of a head, 150…600 dpi; nothing outside. Heads called 203 dpi have 8 dots per millimetre.
    public init?(dotsPerInch: Int) {
        guard 150...600 ~= dotsPerInch else { return nil }
        self.init(dotsPerMillimetre: dotsPerInch == 203 ? 8 : Double(dotsPerInch) / 25.4)
    }

    init(dotsPerMillimetre: Double) {
        self.dotsPerMillimetre = dotsPerMillimetre
    }

    /// The card's longer side in dots, rounded to the nearest.
    public var width: Int { dots(Self.cardWidth) }
    /// The card's shorter side in dots, rounded to the nearest.
    public var height: Int { dots(Self.cardHeight) }

    /// A length in dots, rounded to the nearest.
    func dots(_ millimetres: Double) -> Int { Int((millimetres * dotsPerMillimetre).rounded()) }

    /// A line's thickness in dots, at least 2: a single dot is lost on worn heads.
    func line(_ millimetres: Double) -> Int { max(2, dots(millimetres)) }
}
