import CardFormats

/// A decoder as a function of any bytes, for random inputs, kept ones and libFuzzer's.
public enum FuzzTarget: String, Sendable, CaseIterable {
    /// A report descriptor, then reports for whatever it describes.
    case descriptor
    /// Transfers of HID readers with known descriptors.
    case report
    /// ID TECH frames over reports.
    case frames
    /// Reports of keyboards.
    case keys
    /// Characters over a serial line.
    case serial
    /// The bits of tracks.
    case bits
    /// Packets of a stripe writer.
    case writer

    /// The promise that the decoders break with this input; nil where they keep all of them. Crashing and hanging are the harness's to see.
    public func brokenPromise(_ input: [UInt8]) -> String? {
        switch self {
        case .descriptor: brokenByDescriptor(input)
        case .bits: brokenByBits(input)
        case .report, .frames, .keys, .serial, .writer: brokenByTransfers(input)
        }
    }

    /// The first byte chooses a decoder; then transfers, each led by its length and the pause before it in units of 10 ms.
    private func brokenByTransfers(_ input: [UInt8]) -> String? {
        guard let choice = input.first, var trial = try? Trial(self, choice: Int(choice)) else { return nil }
        var index = 1
        var instant = Duration.zero
        while index + 2 <= input.count {
            let count = trial.isWhole(Int(input[index])) ?? Int(input[index])
            instant += .milliseconds(10 * Int(input[index + 1]))
            let transfer = Array(input[(index + 2)...].prefix(count))
            index += 2 + transfer.count
            if let broken = trial.receive(transfer, at: instant) { return broken }
        }
        return trial.finish()
    }

    private func brokenByDescriptor(_ input: [UInt8]) -> String? {
        guard let descriptor = try? HIDReportDescriptor(input) else { return nil }
        for field in descriptor.fields where field.count <= 0 || field.bitSize <= 0 { return "a field without bits" }
        let report = Array(input.reversed())
        for field in descriptor.fields {
            _ = field.value(at: field.count - 1, in: report.span)
            _ = field.isOn(HIDUsage(0x8C, 0xFF), in: report.span)
        }
        if let trigger = ScannerTrigger(descriptor) {
            let bytes = trigger.report(preventingRead: true, .errorBeep)
            if bytes.count != descriptor.byteCount(of: trigger.kind, id: trigger.reportID) { return "a trigger report of another length" }
        }
        let ids = descriptor.reportIDs(of: .input)
        for speech in [ReaderDecoder.Speech.reports, .frames, .keys(TextTerms())] {
            guard var decoder = try? ReaderDecoder(speech, descriptor: descriptor) else { continue }
            for id in ids {
                var transfer = Array(report.prefix(descriptor.byteCount(of: .input, id: id) ?? 0))
                if descriptor.usesReportIDs, !transfer.isEmpty { transfer[0] = id }
                for event in decoder.receive(transfer) where !event.keepsItsPromises { return "an event that shows too much" }
            }
            _ = decoder.finish()
        }
        return nil
    }

    private func brokenByBits(_ input: [UInt8]) -> String? {
        guard let choice = input.first, let track = TrackNumber(rawValue: Int(choice) % 3 + 1) else { return nil }
        guard let text = try? RawTrack.text(ofPacked: Array(input.dropFirst()), on: track) else { return nil }
        guard text.utf8.count < track.format.capacity, text.utf8.first == track.format.start, text.utf8.last == track.format.end else { return "not a track" }
        return RawTrack.characters(of: text, on: track) == nil && text.utf8.dropFirst().dropLast().contains(track.format.end) ? "an end within" : nil
    }
}

/// A decoder under trial.
private struct Trial: ~Copyable {
    private var decoder: ReaderDecoder
    private let lengths: [Int]
    private var received = 0
    private var events = 0

    init(_ target: FuzzTarget, choice: Int) throws {
        let hexes = FuzzDescriptors.all
        let descriptor = try HIDReportDescriptor(HexText.bytes(hexes[choice % hexes.count]))
        let keyboards = FuzzDescriptors.keyboards
        let terms = FuzzDescriptors.terms[choice % FuzzDescriptors.terms.count]
        let reader: ReportDecoder.Reader? = [.msr, .scanner, nil][choice % 3]
        switch target {
        case .report: decoder = try ReaderDecoder(.reports, descriptor: descriptor)
        case .frames: decoder = try ReaderDecoder(.frames, descriptor: HIDReportDescriptor(HexText.bytes(FuzzDescriptors.frames)))
        case .keys:
            let keyboard = try keyboards[choice % keyboards.count].map { try HIDReportDescriptor(HexText.bytes($0)) }
            decoder = try ReaderDecoder(.keys(terms), reader: reader, descriptor: keyboard)
        case .serial: decoder = try ReaderDecoder(.serial(terms), reader: reader)
        case .writer, .descriptor, .bits: decoder = try ReaderDecoder(.writer)
        }
        lengths = target == .report ? descriptor.reportIDs(of: .input).compactMap { descriptor.byteCount(of: .input, id: $0) } : []
    }

    /// A length of 255 stands for a whole report.
    func isWhole(_ length: Int) -> Int? { length == 255 ? lengths.first : nil }

    mutating func receive(_ transfer: [UInt8], at instant: Duration) -> String? {
        received += transfer.count
        return check(decoder.receive(transfer, at: instant))
    }

    mutating func finish() -> String? {
        // A report that has begun and a frame that has begun end each at its own time.
        for _ in 0..<2 {
            guard let deadline = decoder.deadline else { break }
            if let broken = check(decoder.expire(at: deadline + .milliseconds(1))) { return broken }
        }
        if decoder.deadline != nil { return "a deadline that passes without an end" }
        return check(decoder.finish())
    }

    private mutating func check(_ new: [DecodedEvent]) -> String? {
        events += new.count
        if events > 8 * received + 8 { return "more events than bytes can say" }
        return new.allSatisfy(\.keepsItsPromises) ? nil : "an event that shows too much"
    }
}

extension DecodedEvent {
    /// Whether no number that is not an own card's can be seen, and no digit at all in what is refused.
    fileprivate var keepsItsPromises: Bool {
        switch self {
        case .msr(.ok(let card)):
            card.number != nil
                || card.tracks.values.allSatisfy { text in !text.split(whereSeparator: { !$0.isASCII || !$0.isNumber }).contains { $0.count > 4 } }
        case .msr(.refused(let refusal)), .scanner(.refused(let refusal)): !"\(refusal)".contains(where: \.isNumber)
        case .scanner, .msr: true
        }
    }
}
