public import Testing

/// A rule every bus keeps, and the check of it.
public struct USBRule: Sendable, CustomTestStringConvertible {
    /// The rule, as a sentence.
    public let testDescription: String
    /// Whether the check denies access, which root cannot be.
    public let deniesAccess: Bool
    /// Plugs devices of its own in, checks, and pulls them out again.
    public let check: @Sendable (any USBWorkbench) async throws -> Void

    init(_ rule: String, deniesAccess: Bool = false, _ check: @escaping @Sendable (any USBWorkbench) async throws -> Void) {
        testDescription = rule
        self.deniesAccess = deniesAccess
        self.check = check
    }

    /// Every rule; root may open everything, so for root those that deny access cannot be checked.
    public static func all(denyingAccess canDenyAccess: Bool) -> [USBRule] {
        (plugging + claiming + reading + streaming + writing + controlling + crowding).filter { canDenyAccess || !$0.deniesAccess }
    }
}
