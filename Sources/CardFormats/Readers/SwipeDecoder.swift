/// From a card reader's report to what the swipe brought: an encrypting reader is refused, and bits are made into characters first.
struct SwipeDecoder {
    let layout: SwipeLayout
    let judge: SwipeJudge

    /// `report` is without its id.
    func decode(_ report: Span<UInt8>) -> SwipeResult {
        if case .fields(let fields) = layout, fields.isEncrypting(report) { return .refused(.encryptingReader) }
        let places = layout.tracks(in: report)
        if case .sequence(let sequence) = layout, sequence.isRaw(report) { return judge.judgeRaw(places, in: report) }
        return judge.judge(places, in: report, isLicence: layout.encodeType(in: report) == SwipeJudge.licenceEncoding)
    }
}
