import PrinterFormats

/// A drawn card and where its parts came to stand, so that the parts can be checked.
struct CardDrawing: Sendable, Hashable {
    /// A text: its place, the ink it left, and whether it had to be cut.
    struct Text: Sendable, Hashable {
        let field: FaceField
        let box: DotRectangle
        let ink: DotRectangle
        let size: Int
        let lines: Int
        let isCut: Bool
    }

    /// A code: its dark part, its module in dots.
    struct Code: Sendable, Hashable {
        let kind: CodeSymbol.Kind
        let dark: DotRectangle
        let moduleDots: Int
    }

    var bitmap: Bitmap
    var texts: [Text] = []
    var codes: [Code] = []
}
