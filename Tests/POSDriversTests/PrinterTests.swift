import LoyaltyModel
import POSDrivers
import PointOfService
import PrinterFormats
import Testing
import USBContract
import VirtualDevices

@Suite(.timeLimit(.minutes(1))) struct `Receipt printers` {
    private let counter = Counter()
    private var device: VirtualPrinter { counter.virtual.printer }

    /// A picture of 400 rows, so that a job has several bands.
    private let picture: Bitmap = {
        var picture = Bitmap(width: 432, height: 400)
        picture.fill(DotRectangle(x: 10, y: 20, width: 200, height: 300))
        return picture
    }()

    private func plug(_ listener: inout Listener) async throws -> any POSPrinter {
        try counter.virtual.plug(.printer)
        let report = try #require(await listener.arrival())
        #expect(report.device.kind == .printer)
        return try #require(await counter.manager.printer(report.device.id))
    }

    /// The picture on its sheet: everything else is white.
    private func isPrinted(on sheet: Bitmap) -> Bool {
        sheet.inkBounds == DotRectangle(x: 10, y: 20, width: 200, height: 300) && sheet.inkCount == picture.inkCount
    }

    private func failure(of printer: any POSPrinter, _ picture: Bitmap) async -> PrintFailure? {
        do throws(PrintFailure) {
            _ = try await printer.print(picture)
            return nil
        } catch {
            return error
        }
    }

    @Test func `a job the printer has said it printed is confirmed`() async throws {
        var listener = await counter.start()
        let printer = try await plug(&listener)
        #expect(printer.identity == DeviceIdentity(id: "printer-0416-5011-P300001", kind: .printer, model: "MemberLane Virtual printer"))
        #expect(await printer.report == PrinterReport(state: .idle, conditions: .ready))
        #expect(try await printer.print(picture) == .confirmed)
        #expect(device.sheets.count == 1)
        #expect(isPrinted(on: device.sheets[0]))
        #expect(device.misreadings.isEmpty)
        #expect(await printer.report == PrinterReport(state: .idle, conditions: .ready))
        await counter.manager.shutdown()
    }

    @Test func `a printer that says nothing prints, unconfirmed and without a state`() async throws {
        device.faults.isMute = true
        var listener = await counter.start()
        try counter.virtual.plug(.printer)
        await counter.time.pass(PrinterLimits().answer)
        await counter.time.pass(PrinterLimits().answer)
        _ = await listener.arrival()
        let printer = try #require(await counter.manager.printer(at: .desk))
        #expect(await printer.report.conditions == nil)
        #expect(try await printer.print(picture) == .sentUnconfirmed)
        #expect(isPrinted(on: device.sheets[0]))
        await counter.manager.shutdown()
    }

    @Test func `a printer that falls silent is waited for once`() async throws {
        var listener = await counter.start()
        let printer = try await plug(&listener)
        device.faults.isMute = true
        let job = Task { [picture] in try await printer.print(picture) }
        await counter.time.pass(PrinterLimits().confirmation)
        #expect(try await job.value == .sentUnconfirmed)
        #expect(try await printer.print(picture) == .sentUnconfirmed)
        #expect(device.sheets.count == 2)
        await counter.manager.shutdown()
    }

    @Test func `an open cover is told at once and keeps every byte back`() async throws {
        var listener = await counter.start()
        let printer = try await plug(&listener)
        device.conditions = PrinterState([.coverOpen, .offline])
        let report = await listener.printer { $0.conditions?.coverOpen == true }
        #expect(report?.sentence == "The printer's cover is open.")
        let bytes = device.receivedBytes
        let failure = try #require(await self.failure(of: printer, picture))
        #expect(failure == PrintFailure(.condition(.coverOpen), extent: .nothing))
        #expect(failure.code == "printer.cover_open")
        #expect(failure.kind == .retry)
        #expect(failure.errorDescription == "The printer's cover is open. Nothing was printed.")
        #expect(failure.recoverySuggestion == "Close the cover until it clicks. Then print again.")
        #expect(device.receivedBytes == bytes)
        device.conditions = .ready
        _ = await listener.printer { $0.conditions == .ready }
        #expect(try await printer.print(picture) == .confirmed)
        await counter.manager.shutdown()
    }

    @Test func `a job that runs out of paper is not printed, and the next is on a sheet of its own`() async throws {
        var listener = await counter.start()
        let printer = try await plug(&listener)
        device.faults.paperEndsAfter = device.receivedBytes + 9000
        let failure = await self.failure(of: printer, picture)
        #expect(failure == PrintFailure(.condition(.paperEnd), extent: .part))
        #expect(failure?.errorDescription == "The printer is out of paper. The print was broken off; throw away what came out.")
        #expect(device.sheets.isEmpty)
        _ = await listener.printer { $0.conditions?.paperEnd == true && $0.state == .idle }
        device.loadPaper()
        _ = await listener.printer { $0.conditions == .ready }
        #expect(try await printer.print(picture) == .confirmed)
        #expect(device.sheets.count == 2)
        #expect(device.sheets[0].inkCount < picture.inkCount)
        #expect(isPrinted(on: device.sheets[1]))
        await counter.manager.shutdown()
    }

    @Test func `a printer that refuses data without saying why is not answering after three writes`() async throws {
        var listener = await counter.start()
        let printer = try await plug(&listener)
        device.faults.stopsTakingDataAfter = device.receivedBytes + 5000
        let job = Task { await self.failure(of: printer, self.picture) }
        while device.refusedPackets == 0 { await Task.yield() }
        for _ in 0..<4 { await counter.time.pass(PrinterLimits().write) }
        let failure = try #require(await job.value)
        #expect(failure.code == "not_answering")
        #expect(failure.extent == .part)
        #expect(failure.kind == .fault)
        #expect(await printer.report.state == .idle)
        await counter.manager.shutdown()
    }

    @Test func `a mute printer without paper is found out by its port status`() async throws {
        device.faults.isMute = true
        var listener = await counter.start()
        try counter.virtual.plug(.printer)
        for _ in 0..<2 { await counter.time.pass(PrinterLimits().answer) }
        _ = await listener.arrival()
        let printer = try #require(await counter.manager.printer(at: .desk))
        device.conditions = PrinterState([.paperEnd])
        let job = Task { await self.failure(of: printer, self.picture) }
        while device.refusedPackets == 0 { await Task.yield() }
        await counter.time.pass(PrinterLimits().write)
        #expect(await job.value == PrintFailure(.condition(.paperEnd), extent: .part))
        await counter.manager.shutdown()
    }

    @Test func `a printer pulled out in the middle has not printed, and starts afresh when it is back`() async throws {
        var listener = await counter.start()
        let printer = try await plug(&listener)
        device.faults.stopsTakingDataAfter = device.receivedBytes + 9000
        let job = Task { await self.failure(of: printer, self.picture) }
        while device.refusedPackets == 0 { await Task.yield() }
        counter.virtual.unplug(.printer)
        let failure = try #require(await job.value)
        #expect(failure.code == "unplugged")
        #expect(failure.extent == .part)
        #expect(failure.kind == .retry)
        #expect(await listener.departure() == printer.identity)
        device.faults = VirtualPrinterFaults()
        let again = try await plug(&listener)
        #expect(again.identity == printer.identity)
        #expect(try await again.print(picture) == .confirmed)
        #expect(device.sheets.count == 2)
        #expect(isPrinted(on: device.sheets[1]))
        await counter.manager.shutdown()
    }

    @Test func `a halted endpoint is set going again and the job goes on`() async throws {
        var listener = await counter.start()
        let printer = try await plug(&listener)
        device.faults.stallsOnce = true
        #expect(try await printer.print(picture) == .confirmed)
        #expect(isPrinted(on: device.sheets[0]))
        await counter.manager.shutdown()
    }

    @Test func `a hot head is waited for`() async throws {
        var listener = await counter.start()
        let printer = try await plug(&listener)
        device.conditions = PrinterState([.overheated])
        _ = await listener.printer { $0.conditions?.canPrint == false }
        let job = Task { [picture] in try await printer.print(picture) }
        _ = await listener.printer { $0.state == .busy }
        #expect(device.sheets.isEmpty)
        device.conditions = .ready
        #expect(try await job.value == .confirmed)
        #expect(device.sheets.count == 1)
        await counter.manager.shutdown()
    }

    @Test func `a head that stays hot ends the job`() async throws {
        var listener = await counter.start()
        let printer = try await plug(&listener)
        device.conditions = PrinterState([.overheated])
        _ = await listener.printer { $0.conditions?.canPrint == false }
        let job = Task { await self.failure(of: printer, self.picture) }
        await counter.time.pass(PrinterLimits().patience)
        #expect(await job.value == PrintFailure(.condition(.overheated), extent: .nothing))
        await counter.manager.shutdown()
    }

    @Test func `paper that is nearly used up is told and printed on`() async throws {
        var listener = await counter.start()
        let printer = try await plug(&listener)
        device.conditions = PrinterState([.paperNearEnd])
        #expect(await listener.printer { $0.conditions?.paperNearEnd == true }?.sentence == "The paper roll is nearly used up.")
        #expect(try await printer.print(picture) == .confirmed)
        await counter.manager.shutdown()
    }

    @Test func `jobs are printed one after the other`() async throws {
        var listener = await counter.start()
        let printer = try await plug(&listener)
        let jobs = (0..<5).map { _ in Task { [picture] in try await printer.print(picture) } }
        for job in jobs { #expect(try await job.value == .confirmed) }
        #expect(device.sheets.count == 5)
        #expect(device.sheets.allSatisfy(isPrinted))
        await counter.manager.shutdown()
    }

    @Test func `a picture wider than the head is refused`() async throws {
        var listener = await counter.start()
        let printer = try await plug(&listener)
        let failure = await self.failure(of: printer, Bitmap(width: 685, height: 10))
        #expect(failure?.reason == .picture(.widerThanHead(dots: 685, head: 576)))
        #expect(failure?.kind == .refusal)
        await counter.manager.shutdown()
    }

    @Test func `a cancelled job is given up`() async throws {
        var listener = await counter.start()
        let printer = try await plug(&listener)
        device.faults.stopsTakingDataAfter = device.receivedBytes + 9000
        let job = Task { await self.failure(of: printer, self.picture) }
        while device.refusedPackets == 0 { await Task.yield() }
        job.cancel()
        #expect(await job.value?.code == "closed")
        device.faults = VirtualPrinterFaults()
        #expect(try await printer.print(picture) == .confirmed)
        #expect(isPrinted(on: device.sheets[1]))
        await counter.manager.shutdown()
    }

    @Test func `a printer of another language is left to its own driver`() async throws {
        var listener = await counter.start()
        let office = VirtualPrinter(.office)
        let address = try counter.virtual.bus.plug(office, conditions: VirtualBus.Conditions(kernelDrivers: [0: "usblp"])).address
        let trouble = try #require(await listener.trouble())
        #expect(trouble.code == .wrongMode)
        #expect(trouble.sentence == "MemberLane Virtual printer (0416:5011 at 001:001) speaks none of the printer languages that are driven.")
        #expect(counter.virtual.bus.driver(of: 0, of: address) == "usblp")
        #expect(office.receivedBytes == 0)
        await counter.manager.shutdown()
    }
}

extension VirtualPrinterModel {
    /// An office printer under a receipt printer's number.
    fileprivate static let office = {
        var model = receipt
        model.deviceID = "MFG:Hewlett-Packard;CMD:PJL,PCL,POSTSCRIPT;MDL:LaserJet;"
        return model
    }()
}
