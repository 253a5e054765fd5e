import PrinterFormats

/// The works of a virtual printer: bytes in, replies and sheets out, one endpoint's packet at a time.
struct VirtualPrinterWorks: Sendable {
    /// Bytes a printer keeps while it cannot print; Epson's TM series: 4 kB.
    static let bufferSize = 4096

    private let model: VirtualPrinterModel
    private(set) var machine: PaperMachine
    var faults = VirtualPrinterFaults()
    private(set) var replies: [UInt8] = []
    private(set) var received = 0
    private(set) var refusals = 0
    private(set) var resets = 0
    private var held = 0

    init(_ model: VirtualPrinterModel) {
        self.model = model
        machine = PaperMachine(model.language, headDots: model.headDots, dotsPerInch: model.dotsPerInch)
    }

    var state: PrinterState {
        get { machine.state }
        set {
            machine.state = newValue
            if newValue.canPrint { held = 0 }
            collectReplies()
        }
    }

    /// Takes a packet, or says that there is no room.
    mutating func take(_ packet: [UInt8]) -> Bool {
        let isFull = !state.canPrint && held + packet.count > Self.bufferSize
        let isStuck = faults.stopsTakingDataAfter.map { received + packet.count > $0 } ?? false
        if isFull || isStuck {
            refusals += 1
            return false
        }
        for byte in packet {
            machine.receive(CollectionOfOne(byte))
            received += 1
            if faults.paperEndsAfter == received { machine.state[.paperEnd] = true }
            if !state.canPrint { held += 1 }
        }
        collectReplies()
        return true
    }

    /// A packet of what it has to say.
    mutating func nextReply(limit: Int) -> [UInt8]? {
        if faults.isMute || replies.isEmpty { return nil }
        defer { replies.removeFirst(min(limit, replies.count)) }
        return Array(replies.prefix(limit))
    }

    mutating func takeSheets() -> [Bitmap] { machine.takeSheets() }

    /// SOFT_RESET, or power: buffers are empty, the paper stays where it is.
    mutating func reset() {
        resets += 1
        machine.forgetInput()
        replies = []
        held = 0
    }

    mutating func startCounting() {
        received = 0
        refusals = 0
    }

    private mutating func collectReplies() {
        let new = machine.takeReplies()
        if !faults.isMute { replies += new }
    }
}
