import AccessControl
import CanonicalJSON
import LoyaltyDesk
import LoyaltyModel
import PointOfService
import ServiceLifecycle

/// Hears what happens to the devices and tells it to everybody who listens, a card with its member.
struct DeviceRelay: Service {
    let front: Front
    let hub: any DeviceHub

    func run() async throws {
        for await event in await hub.events().cancelOnGracefulShutdown() { await tell(event) }
    }

    private func tell(_ event: DeviceEvent) async {
        switch event.happening {
        case .card(.number(let read)): await tell(read, event.device)
        case .card(let card):
            front.tell("card", at: event.device.role) { CardAnnouncement(unread: card, device: event.device, language: $0) }
            signal(.rejected, on: event.device)
        case .printer(let report): front.tell("device", at: event.device.role) { DeviceAnswer(event.device, printer: report, in: $0) }
        case .arrived(let report):
            let printer = await hub.printer(report.device.id)?.report
            front.tell("device", at: event.device.role) { DeviceAnswer(report, printer: printer, in: $0) }
        case .left: front.tell("device", at: event.device.role) { DeviceAnswer(goneFrom: event.device, in: $0) }
        case .trouble(let trouble): front.tell("device", at: event.device.role) { DeviceAnswer(event.device, trouble: trouble, in: $0) }
        }
    }

    private func tell(_ read: CardRead, _ device: DeviceIdentity) async {
        if let odoo = front.odoo, let value = await front.odooValue(of: read) { odoo.scans.publish(value, from: device, at: front.clock()) }
        let now = front.clock()
        if let access = try? await front.doorkeeper.staffCard(read.text) {
            front.staffCards.offer(access, at: now)
            return signal(.accepted, on: device)
        }
        let name = front.presented.keep(read.text, read.entry.ofTheDesk, at: now)
        var bodies: [Language: [UInt8]] = [:]
        var isMember = false
        for language in front.events.languages(of: .staff) {
            let answer = await front.announcement(of: read, presented: name, device: device, DeskContext(at: now, language: language))
            bodies[language] = try? JSON.bytes(of: answer)
            isMember = answer.status == .member
        }
        var masked: [Language: [UInt8]] = [:]
        let unnamed = try? JSON.bytes(of: CardAnnouncement(unnamed: read, presented: name, device: device))
        for language in front.events.languages(of: .kiosk).union(Language.allCases) { masked[language] = unnamed }
        front.events.publish("card", byLanguage: bodies, toKiosks: masked, at: device.role)
        if isMember { signal(.accepted, on: device) }
    }

    /// The scanner's own beep, where it has one; nobody waits for it. Goods are scanned on the same scanner, so a code that is no member's is no error.
    private func signal(_ signal: ReaderSignal, on device: DeviceIdentity) {
        Task { [hub] in await (hub.reader(device.id) as? any ReaderFeedback)?.signal(signal) }
    }
}
