import CanonicalJSON
import LoyaltyDesk
import LoyaltyModel
import PointOfService

extension Front {
    /// Tells everybody who listens at a place, kiosks too, in their language.
    func tell(_ name: String, at place: DeviceRole? = nil, _ body: (Language) -> some Encodable) {
        var bodies: [Language: [UInt8]] = [:]
        for language in events.languages() { bodies[language] = try? JSON.bytes(of: body(language)) }
        events.publish(name, byLanguage: bodies, toKiosks: bodies, at: place)
    }

    /// A card that was read, with the member it belongs to.
    func announcement(of read: CardRead, presented: String, device: DeviceIdentity, _ context: DeskContext) async -> CardAnnouncement {
        let found: Result<MemberAnswer, Trouble>
        do {
            found = .success(try await desk.identify(IdentifyRequest(value: read.text, entry: read.entry.ofTheDesk), context))
        } catch {
            found = .failure(Refused(error).trouble)
        }
        return CardAnnouncement(read, presented: presented, found: found, device: device, language: context.language)
    }
}
