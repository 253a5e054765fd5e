import AccessControl
import Hummingbird
import LoyaltyModel
import LoyaltyRules
import LoyaltyWording

extension Front {
    /// The page where a computer becomes a kiosk by a kiosk's token.
    func pairPage(_ asking: Asking) throws -> Response { try pairPage(asking, trouble: nil) }

    /// Makes this browser a kiosk.
    func pair(_ asking: Asking) async throws -> Response {
        let form = try await asking.form(self)
        do {
            let token = form["token"].filter { !$0.isWhitespace }
            return try await pair(asking, token: token)
        } catch let trouble as Trouble {
            return try pairPage(asking, trouble: trouble)
        }
    }

    /// Makes the computer a kiosk at which a manager is signed in, and signs the manager out there.
    func makeKioskHere(_ asking: Asking) async throws -> Response {
        _ = try await asking.form(self)
        let taken = try await doorkeeper.list().filter { $0.entry.role == .kiosk }.count
        let name =
            "\(Catalogue(pageLanguage(asking)).text(ScreenKey.roleKiosk)) \(taken + 1) \(AccessID(String(asking.at.milliseconds % 1_000_000, radix: 36)))"
        let grant = try await doorkeeper.add(try Newcomer(role: .kiosk, name: name), at: asking.at, by: asking.caller?.by)
        guard let token = grant.token else { throw Trouble(.unexpected) }
        return try await pair(asking, token: token)
    }

    private func pair(_ asking: Asking, token: String) async throws -> Response {
        let paired = try await doorkeeper.pair(kiosk: token, from: address(of: asking), at: asking.at)
        try await endSession(of: asking)
        return .seeOther("/kiosk", cookie: cookie(paired.cookie, seconds: paired.seconds))
    }

    private func pairPage(_ asking: Asking, trouble: Trouble?) throws -> Response {
        let language = pageLanguage(asking)
        var values = try values(for: language, script: DoorScript(PageWords(language, currency: programme.currency), listens: false))
        values["rest"] = ""
        if let trouble { values["trouble"] = Catalogue(language).text(trouble) }
        return page(templates.render(.pair, values), in: language, status: trouble.map { Refused($0, status: nil).status } ?? .ok)
    }
}
