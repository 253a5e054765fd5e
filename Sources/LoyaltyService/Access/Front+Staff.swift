import AccessControl
import Foundation
import Hummingbird
import LoyaltyModel
import LoyaltyRules
import LoyaltyWording
import PointOfService

/// The manager's page of who is let in.
extension Front {
    func staffPage(_ asking: Asking) async throws -> Response { try await staffPage(asking, grant: nil, trouble: nil) }

    /// Lets a person in by PIN, or a machine by a token that the page shows once.
    func addAccess(_ asking: Asking) async throws -> Response {
        let form = try await asking.form(self)
        return try await answering(asking) {
            guard let role = Role(rawValue: form["role"]) else { throw Trouble(.fieldWrong, field: "role") }
            let pin = form["machine"].isEmpty ? try PIN(chosen: form["pin"]) : nil
            let place = form["place"].isEmpty ? nil : AccessPlace(rawValue: form["place"])
            let newcomer = try Newcomer(role: role, name: form["name"], place: place, pin: pin)
            return try await doorkeeper.add(newcomer, at: asking.at, by: asking.caller?.by)
        }
    }

    func revokeAccess(_ asking: Asking) async throws -> Response {
        _ = try await asking.form(self)
        return try await answering(asking) {
            try await doorkeeper.revoke(asking.part("id"), at: asking.at, by: asking.caller?.by)
            return nil
        }
    }

    func setPIN(_ asking: Asking) async throws -> Response {
        let form = try await asking.form(self)
        return try await answering(asking) {
            try await doorkeeper.set(try PIN(chosen: form["pin"]), of: asking.part("id"), at: asking.at, by: asking.caller?.by)
            return nil
        }
    }

    /// Makes the card that a reader of this computer read last somebody's staff card.
    func setStaffCard(_ asking: Asking) async throws -> Response {
        let form = try await asking.form(self)
        return try await answering(asking) {
            guard form["card"].hasPrefix(PresentedCards.prefix) else { throw Trouble(.swipeAgain, field: "card") }
            let text = try presented.card(form["card"], .swiped, at: asking.at).value
            try await doorkeeper.set(card: text, of: asking.part("id"), at: asking.at, by: asking.caller?.by)
            return nil
        }
    }

    func takeStaffCard(_ asking: Asking) async throws -> Response {
        _ = try await asking.form(self)
        return try await answering(asking) {
            try await doorkeeper.takeCard(of: asking.part("id"), at: asking.at, by: asking.caller?.by)
            return nil
        }
    }

    /// The page anew after something was done; with the token where there is one, or with what is wrong.
    private func answering(_ asking: Asking, _ body: () async throws -> Grant?) async throws -> Response {
        do {
            guard let grant = try await body(), grant.token != nil else { return .seeOther("/staff") }
            return try await staffPage(asking, grant: grant, trouble: nil)
        } catch let trouble as Trouble {
            return try await staffPage(asking, grant: nil, trouble: trouble)
        }
    }

    private func staffPage(_ asking: Asking, grant: Grant?, trouble: Trouble?) async throws -> Response {
        let language = pageLanguage(asking)
        let catalogue = Catalogue(language)
        var values = try values(for: language, script: ["words": PageWords(language, currency: programme.currency)])
        let rows = try await doorkeeper.list().map { StaffRow($0, catalogue, programme.calendar, isMe: $0.entry.id == asking.caller?.access) }
        values["people"] = rows.filter { $0.isPerson }.map(\.values)
        values["machines"] = rows.filter { !$0.isPerson }.map(\.values)
        let option = { (role: Role) -> [String: Any] in ["value": role.rawValue, "name": catalogue.text(ScreenKey(role))] }
        values["personRoles"] = [Role.cashier, .cardDesk, .manager, .auditor].map(option)
        values["machineRoles"] = [Role.till, .kiosk, .auditor, .manager].map(option)
        if let grant, let token = grant.token { values["grant"] = ["name": grant.entry.name, "token": token] }
        if let trouble { values["trouble"] = catalogue.text(trouble) }
        return page(templates.render(.staff, values), in: language, status: trouble.map { Refused($0, status: nil).status } ?? .ok)
    }
}

/// Somebody on the page of who is let in.
private struct StaffRow {
    let isPerson: Bool
    let values: [String: Any]

    init(_ listed: ListedAccess, _ catalogue: Catalogue, _ calendar: ClubCalendar, isMe: Bool) {
        let entry = listed.entry
        isPerson = entry.token == nil
        let day = { (instant: Instant) in catalogue.format(.day(calendar.day(of: instant))) }
        values = [
            "id": entry.id.rawValue, "name": entry.name, "role": catalogue.text(ScreenKey(entry.role)),
            "hasCard": entry.card != nil, "isActive": entry.isActive, "canEnd": entry.isActive && !isMe,
            "seen": listed.lastUsed.map(day) ?? catalogue.text(ScreenKey.neverSeen),
        ]
    }
}
