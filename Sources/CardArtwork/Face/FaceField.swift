/// What a box on a face is for. The raw value is the box's id in the SVG file.
public enum FaceField: String, Sendable, Hashable, CaseIterable, Codable {
    case programme, tier, rank, name, number, notice, terms, example, qr, code128

    /// What people call it.
    public var words: String {
        switch self {
        case .programme: "programme's name"
        case .tier: "tier's name"
        case .rank: "lozenges of the rank"
        case .name: "member's name"
        case .number: "card number"
        case .notice: "notice"
        case .terms: "terms"
        case .example: "example mark"
        case .qr: "QR code"
        case .code128: "barcode"
        }
    }

    /// Whether letters stand in it.
    var isText: Bool { code == nil && self != .rank }

    /// Whether its words are the face's own, in `<desc xml:lang="…">` inside the box.
    var isWordedByFace: Bool { self == .notice || self == .terms }

    /// Whether its content differs from card to card of one tier.
    var isPersonal: Bool { self == .name || self == .number || code != nil }

    /// The code that stands in it.
    var code: CodeSymbol.Kind? {
        switch self {
        case .qr: .qr
        case .code128: .code128
        default: nil
        }
    }
}
