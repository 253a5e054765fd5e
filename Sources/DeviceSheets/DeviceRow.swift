public import PointOfService
public import USBContract

/// One supported device, or all of a maker's: how it is known, what it is, what drives it, and who says so.
public struct DeviceRow: Sendable, Hashable {
    /// What the device says about itself.
    public enum Match: Sendable, Hashable {
        /// Its maker's and its product's number.
        case product(USBDeviceID)
        /// Its maker's number, and an interface of the class that the driver works on.
        case maker(UInt16)
        /// An interface of USB's printer class (class 7, subclass 1), whoever made it.
        case printerClass
    }

    /// How it is known.
    public let match: Match
    /// What it is for.
    public let kind: DeviceKind
    /// Maker and model.
    public let model: String
    /// What drives it.
    public let driver: DeviceDriver
    /// The data sheet of its family, from the top of the repository.
    public let sheet: String
    /// Who says so.
    public let source: String

    /// A row.
    public init(_ match: Match, _ kind: DeviceKind, _ model: String, _ driver: DeviceDriver, sheet: String, source: String) {
        self.match = match
        self.kind = kind
        self.model = model
        self.driver = driver
        self.sheet = sheet
        self.source = source
    }

    /// Whether MemberLane opens such a device.
    public var isDriven: Bool { if case .none = driver { false } else { true } }
}
