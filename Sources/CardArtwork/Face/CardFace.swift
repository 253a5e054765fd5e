/// A card's front or back as its designer drew it: an SVG file that any editor opens.
///
/// The page is an ID-1 card, 85.60 × 53.98 mm. What is drawn stands in layers, known by their `id` or, as Inkscape writes it, `inkscape:label`:
///
/// | layer | what becomes of it |
/// |---|---|
/// | `art` | grey, dithered to dots |
/// | `paper` | what is black here is kept clear of `art` |
/// | `ink` | black and white in full, from the half up; white covers the layers below. Lines of 0.25 mm (2 dots) or more |
/// | `fields` | not drawn: rectangles, each with the id of a ``FaceField``, in which MemberLane sets text and codes. `class="back"` on the layer: a card's back |
///
/// A text's box may carry `data-size` (the em wanted, in millimetres), `data-least` (the smallest em), `data-lines` (lines it may take) and a `class` of `bold`,
/// `white` (on a black ground), `top`, `center`, `end`. Where the words are the face's own (`notice`, `terms`), they stand inside the box in `<desc xml:lang="fa">`.
/// A code's box holds its quiet zone.
///
/// Direction: a face is drawn once, for left to right. On a card that runs right to left the whole drawing and every box are mirrored, texts and codes are
/// not. A face that must not be mirrored, because it shows letters, has a second file beside it, named `….rtl.svg`: that one is drawn as it will be seen.
public struct CardFace: Sendable {
    /// What faults call it: the path that was given, or a shipped one's file name.
    public let name: String
    /// The file.
    public let bytes: [UInt8]

    /// A face from the bytes of an SVG file.
    public init(name: String, bytes: [UInt8]) {
        self.name = name
        self.bytes = bytes
    }

    /// Whether the file is drawn for right to left and is not mirrored.
    var isDrawnRightToLeft: Bool { name.hasSuffix(".rtl.svg") }
}

extension CardFace: Hashable {
    /// The name and the length tell faces apart well enough to find one; equality reads the whole file.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(name)
        hasher.combine(bytes.count)
    }
}
