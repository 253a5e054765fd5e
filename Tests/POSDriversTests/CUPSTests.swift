import Foundation
import LoyaltyModel
import POSDrivers
import PointOfService
import PrinterFormats
import Testing
import USBContract

@Suite(.timeLimit(.minutes(1))) struct `A print queue of CUPS` {
    private let shop: FakeCUPS
    private let picture = Bitmap(width: 1011, height: 638)

    init() throws { shop = try FakeCUPS() }

    private func printer(_ programs: ProgramRunner? = nil) -> CUPSPrinter {
        CUPSPrinter(queue: "Evolis", programs: programs ?? shop.programs, limits: shop.limits) { bitmap in Array("PNG of \(bitmap.width)".utf8) }
    }

    private func failure(_ printer: CUPSPrinter) async -> PrintFailure? {
        do throws(PrintFailure) {
            _ = try await printer.print(picture)
            return nil
        } catch {
            return error
        }
    }

    @Test func `gets the card as a private PNG at the printer's resolution, which is gone afterwards`() async throws {
        let printer = printer()
        #expect(printer.identity == DeviceIdentity(id: "printer-cups-Evolis", kind: .printer, model: "Evolis"))
        #expect(try await printer.print(picture) == .sentUnconfirmed)
        let call = try #require(try shop.calls().first { $0.hasPrefix("lp ") })
        #expect(call.hasPrefix("lp -d Evolis -t Member card -o ppi=300 -- /"))
        #expect(try shop.text("picture") == "PNG of 1011")
        #expect(try shop.text("rights") == "600 700")
        let path = String(call.split(separator: " ").last ?? "")
        #expect(!FileManager.default.fileExists(atPath: path))
        #expect(!FileManager.default.fileExists(atPath: (path as NSString).deletingLastPathComponent))
        #expect(await printer.report == PrinterReport(state: .idle, conditions: .ready))
    }

    @Test func `stands among the devices for as long as their manager runs`() async throws {
        let manager = DeviceManager(bus: VirtualBus(timer: { _ in }), table: shipped, queues: [printer()])
        var listener = Listener(await manager.events())
        await manager.start()
        #expect(await listener.arrival()?.device.id == "printer-cups-Evolis")
        #expect(await manager.devices().contains { $0.device.id == "printer-cups-Evolis" && $0.port == "CUPS" && $0.trouble == nil })
        #expect(await manager.printer(at: .desk)?.identity.id == "printer-cups-Evolis")
        await manager.shutdown()
        #expect(await manager.devices().isEmpty)
    }

    @Test func `is waited for until it has handed the card on`() async throws {
        try shop.say(waiting: 3)
        #expect(try await printer().print(picture) == .sentUnconfirmed)
        #expect(try shop.calls().count { $0.hasPrefix("lpstat -W not-completed") } == 4)
    }

    @Test func `whose printer has no cards gets none, and says so`() async throws {
        try shop.say(alerts: "media-empty-error cover-open-report")
        let failure = await failure(printer())
        #expect(failure == PrintFailure(.condition(.paperEnd), extent: .nothing))
        #expect(try !shop.calls().contains { $0.hasPrefix("lp ") })
    }

    @Test func `that cannot go on has the card taken back, so that it does not come out later`() async throws {
        try shop.say(alertsLater: "media-jam-error", waiting: 100)
        let failure = await failure(printer())
        #expect(failure == PrintFailure(.condition(.recoverableError), extent: .part))
        #expect(try shop.calls().last == "cancel Evolis-12")
    }

    @Test func `tells what stops nothing`() async throws {
        try shop.say(alerts: "media-low-report")
        let printer = printer()
        #expect(try await printer.print(picture) == .sentUnconfirmed)
        #expect(await printer.report.conditions == PrinterState([.paperNearEnd]))
    }

    @Test(arguments: [
        (true, "There is no print queue called “Evolis”.", "lpstat -e"),
        (false, "CUPS, the print service, is not running.", "sudo systemctl start cups"),
    ])
    func `that is not there is a trouble with its way out`(isRunning: Bool, sentence: String, command: String) async throws {
        try shop.say(isRunning: isRunning, complaint: "lpstat: Invalid destination name in list \"Evolis\".")
        let failure = try #require(await failure(printer()))
        #expect(failure.extent == .nothing && failure.errorDescription == "\(sentence) Nothing was printed.")
        #expect(failure.recoverySuggestion?.hasSuffix(command) == true)
    }

    @Test func `that takes no jobs is a trouble with its way out`() async throws {
        try shop.say(refusal: "lp: Destination \"Evolis\" is not accepting jobs.")
        #expect(await failure(printer())?.recoverySuggestion?.hasSuffix("sudo cupsaccept Evolis") == true)
    }

    @Test func `that is stopped is a trouble with its way out`() async throws {
        try shop.say(isEnabled: false)
        let failure = try #require(await failure(printer()))
        #expect(failure.errorDescription == "The print queue “Evolis” is stopped. Nothing was printed.")
        #expect(failure.recoverySuggestion?.hasSuffix("sudo cupsenable Evolis") == true)
    }

    @Test func `cannot be used without CUPS's programs, and the package is named`() async throws {
        let failure = try #require(await failure(printer(ProgramRunner(folders: ["/nowhere"]))))
        #expect(failure.recoverySuggestion?.hasSuffix("sudo apt-get install cups-client") == true)
        #expect(failure.kind == .fault)
    }

    @Test func `refuses a picture that is wider than the card`() async throws {
        await #expect(throws: PrintFailure(.picture(.widerThanHead(dots: 1017, head: 1016)), extent: .nothing)) {
            try await printer().print(Bitmap(width: 1017, height: 4))
        }
    }

    @Test func `closes once and for all, and tells those who watch`() async throws {
        let printer = printer()
        var reports = await printer.reports().makeAsyncIterator()
        #expect(await reports.next()?.state == .idle)
        await printer.close()
        await printer.close()
        #expect(await reports.next()?.state == .closed)
        #expect(await reports.next() == nil)
        #expect(await failure(printer)?.code == "closed")
    }

    @Test func `is not waited for for ever`() async throws {
        let time = ManualTime()
        let runner = ProgramRunner(time: time.device, limit: .seconds(20))
        async let outcome = runner.run("sleep", ["3600"])
        await time.pass(.seconds(20))
        #expect(await outcome?.status == SIGKILL)
    }
}

