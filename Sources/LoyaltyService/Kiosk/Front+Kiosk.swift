import AccessControl
import Hummingbird
import LoyaltyDesk
import LoyaltyModel
import PointOfService

/// The members' own screen.
extension Front {
    /// The account behind a card that was read a moment ago. A number in the address would be written down by every proxy on the way: it is sent in a body.
    func kioskAccount(_ asking: Asking) async throws -> Response {
        guard let name = asking.query("presented"), !name.isEmpty else { throw Trouble(.fieldMissing, field: "presented") }
        return try await kioskAnswer(to: name, asking)
    }

    /// The account behind a typed number, which gets a name of its own for what follows.
    func kioskTyped(_ asking: Asking) async throws -> Response {
        let typed = try await asking.body(TypedNumber.self)
        return try await kioskAnswer(typed: typed.number, asking)
    }

    /// Prints the statement of a card that was read, or typed, a moment ago, on the kiosk's printer.
    func kioskStatement(_ asking: Asking) async throws -> Response {
        guard let slips else { throw Trouble(.printerMissing) }
        let wanted = try await asking.body(PresentedName.self)
        let card = try presented.card(named: wanted.presented, at: asking.at)
        try kioskLimits.paper.demand(kiosk(asking), at: asking.at, refusing: .kioskBusy)
        let (statement, member) = try await desk.kioskStatement(IdentifyRequest(value: card.value, entry: card.entry), asking.desk())
        return try .json(["outcome": await slips.print(.statement(statement, member), in: asking.language, at: .kiosk)])
    }

    /// What `POST /v1/identify` answers a kiosk: nothing that the kiosk's own screen does not show.
    func identify(_ wanted: IdentifyRequest, atKiosk asking: Asking) async throws -> Response {
        guard wanted.value.hasPrefix(PresentedCards.prefix) else { return try await kioskAnswer(typed: wanted.value, asking) }
        return try await kioskAnswer(to: wanted.value, asking)
    }

    private func kioskAnswer(to name: String, _ asking: Asking) async throws -> Response {
        try kioskLimits.read.demand(kiosk(asking), at: asking.at, refusing: .kioskBusy)
        let card = try presented.card(named: name, at: asking.at)
        return try await kioskAnswer(IdentifyRequest(value: card.value, entry: card.entry), presented: name, asking)
    }

    private func kioskAnswer(typed number: String, _ asking: Asking) async throws -> Response {
        try kioskLimits.typed.demand(kiosk(asking), at: asking.at, refusing: .kioskBusy)
        return try await kioskAnswer(IdentifyRequest(value: number, entry: .keyed), presented: nil, asking)
    }

    private func kioskAnswer(_ wanted: IdentifyRequest, presented name: String?, _ asking: Asking) async throws -> Response {
        let account = try await desk.kioskAccount(wanted, asking.desk())
        let name = name ?? presented.keep(wanted.value, .keyed, at: asking.at)
        let prints = slips == nil ? false : await devices?.printer(at: .kiosk) != nil
        return try .json(KioskAccountAnswer(account: account, presented: name, prints: prints))
    }

    /// Which kiosk asks, for its limits.
    private func kiosk(_ asking: Asking) -> String { asking.caller?.access.rawValue ?? "" }
}

/// A number that a member types.
private struct TypedNumber: Decodable {
    let number: String
}

/// What stands for a card that was read a moment ago.
private struct PresentedName: Decodable {
    let presented: String
}

/// The account, with what stands for the card from now on.
private struct KioskAccountAnswer: Encodable {
    let account: KioskAnswer
    let presented: String
    let prints: Bool

    func encode(to encoder: any Encoder) throws {
        try account.encode(to: encoder)
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(presented, forKey: .presented)
        try container.encode(prints, forKey: .prints)
    }

    private enum CodingKeys: String, CodingKey {
        case presented
        case prints = "prints_statements"
    }
}
