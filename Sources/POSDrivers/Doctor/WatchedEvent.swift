public import PointOfService
import PrinterFormats

/// What `memberlane devices watch` shows of an event: no digit of a card but its last four.
public struct WatchedEvent: Sendable, Hashable, Encodable {
    /// Which device.
    public let device: DeviceIdentity.ID
    /// Maker and model.
    public let model: String
    /// `arrived`, `left`, `read`, `not_read`, `printer` or `trouble`.
    public let event: String
    /// For people, in English.
    public let text: String
    /// The way out, where there is one.
    public let hint: String?

    /// What is shown of an event.
    public init(_ event: DeviceEvent) {
        device = event.device.id
        model = event.device.model
        switch event.happening {
        case .arrived(let report): (self.event, text, hint) = ("arrived", "ready" + (report.device.role.map { " at the \($0.rawValue)" } ?? ""), nil)
        case .left: (self.event, text, hint) = ("left", "unplugged", nil)
        case .card(.number(let read)): (self.event, text, hint) = ("read", read.description, nil)
        case .card(let card): (self.event, text, hint) = ("not_read", card.sentence ?? "", card.wayOut)
        case .printer(let report): (self.event, text, hint) = ("printer", report.sentence, report.conditions?.inOrder.first?.wayOut)
        case .trouble(let trouble): (self.event, text, hint) = ("trouble", trouble.sentence, trouble.recoverySuggestion)
        }
    }

    /// For people: the device and what happened to it, then the way out.
    public var line: String { "\(model) (\(device)): \(text)" + (hint.map { "\n  hint: \($0)" } ?? "") }
}
