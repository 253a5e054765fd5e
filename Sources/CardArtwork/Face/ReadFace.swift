/// A face that has been read: where its layers and boxes are.
struct ReadFace {
    let drawing: VectorDrawing
    let isDrawnRightToLeft: Bool
    /// The ids of the layers there are.
    var layers: [FaceLayer: String] = [:]
    var boxes: [FaceField: FaceBox] = [:]
    var isBack = false

    /// The boxes it cannot do without: who holds it and how it is read; a back says that the card is not transferable.
    var required: [FaceField] { isBack ? [.notice] : [.tier, .name, .number, .qr, .code128] }

    /// Whether a card of this language shows it mirrored.
    func isMirrored(for language: CardLanguage) -> Bool { language.isRightToLeft && !isDrawnRightToLeft }
}
