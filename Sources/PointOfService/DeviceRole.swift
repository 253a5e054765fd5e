/// Where in the shop a device works, so that a card read at the kiosk does not open a sale at the till.
///
/// A device without a role works everywhere: a shop with one reader binds nothing.
public enum DeviceRole: String, Sendable, Hashable, Codable, CaseIterable {
    /// The till: cashier and payment.
    case till
    /// The card desk: old cards are taken in, new ones printed and read back.
    case desk
    /// The kiosk: members by themselves.
    case kiosk
}
