/// The transfers waiting at one endpoint, and how far the first has come.
///
/// One thread at a time serves a queue (`isServed`); whoever comes meanwhile leaves a note (`isRung`). So packets keep
/// their order, completions too, and no lock is held while the function or a completion runs.
struct USBEndpointQueue {
    typealias Completion = @Sendable (USBTransferOutcome) -> Void

    struct Waiting {
        let id: USBTransferID
        let request: USBTransferRequest
        let completion: Completion
        var received: [UInt8] = []
        var sent = 0
        var ending: USBTransferOutcome.Status?

        func outcome(_ status: USBTransferOutcome.Status) -> USBTransferOutcome {
            USBTransferOutcome(status, received: received, count: sent + received.count)
        }
    }

    enum Step {
        case complete(Waiting, USBTransferOutcome.Status)
        case control(USBSetup, [UInt8])
        case askPacket
        case sendPacket([UInt8])
    }

    enum Answer {
        case control(USBControlReply)
        case packetIn(USBInReply)
        case packetOut(USBOutReply)
    }

    let packetSize: Int
    var waiting: [Waiting] = []
    var isHalted = false
    private var isServed = false
    private var isRung = false

    init(packetSize: Int) { self.packetSize = max(packetSize, 1) }

    /// Takes the role of the server; false leaves a note for whoever has it.
    mutating func beginServing() -> Bool {
        isRung = true
        if isServed { return false }
        isServed = true
        return true
    }

    /// What is to be done now; nil gives the role of the server back.
    mutating func nextStep() -> Step? {
        if let ended = waiting.firstIndex(where: { $0.ending != nil }) {
            let transfer = waiting.remove(at: ended)
            return .complete(transfer, transfer.ending ?? .discarded)
        }
        guard let first = waiting.first, isRung || isHalted else {
            isServed = false
            return nil
        }
        if isHalted { return .complete(waiting.removeFirst(), .stalled) }
        isRung = false
        switch first.request {
        case .control(let setup, let data): return .control(setup, data)
        case .receive: return .askPacket
        case .send(_, let bytes): return .sendPacket(Array(bytes.dropFirst(first.sent).prefix(packetSize)))
        }
    }

    /// Enters the function's answer; gives back the first transfer when that ended it.
    mutating func enter(_ answer: Answer) -> Step? {
        if waiting.isEmpty { return nil }
        switch (answer, waiting[0].request) {
        case (.control(.done(let data)), .control(let setup, let sent)):
            if setup.direction == .in { waiting[0].received = Array(data.prefix(Int(setup.length))) } else { waiting[0].sent = sent.count }
            return endFirst(.completed)
        case (.packetIn(.packet(let packet)), .receive(_, let length)):
            return enter(packet, length: length)
        case (.packetOut(.accepted), .send(_, let bytes)):
            waiting[0].sent = min(waiting[0].sent + packetSize, bytes.count)
            isRung = true
            return waiting[0].sent == bytes.count ? endFirst(.completed) : nil
        case (.control(.stall), _):
            return endFirst(.stalled)
        case (.packetIn(.stall), _), (.packetOut(.stall), _):
            isHalted = true
            return endFirst(.stalled)
        case (.control(.garbled), _), (.packetIn(.garbled), _), (.packetOut(.garbled), _):
            return endFirst(.garbled)
        default:
            return nil
        }
    }

    private mutating func enter(_ packet: [UInt8], length: Int) -> Step? {
        isRung = true
        let room = length - waiting[0].received.count
        if packet.count > min(room, packetSize) { return endFirst(.overflow) }
        waiting[0].received += packet
        return packet.count < packetSize || packet.count == room ? endFirst(.completed) : nil
    }

    private mutating func endFirst(_ status: USBTransferOutcome.Status) -> Step {
        isRung = true
        return .complete(waiting.removeFirst(), status)
    }
}
