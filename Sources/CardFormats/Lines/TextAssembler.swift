/// From the characters of a reader in keyboard or serial mode to swipes or scans: one line each, ended by a terminator or by silence.
///
/// Instants are durations since any fixed moment and never decrease; the caller has the clock.
struct TextAssembler: ~Copyable {
    /// What such a reader reads. It is told, not guessed: a scanner may well read a code that looks like a track.
    enum Reader: Hashable {
        case msr
        case scanner
        /// Whatever the text looks like; for somebody who has bytes and no device.
        case either
    }

    /// Characters of a swipe, at most: three tracks, and behind them the fields of a MagneSafe reader with cipher text in hexadecimal, rounded up.
    private static let longestSwipe = 2048

    private let reader: Reader
    private let terms: TextTerms
    private let judge: SwipeJudge
    private var line: SensitiveBytes
    private var isSkipping = false
    private var since = Duration.zero

    init(_ reader: Reader, terms: TextTerms, ranges: CardRanges) {
        self.reader = reader
        self.terms = terms
        judge = SwipeJudge(rule: CardRule(ranges: ranges))
        line = SensitiveBytes(capacity: reader == .msr ? Self.longestSwipe : ScanAssembler.longestScan)
    }

    /// When what has begun is over; nil while nothing has.
    var deadline: Duration? { line.count > 0 || isSkipping ? since + terms.silence : nil }

    /// Whether nothing of any text remains.
    var isWiped: Bool { line.isZero }

    /// Takes a character. Zeros are idle bytes of the line, not text.
    mutating func receive(_ character: UInt8, at instant: Duration) -> DecodedEvent? {
        guard character != 0 else { return nil }
        since = instant
        let isTerminator = TextTerms.terminators.contains(character)
        if isTerminator, !terms.hasLineEndPerTrack { return end() }
        guard !isSkipping, !isTerminator || line.count > 0 else { return nil }
        guard !line.append(character) else { return nil }
        line.wipe()
        isSkipping = true
        return reader == .msr ? .msr(.retry(.cutOff)) : .scanner(.fault(.scanTooLong(limit: ScanAssembler.longestScan)))
    }

    /// Ends a text that nothing has followed for as long as the terms say.
    mutating func expire(at instant: Duration) -> DecodedEvent? {
        guard let deadline, instant > deadline else { return nil }
        return end()
    }

    /// Ends what has begun, when nothing will follow.
    mutating func finish() -> DecodedEvent? { end() }

    private mutating func end() -> DecodedEvent? {
        defer { line.wipe() }
        guard !isSkipping, line.count > 0 else {
            isSkipping = false
            return nil
        }
        let (reader, terms, judge) = (reader, terms, judge)
        return line.withSpan { TextLine(reader: reader, terms: terms, judge: judge).event($0) }
    }
}

/// What one whole line of text says.
private struct TextLine {
    let reader: TextAssembler.Reader
    let terms: TextTerms
    let judge: SwipeJudge

    private static let startOfText: UInt8 = 0x02

    func event(_ line: Span<UInt8>) -> DecodedEvent? {
        var (start, end) = (0, line.count)
        while terms.hasLineEndPerTrack, end > start, TextTerms.terminators.contains(line[end - 1]) { end -= 1 }
        let isFramed = terms.prefix.first != Self.startOfText && start < end && line[start] == Self.startOfText
        if isFramed { start += 1 }
        let isWhole = line.holds(terms.prefix, at: start, before: end) && line.holds(terms.suffix, at: end - terms.suffix.count, before: end)
        start += terms.prefix.count
        end -= terms.suffix.count
        let isSwipe = reader == .msr || reader == .either && start < end && TrackLine.isLikely(line.extracting(start..<end))
        guard isWhole, start <= end else { return isSwipe ? .msr(.retry(.cutOff)) : .scanner(.retry(.cutOff)) }
        let text = line.extracting(start..<end)
        return isSwipe ? .msr(swipe(text)) : .scanner(scan(text))
    }

    private func swipe(_ text: Span<UInt8>) -> SwipeResult {
        guard let line = TrackLine(text) else { return .retry(.cutOff) }
        return line.isEncrypting ? .refused(.encryptingReader) : judge.judge(line.tracks, in: text, isLicence: false)
    }

    private func scan(_ text: Span<UInt8>) -> ScanResult {
        let aim = terms.sendsIdentifier ? identifier(of: text) : nil
        let data = aim == nil ? text : text.extracting(3..<text.count)
        return data.count == 0 ? .retry(.empty) : ScanText.result(data, aim: aim, rule: judge.rule)
    }

    private func identifier(of text: Span<UInt8>) -> String? {
        guard text.count >= 3, text[0] == UInt8(ascii: "]"), (0x21...0x7E).contains(text[1]), (0x21...0x7E).contains(text[2]) else { return nil }
        return String(String.UnicodeScalarView((0..<3).map { Unicode.Scalar(text[$0]) }))
    }
}

extension Span<UInt8> {
    /// Whether `bytes` stand at `start` and end at `end` or before.
    fileprivate func holds(_ bytes: [UInt8], at start: Int, before end: Int) -> Bool {
        start >= 0 && start + bytes.count <= end && bytes.indices.allSatisfy { self[start + $0] == bytes[$0] }
    }
}
