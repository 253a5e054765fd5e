import LoyaltyModel
import PointOfService

/// Who listens to events: a screen that members use by themselves hears that a card was read, and never whose.
enum Hearer: Hashable {
    case staff, kiosk

    /// Who listens under a role and from a place; whoever says that it is a kiosk is told no more than one.
    init(_ role: Role?, at place: DeviceRole?) { self = role == .kiosk || place == .kiosk ? .kiosk : .staff }
}
