/// From the reports of a reader in keyboard mode to the texts it types.
struct KeyboardAssembler: ~Copyable {
    private let layout: KeyboardLayout
    private var keys = KeyStream()
    private var text: TextAssembler

    /// By the descriptor where it describes a keyboard, else by the boot report.
    init(descriptor: HIDReportDescriptor?, _ text: consuming TextAssembler) {
        layout = descriptor.flatMap { KeyboardLayout($0) } ?? .boot
        self.text = text
    }

    var deadline: Duration? { text.deadline }
    var isWiped: Bool { text.isWiped }

    /// Takes one report. Those of other keys (volume, power) are passed over; one of the wrong length is a fault.
    mutating func receive(_ report: Span<UInt8>, at instant: Duration) -> [KeyboardStep] {
        guard report.count > 0, !layout.usesReportIDs || report[0] == layout.reportID else { return [] }
        guard report.count == layout.byteCount else { return [.fault(.reportLength(received: report.count, expected: layout.byteCount))] }
        guard let state = layout.state(in: report.extracting((layout.usesReportIDs ? 1 : 0)..<report.count)) else { return [] }
        var steps = text.expire(at: instant).map { [KeyboardStep.event($0)] } ?? []
        var typed = InlineArray<64, UInt8>(repeating: 0)
        var count = 0
        keys.receive(state) { character in
            guard count < 64 else { return }
            typed[count] = character
            count += 1
        }
        for index in 0..<count {
            if let event = text.receive(typed[index], at: instant) { steps.append(.event(event)) }
            typed[index] = 0
        }
        return steps
    }

    mutating func expire(at instant: Duration) -> DecodedEvent? { text.expire(at: instant) }

    mutating func finish() -> DecodedEvent? {
        keys.reset()
        return text.finish()
    }
}

/// What a keyboard's report came to.
enum KeyboardStep: Hashable {
    case event(DecodedEvent)
    case fault(ReaderFault)
}
