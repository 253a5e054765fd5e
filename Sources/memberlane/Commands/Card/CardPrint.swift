import ArgumentParser
import CardArtwork
import POSDrivers
import PointOfService
import PrinterFormats

/// `memberlane card print`: a card on a printer, without a job of the desk: for trying a printer and a face out.
struct CardPrint: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "print", abstract: "Prints a card, fitted to the printer's head; makes no card valid.")

    /// How long a printer may take to answer who it is.
    private static let patience = Duration.seconds(10)

    @OptionGroup var options: CardOptions
    @OptionGroup var devices: DeviceOptions
    @Option(help: "The printer, by the id that memberlane devices prints; the first one when absent.")
    var printer: String?
    @Flag(help: "Plug virtual devices in below the drivers.")
    var virtualDevices = false
    @Flag(help: "Print JSON.")
    var json = false

    /// What came of it.
    private struct Answer: Encodable {
        let printer: DeviceIdentity.ID
        let outcome: String
        let placement: String
    }

    func run() async throws {
        let card = try options.card()
        let table = try devices.table()
        let bus = virtualDevices ? try DeviceBus.virtual() : try await DeviceBus.real()
        let manager = DeviceManager(
            bus: bus.bus, table: table, settings: devices.settings(isVirtual: virtualDevices), queues: devices.printQueues())
        let result: Result<Answer, any Error>
        do { result = .success(try await print(card, through: manager)) } catch { result = .failure(error) }
        await manager.shutdown()
        let answer = try result.get()
        if json { return try JSONOutput.print(answer) }
        JSONOutput.write("\(answer.printer): \(answer.outcome)")
        if let placement = FittedBitmap.Placement(rawValue: answer.placement) { JSONOutput.write(placement.sentence) }
    }

    private func print(_ card: CardOptions.Card, through manager: DeviceManager) async throws -> Answer {
        guard let found = await printer(of: manager) else {
            throw DeviceTrouble(
                .unplugged, sentence: printer.map { "The printer \($0) is not there, or cannot be used." } ?? "No printer is there that can be used.",
                wayOut: "memberlane doctor says what is plugged in and what is wrong with it; --queue names a queue of CUPS.")
        }
        let fitted = try await CardRenderer().render(card.inscription, on: card.side, for: found.profile)
        let outcome = try await found.print(fitted.bitmap)
        return Answer(printer: found.identity.id, outcome: outcome.rawValue, placement: fitted.placement.rawValue)
    }

    /// Waits until the printer is there, or time is up.
    private func printer(of manager: DeviceManager) async -> (any POSPrinter)? {
        let events = await manager.events()
        await manager.start()
        let alarm = Task {
            try await Task.sleep(for: Self.patience)
            await manager.shutdown()
        }
        defer { alarm.cancel() }
        if let found = await chosen(of: manager) { return found }
        for await event in events where event.device.kind == .printer {
            if case .arrived = event.happening, let found = await chosen(of: manager) { return found }
        }
        return nil
    }

    private func chosen(of manager: DeviceManager) async -> (any POSPrinter)? {
        if let printer { return await manager.printer(printer) }
        return await manager.printer(at: .desk)
    }
}
