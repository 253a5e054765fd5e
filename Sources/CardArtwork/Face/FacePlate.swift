import PrinterFormats

/// A face's drawing in dots, without a word on it: what every card of a tier has in common.
struct FacePlate {
    let resolution: CardResolution
    let isMirrored: Bool
    let bitmap: Bitmap
    let boxes: [FaceField: FaceBox]
    let isBack: Bool

    /// Draws the layers: art in dithered grey, kept off the paper, then ink.
    init(_ face: ReadFace, at resolution: CardResolution, mirrored: Bool) throws {
        self.resolution = resolution
        isMirrored = mirrored
        boxes = face.boxes
        isBack = face.isBack
        var bitmap = Bitmap(width: resolution.width, height: resolution.height)
        func layer(_ layer: FaceLayer) throws -> LayerPicture? {
            try face.layers[layer].map { try face.drawing.layer($0, at: resolution, mirrored: mirrored) }
        }
        if let art = try layer(.art) { bitmap = art.dithered }
        if let paper = try layer(.paper) { bitmap.clear(paper.dark) }
        if let ink = try layer(.ink) {
            bitmap.clear(ink.bright)
            bitmap.draw(ink.dark, x: 0, y: 0)
        }
        self.bitmap = bitmap
    }

    /// Where a box came to stand.
    func place(of field: FaceField) -> DotRectangle? { boxes[field]?.dots(at: resolution, mirrored: isMirrored) }
}

extension Bitmap {
    /// Makes white what is black in another picture of the same size: turned over once where it is black already, after making it so.
    fileprivate mutating func clear(_ other: Bitmap) {
        draw(other, x: 0, y: 0)
        toggle(other, x: 0, y: 0)
    }
}
