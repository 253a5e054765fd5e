/// The payload of an ID TECH frame: `[card encode type][track status][T1 length][T2][T3]`, in the enhanced format `[clear data sent][encrypted data sent]`, then
/// the tracks one behind the other.
///
/// Source: ID TECH SecureMag manual, “Card encode type” (8x enhanced, 0x original; x as in the structured report) and “Track status” (bits 0 to 2 decoded, 3 to 5 the
/// head has found something); SREDKey2 manual, page 23. A reader that encrypts sends what it encrypts beside or instead of the clear data: then nothing of the frame is used.
struct SwipeFrame {
    let judge: SwipeJudge

    private static let enhanced: UInt8 = 0x80
    private static let rawEncoding: UInt8 = 4
    /// Encrypted tracks 1 to 3 and their hashes.
    private static let encryptedParts: UInt8 = 0b0011_1111
    /// Line ends that may stand behind the tracks, in all.
    private static let separators = 6

    func decode(_ payload: Span<UInt8>) -> SwipeResult {
        let isEnhanced = payload.count > 0 && payload[0] & Self.enhanced != 0
        let head = isEnhanced ? 7 : 5
        guard payload.count >= head else { return .retry(.cutOff) }
        if isEnhanced, payload[6] & Self.encryptedParts != 0 { return .refused(.encryptingReader) }
        let sent = isEnhanced ? payload[5] : 0b111
        let lengths = (0..<3).map { sent >> UInt8($0) & 1 == 1 ? Int(payload[2 + $0]) : 0 }
        if !isEnhanced, payload.count > head + lengths.reduce(0, +) + Self.separators { return .refused(.encryptingReader) }
        let places = tracks(in: payload, from: head, lengths)
        let encoding = payload[0] & 0x0F
        return encoding == Self.rawEncoding
            ? judge.judgeRaw(places, in: payload) : judge.judge(places, in: payload, isLicence: Int(encoding) == SwipeJudge.licenceEncoding)
    }

    private func tracks(in payload: Span<UInt8>, from head: Int, _ lengths: [Int]) -> [TrackPlace] {
        let status = payload[1]
        var start = head
        return TrackNumber.allCases.enumerated().map { index, number in
            let length = lengths[index]
            while length > 0, start < payload.count, payload[start] == 0x0D || payload[start] == 0x0A { start += 1 }
            defer { start = min(start + length, payload.count) }
            let isFound = status >> UInt8(3 + index) & 1 == 1
            let isDecoded = status >> UInt8(index) & 1 == 1
            return TrackPlace(number: number, isTorn: isFound && !isDecoded, start: start, length: length, room: payload.count - start)
        }
    }
}
