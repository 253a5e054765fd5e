import PointOfService
import PrinterFormats
import Testing
import USBContract
import VirtualDevices

@testable import POSDrivers

@Suite(.timeLimit(.minutes(1))) struct `A printer of any language` {
    private static let models = VirtualPrinterModel.all
    private static let talkers = models.filter { $0.hasInput && $0.language != .epl }
    private let picture = PrintingDesk.picture

    /// Waits until the driver has heard something.
    private func heard(_ driver: USBPrinterDriver, _ isIt: (PrinterState?) -> Bool) async {
        for await report in await driver.reports() where isIt(report.conditions) { return }
    }

    @Test(arguments: models)
    func `is recognised by what it says it is`(model: VirtualPrinterModel) async throws {
        let desk = PrintingDesk(model)
        let (connection, interface) = try await desk.connect()
        let sheet: PrinterLanguage? = model.deviceID == nil ? .escpos : nil
        let found = try #require(await interface.recognise(on: connection, sheet: sheet))
        #expect(found.language == model.language)
        #expect(found.profile(of: connection.device).headDots == model.headDots)
        #expect(desk.device.receivedBytes == (model.language.isStar ? 3 : 0), "nobody was probed but Stars, which may be emulating another")
        await connection.close()
    }

    @Test func `that is a Star in ESC/POS emulation is found out`() async throws {
        var emulating = VirtualPrinterModel.starPRNT
        emulating.language = .escpos
        let desk = PrintingDesk(emulating)
        let (connection, interface) = try await desk.connect()
        async let found = interface.recognise(on: connection, sheet: nil, limits: desk.limits)
        await desk.time.pass(desk.limits.answer)
        #expect(await found?.language == .escpos)
        await connection.close()
    }

    @Test(arguments: [VirtualPrinterModel.receipt, .starPRNT, .starLine])
    func `that says nothing about itself is probed`(model: VirtualPrinterModel) async throws {
        var nameless = model
        (nameless.deviceID, nameless.product) = (nil, "printer")
        let desk = PrintingDesk(nameless)
        let (connection, interface) = try await desk.connect()
        async let found = interface.recognise(on: connection, sheet: nil, limits: desk.limits)
        if model.language == .escpos { await desk.time.pass(desk.limits.answer) }
        #expect(await found?.language == model.language)
        #expect(desk.device.misreadings.isEmpty || model.language == .escpos)
        await connection.close()
    }

    @Test func `that answers no probe is taken for what the caller says`() async throws {
        var nameless = VirtualPrinterModel.eltron
        (nameless.deviceID, nameless.product) = (nil, "printer")
        let desk = PrintingDesk(nameless)
        let (connection, interface) = try await desk.connect()
        async let found = interface.recognise(on: connection, sheet: nil, otherwise: .epl, limits: desk.limits)
        for _ in 0..<2 { await desk.time.pass(desk.limits.answer) }
        #expect(await found == PrinterRecognition(language: .epl, deviceID: nil))
        await connection.close()
    }

    @Test(arguments: models)
    func `prints, and is believed as far as it can tell`(model: VirtualPrinterModel) async throws {
        let desk = PrintingDesk(model)
        let driver = try await desk.open(sheet: .escpos)
        let canTell = Self.talkers.contains(model)
        #expect(await driver.report == PrinterReport(state: .idle, conditions: canTell ? .ready : nil))
        for number in 1...3 {
            #expect(await PrintingDesk.print(picture, on: driver) == .success(canTell ? .confirmed : .sentUnconfirmed))
            #expect(desk.device.sheets.count == number && desk.shows(desk.device.sheets[number - 1], picture))
        }
        #expect(desk.device.misreadings.isEmpty && desk.device.isIdle)
        await driver.close()
    }

    @Test(arguments: talkers, [PrinterCondition.coverOpen, .paperEnd])
    func `that cannot print gets nothing, and says why`(model: VirtualPrinterModel, condition: PrinterCondition) async throws {
        let desk = PrintingDesk(model)
        let driver = try await desk.open(sheet: .escpos)
        desk.device.set(condition, to: true)
        if model.language == .escpos { await heard(driver) { $0?.canPrint == false } }
        // A Zebra is silent now.
        let outcome = await desk.outcome(of: picture, on: driver, whenPrinter: .saysNothing)
        #expect(outcome == .failure(PrintFailure(.condition(condition), extent: .nothing)))
        desk.device.conditions = .ready
        if model.language == .escpos { await heard(driver) { $0 == .ready } }
        #expect(await PrintingDesk.print(picture, on: driver) == .success(.confirmed))
        #expect(desk.device.sheets.count == 1 && desk.shows(desk.device.sheets[0], picture))
        await driver.close()
    }

    @Test(arguments: [VirtualPrinterModel.starPRNT, .zebra, .tsc])
    func `that does not tell its changes by itself is asked now and then`(model: VirtualPrinterModel) async throws {
        let desk = PrintingDesk(model)
        let driver = try await desk.open()
        var reports = await driver.reports().makeAsyncIterator()
        #expect(await reports.next()?.conditions == .ready)
        desk.device.set(.coverOpen, to: true)
        await desk.time.pass(desk.limits.watch)
        if model.language == .zpl { await desk.time.pass(desk.limits.answer) }
        #expect(await reports.next()?.conditions?.coverOpen == true)
        await driver.close()
    }

    @Test(arguments: talkers.filter { $0.language != .escpos })
    func `that never answers prints unconfirmed`(model: VirtualPrinterModel) async throws {
        let desk = PrintingDesk(model)
        desk.device.faults.isMute = true
        async let opening = desk.open()
        for _ in 0..<(model.language == .tspl ? 1 : 3) { await desk.time.pass(desk.limits.answer) }
        let driver = try await opening
        #expect(await driver.report.conditions == nil)
        #expect(await PrintingDesk.print(picture, on: driver) == .success(.sentUnconfirmed))
        #expect(desk.device.sheets.count == 1 && desk.shows(desk.device.sheets[0], picture))
        await driver.close()
    }

    @Test func `that is a Zebra and falls silent has a fault`() async throws {
        let desk = PrintingDesk(.zebra)
        let driver = try await desk.open()
        desk.device.faults.isMute = true
        #expect(await desk.outcome(of: picture, on: driver, whenPrinter: .saysNothing) == .failure(PrintFailure(.condition(.offline), extent: .nothing)))
        desk.device.faults.isMute = false
        #expect(await PrintingDesk.print(picture, on: driver) == .success(.confirmed))
        await driver.close()
    }

    @Test(arguments: talkers.filter { $0.language != .zpl })
    func `that falls silent in the middle is waited for once, then printed on unconfirmed`(model: VirtualPrinterModel) async throws {
        let desk = PrintingDesk(model)
        let driver = try await desk.open(sheet: .escpos)
        desk.device.faults.isMute = true
        for _ in 0..<2 { #expect(await desk.outcome(of: picture, on: driver, whenPrinter: .saysNothing) == .success(.sentUnconfirmed)) }
        #expect(desk.device.sheets.count == 2)
        await driver.close()
    }

    @Test(arguments: models)
    func `that halts once goes on`(model: VirtualPrinterModel) async throws {
        let desk = PrintingDesk(model)
        let driver = try await desk.open(sheet: .escpos)
        // The first write is a question to most printers; those that are not asked get the job at once.
        desk.device.faults.stallsOnce = true
        let outcome = await PrintingDesk.print(picture, on: driver)
        #expect((try? outcome.get()) != nil, "\(outcome)")
        #expect(desk.device.sheets.count == 1 && desk.shows(desk.device.sheets[0], picture))
        await driver.close()
    }

    @Test(arguments: [false, true])
    func `that takes nothing any more is reset, by the recipient it knows`(isOld: Bool) async throws {
        let desk = PrintingDesk(.receipt)
        let driver = try await desk.open()
        desk.device.faults.wantsOldSoftReset = isOld
        desk.device.faults.stopsTakingDataAfter = desk.device.receivedBytes + 5000
        let outcome = await desk.outcome(of: picture, on: driver, whenPrinter: .takesNothing)
        guard case .failure(let failure) = outcome else {
            Issue.record("\(outcome)")
            return
        }
        #expect(failure.code == "not_answering" && failure.extent == .part)
        #expect(desk.device.softResets == 1)
        await driver.close()
    }

    @Test(arguments: [VirtualPrinterModel.zebra, .tsc, .eltron])
    func `that draws before it prints has printed nothing when a job breaks off before its end`(model: VirtualPrinterModel) async throws {
        let desk = PrintingDesk(model)
        let driver = try await desk.open()
        desk.device.faults.stopsTakingDataAfter = desk.device.receivedBytes + 1500
        let outcome = await desk.outcome(of: picture, on: driver, whenPrinter: .takesNothing)
        guard case .failure(let failure) = outcome else {
            Issue.record("\(outcome)")
            return
        }
        #expect(failure.code == "not_answering" && failure.extent == .nothing)
        desk.device.faults = VirtualPrinterFaults()
        #expect((try? await PrintingDesk.print(picture, on: driver).get()) != nil)
        #expect(desk.device.sheets.count == 1 && desk.shows(desk.device.sheets[0], picture))
        await driver.close()
    }
}
