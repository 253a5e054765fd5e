import CardFormats
import PointOfService
import USBContract

/// Talks with a stripe writer: a message out, a reply in, within a time.
///
/// Reading is always posted. One question is open at a time; a reply nobody waits for is dropped, so that none is taken for the answer to a later question.
actor StripeWriterLine {
    /// Why no reply came.
    enum Silence: Error {
        case timeIsUp
        case cancelled
        case bus(USBError)
    }

    private let connection: any USBConnection
    private let input: USBEndpointAddress
    private let interface: UInt8
    private let kind: HIDReportKind
    private let output: USBEndpointAddress?
    private let ranges: CardRanges
    private let time: DeviceTime
    private var assembler = MSR605Assembler()
    private var expected: [TrackNumber: String] = [:]
    private var question = 0
    /// Whether nobody has answered the last question yet.
    private var isOpen = false
    private var waiting: CheckedContinuation<Result<MSR605Reply, Silence>, Never>?
    /// An answer that came before the question was all sent.
    private var early: Result<MSR605Reply, Silence>?
    private var failure: USBError?
    private var reading: Task<Void, Never>?

    init(connection: any USBConnection, input: USBEndpointAddress, kind: HIDReportKind, ranges: CardRanges, time: DeviceTime) {
        self.connection = connection
        self.input = input
        self.kind = kind
        self.ranges = ranges
        self.time = time
        let place = connection.device.setting(with: input)
        interface = place?.interface ?? 0
        output = kind == .output ? place?.setting.endpoint(.interrupt, .out)?.address : nil
    }

    func start() {
        guard reading == nil else { return }
        let reports = connection.reports(from: input, length: MSR605Packet.size)
        reading = Task { await self.read(reports) }
    }

    /// Sends a message and waits for what the writer says to it. `expected` is what a card that is read should have on it.
    func ask(_ message: [UInt8], within limit: Duration, expecting expected: [TrackNumber: String] = [:]) async throws(Silence) -> MSR605Reply {
        self.expected = expected
        assembler.isRaw = message == MSR605Command.readRaw
        question += 1
        let number = question
        (isOpen, early) = (true, nil)
        defer { isOpen = false }
        do throws(USBError) { try await send(message) } catch { throw .bus(error) }
        if let failure { throw .bus(failure) }
        if Task.isCancelled { throw .cancelled }
        if let early { return try early.get() }
        let alarm = Task { [time] in
            try await time.sleep(limit)
            self.answer(.failure(.timeIsUp), to: number)
        }
        defer { alarm.cancel() }
        let result = await withTaskCancellationHandler {
            await withCheckedContinuation { waiting = $0 }
        } onCancel: {
            Task { await self.answer(.failure(.cancelled), to: number) }
        }
        return try result.get()
    }

    /// Sends a message to which nothing is said.
    func send(_ message: [UInt8]) async throws(USBError) {
        for packet in MSR605Packet.packets(of: message) {
            if let output {
                try await connection.write(packet, to: output, timeout: .seconds(1))
            } else {
                let type: USBSetup.ReportType = kind == .output ? .output : .feature
                try await connection.controlOut(.setReport(type, interface: interface), data: packet)
            }
        }
    }

    /// Ends the open question, if there is one.
    func interrupt() { answer(.failure(.cancelled), to: question) }

    /// Waits until nothing more comes: the writer is unplugged, or who waits is cancelled.
    func ended() async {
        await withTaskCancellationHandler { [reading] in
            await reading?.value
        } onCancel: { [reading] in
            reading?.cancel()
        }
    }

    func close() async {
        interrupt()
        await connection.close()
        await reading?.value
    }

    private func answer(_ result: Result<MSR605Reply, Silence>, to number: Int) {
        guard number == question, isOpen else { return }
        isOpen = false
        early = result
        waiting?.resume(returning: result)
        waiting = nil
    }

    private func read(_ reports: AsyncStream<Result<[UInt8], USBError>>) async {
        for await report in reports {
            switch consume report {
            case .success(var bytes):
                let reply = assembler.receive(bytes.span, ranges: ranges, expecting: expected)
                bytes.wipe()
                if let reply { answer(.success(reply), to: question) }
            case .failure(let error):
                failure = error
                answer(.failure(.bus(error)), to: question)
            }
        }
    }
}
