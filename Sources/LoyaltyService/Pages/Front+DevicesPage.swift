import Hummingbird
import LoyaltyRules

extension Front {
    /// The page of the installer: every device, how it stands, and the way out.
    func devicesPage(_ asking: Asking) async throws -> Response {
        try page(.devices, asking) { ["words": words(of: .devices, in: $0)] }
    }
}
