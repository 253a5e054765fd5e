import Hummingbird
import LoyaltyRules

extension Front {
    /// The page of the installer: every device, how it stands, and the way out.
    func devicesPage(_ asking: Asking) async throws -> Response {
        let language = pageLanguage(asking)
        let script = ["words": words(of: .devices, in: language)]
        return page(templates.render(.devices, try values(for: language, script: script)), in: language)
    }
}
