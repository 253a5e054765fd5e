/// Something that happened to a device of this computer.
public struct DeviceEvent: Sendable, Hashable {
    /// What happened.
    public enum Happening: Sendable, Hashable {
        /// It can be used now. Somebody who begins to listen is told of every device that is there already.
        case arrived(DeviceReport)
        /// It is gone.
        case left
        /// A card was read, or was not.
        case card(CardEvent)
        /// A printer's state changed.
        case printer(PrinterReport)
        /// It cannot be used, for now.
        case trouble(DeviceTrouble)
    }

    /// Counts events of one hub from 1; the same event has the same number for everybody who listens.
    public let number: Int
    /// Which device.
    public let device: DeviceIdentity
    /// What happened.
    public let happening: Happening

    /// An event.
    public init(number: Int, device: DeviceIdentity, happening: Happening) {
        self.number = number
        self.device = device
        self.happening = happening
    }
}
