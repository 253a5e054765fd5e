public import CardFormats
public import PointOfService
public import PrinterFormats

/// What the owner knows about the devices that they do not say themselves.
public struct DeviceSettings: Sendable, Hashable {
    /// The numbers of the programme's own cards.
    public var ranges: CardRanges
    /// Profiles of printers whose name says too little, by device id.
    public var profiles: [DeviceIdentity.ID: PrinterProfile]
    /// Where devices work, by device id; those not named work everywhere.
    public var roles: [DeviceIdentity.ID: DeviceRole] = [:]
    /// What is done about cards that come too often or too early; a shop's own readers want ``ReaderSettings/shop``.
    public var readers = ReaderSettings.fresh
    /// How long printers are waited for.
    public var printerLimits = PrinterLimits()
    /// How long after a failure a device is tried again while it stays plugged in.
    public var retryPause = Duration.seconds(3)

    /// Settings; nothing is known unless said.
    public init(ranges: CardRanges = .none, profiles: [DeviceIdentity.ID: PrinterProfile] = [:]) {
        self.ranges = ranges
        self.profiles = profiles
    }
}
