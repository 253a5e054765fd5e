import AccessControl
import Hummingbird
import LoyaltyModel
import LoyaltyRules
import LoyaltyWording

extension Front {
    /// The page where whoever holds the code becomes the first manager.
    func setUpPage(_ asking: Asking) async throws -> Response {
        guard try await doorkeeper.isUnclaimed() else { return .seeOther("/sign-in") }
        return try setUpPage(asking, code: asking.query("code") ?? "", name: "", trouble: nil)
    }

    /// Makes the first manager, and signs them in.
    func setUp(_ asking: Asking) async throws -> Response {
        let form = try await asking.form(self)
        do {
            let pin = try PIN(chosen: form["pin"])
            guard form["pin"] == form["again"] else { throw Trouble(.pinsDiffer, field: "again") }
            try setUpTries.demand(address(of: asking), at: asking.at)
            let owner = try Newcomer(role: .manager, name: form["name"], pin: pin)
            let entry = try await doorkeeper.setUp(owner, code: form["code"], expected: setUpCode, at: asking.at).entry
            let signed = try await doorkeeper.signIn(entry, from: address(of: asking), at: asking.at)
            return .seeOther("/staff", cookie: cookie(signed.cookie))
        } catch let trouble as Trouble {
            return try setUpPage(asking, code: form["code"], name: form["name"], trouble: trouble)
        }
    }

    private func setUpPage(_ asking: Asking, code: String, name: String, trouble: Trouble?) throws -> Response {
        let language = pageLanguage(asking)
        let safe = LocalPath("/" + code)
        var values = try values(for: language, script: DoorScript(PageWords(language, currency: programme.currency), listens: false))
        values["rest"] = "&code=\(safe.encoded.dropFirst())"
        values["name"] = name
        if !code.isEmpty { values["code"] = code }
        if let trouble { values["trouble"] = Catalogue(language).text(trouble) }
        return page(templates.render(.setUp, values), in: language, status: trouble.map { Refused($0, status: nil).status } ?? .ok)
    }
}
