import LoyaltyModel

/// The service in the place of Odoo's hardware proxy: pages of some origins, in a browser of this computer, are told what is scanned.
public struct OdooProxy: Sendable {
    /// How long a page waits for a scan before it is told that there was none; Odoo's own proxy waits as long, and its pages a little longer.
    public static let usualPatience = Duration.seconds(50)

    /// The pages that are answered.
    let origins: Set<WebOrigin>
    let patience: Duration
    let scans: OdooScans

    /// The proxy for pages of these origins.
    public init(origins: [WebOrigin], patience: Duration = usualPatience) {
        self.origins = Set(origins)
        self.patience = patience
        self.scans = OdooScans()
    }

    func allows(_ origin: String?) -> Bool { origin.flatMap { WebOrigin($0) }.map { origins.contains($0) } ?? false }
}