/// A folder with fakes of CUPS's programs: shell scripts that write down how they are called and say what a test wants.
private final class FakeCUPS: Sendable {
    let folder: URL

    /// Quick, since nobody prints.
    var limits: PrinterLimits {
        var limits = PrinterLimits()
        limits.poll = .milliseconds(1)
        return limits
    }

    var programs: ProgramRunner { ProgramRunner(folders: [folder.path]) }

    init() throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "fake-cups-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try say()
        try script(
            "lp",
            """
            if [ -s refusal ]; then cat refusal >&2; exit 1; fi
            for file; do :; done
            cat "$file" > picture
            echo "$(stat -c %a "$file") $(stat -c %a "$(dirname "$file")")" > rights
            echo "request id is Evolis-12 (1 file(s))"
            """)
        try script("cancel", "")
        try script(
            "lpstat",
            """
            case "$*" in
            *not-completed*)
                left=$(cat waiting)
                if [ "$left" -gt 0 ]; then echo $((left - 1)) > waiting; echo "Evolis-12               shop              1024   Fri Nov 28 04:00:00 2026"; fi
                cp alerts.later alerts ;;
            -r) echo "scheduler is $(cat running)" ;;
            *)
                if [ -s complaint ]; then cat complaint >&2; exit 1; fi
                echo "printer Evolis $(cat enabled) since Fri Nov 28 04:00:00 2026"
                printf '\\tForm mounted:\\n\\tContent types: any\\n\\tAlerts: %s\\n' "$(cat alerts)" ;;
            esac
            """)
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    func say(
        alerts: String = "none", alertsLater: String? = nil, waiting: Int = 0, isEnabled: Bool = true, isRunning: Bool = true,
        complaint: String = "", refusal: String = ""
    ) throws {
        let files = [
            "alerts": alerts, "alerts.later": alertsLater ?? alerts, "waiting": String(waiting),
            "running": isRunning ? "running" : "not running", "enabled": isEnabled ? "is idle.  enabled" : "disabled",
            "complaint": complaint, "refusal": refusal,
        ]
        for (name, text) in files { try Data(text.utf8).write(to: folder.appending(path: name)) }
    }

    func text(_ name: String) throws -> String {
        String(decoding: try Data(contentsOf: folder.appending(path: name)), as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
    }

    func calls() throws -> [String] { try text("calls").split(separator: "\n").map(String.init) }

    private func script(_ name: String, _ body: String) throws {
        let text = "#!/bin/sh\ncd '\(folder.path)' || exit 9\necho \"\(name) $*\" >> calls\n[ \"$LC_ALL\" = C ] || exit 8\n\(body)\n"
        guard FileManager.default.createFile(atPath: folder.appending(path: name).path, contents: Data(text.utf8), attributes: [.posixPermissions: 0o755])
        else { throw CocoaError(.fileWriteUnknown) }
    }
}
