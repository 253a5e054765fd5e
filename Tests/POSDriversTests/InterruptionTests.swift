import PointOfService
import PrinterFormats
import Testing
import USBContract
import VirtualDevices

@testable import POSDrivers

/// A job broken off anywhere is told as not printed, and the card that is printed next is whole: never half a card that counts as one.
///
/// One after the other, since each keeps a thread busy that other suites need.
@Suite(.serialized, .timeLimit(.minutes(2))) struct `A print job that is interrupted` {
    /// Bytes between two places where a card is broken off; a prime, so that it falls everywhere in rows and bands.
    private static let step = 7993

    private func offsets(_ model: VirtualPrinterModel, _ card: Bitmap) async throws -> [Int] {
        let desk = PrintingDesk(model)
        let driver = try await desk.open(sheet: .escpos)
        let before = desk.device.receivedBytes
        _ = await PrintingDesk.print(card, on: driver)
        await driver.close()
        let all = before..<desk.device.receivedBytes
        return Array(stride(from: all.lowerBound, to: all.upperBound, by: Self.step)) + Array(all.suffix(64).filter { $0.isMultiple(of: 21) })
    }

    /// Broken off and told so; or taken whole, when only questions after the job were refused: how many of them a printer needs hangs on its answers.
    private func expectHonest(
        _ result: Result<PrintOutcome, PrintFailure>, _ desk: PrintingDesk, _ card: Bitmap, _ codes: Set<String>, _ offset: Int
    ) {
        switch result {
        case .success(let outcome):
            #expect(desk.device.sheets.count == 1, "\(outcome) at \(offset)")
            #expect(desk.device.sheets.first.map { desk.shows($0, card) } == true, "at \(offset)")
        case .failure(let failure): #expect(codes.contains(failure.code), "\(failure.reason) at \(offset)")
        }
    }

    private func expectWholeCard(_ desk: PrintingDesk, _ card: Bitmap, _ result: Result<PrintOutcome, PrintFailure>, _ offset: Int) throws {
        #expect((try? result.get()) != nil, "\(result) at \(offset)")
        let last = try #require(desk.device.sheets.last, "at \(offset)")
        #expect(desk.shows(last, card), "at \(offset)")
        #expect(desk.device.sheets.dropLast().count { desk.shows($0, card) } <= 1, "at \(offset)")
    }

    @Test(arguments: VirtualPrinterModel.all)
    func `by pulling the cable`(model: VirtualPrinterModel) async throws {
        let card = PrintingDesk(model).card()
        for offset in try await offsets(model, card) {
            let desk = PrintingDesk(model)
            let driver = try await desk.open(sheet: .escpos)
            desk.device.faults.stopsTakingDataAfter = offset
            let job = Task { await PrintingDesk.print(card, on: driver) }
            while desk.device.refusedPackets == 0 { await Task.yield() }
            await desk.unplug()
            expectHonest(await job.value, desk, card, ["unplugged"], offset)
            await driver.close()
            desk.device.faults = VirtualPrinterFaults()
            let again = try await desk.open(leftover: await driver.leftover, sheet: .escpos)
            try expectWholeCard(desk, card, await PrintingDesk.print(card, on: again), offset)
            await again.close()
        }
    }

    @Test(arguments: VirtualPrinterModel.all)
    func `by a printer that takes nothing any more`(model: VirtualPrinterModel) async throws {
        let card = PrintingDesk(model).card()
        for offset in try await offsets(model, card) {
            let desk = PrintingDesk(model)
            let driver = try await desk.open(sheet: .escpos)
            desk.device.faults.stopsTakingDataAfter = offset
            expectHonest(await desk.outcome(of: card, on: driver, whenPrinter: .takesNothing), desk, card, ["not_answering"], offset)
            desk.device.faults = VirtualPrinterFaults()
            try expectWholeCard(desk, card, await PrintingDesk.print(card, on: driver), offset)
            await driver.close()
        }
    }
}
