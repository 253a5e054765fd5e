public import PointOfService
public import USBContract

/// One supported device, or a family of them: how it is known, what it is, what drives it, and who says so.
public struct DeviceRow: Sendable, Hashable {
    /// What the device says about itself.
    public enum Match: Sendable, Hashable {
        /// Its maker's and its product's number.
        case product(USBDeviceID)
        /// Its maker's number, and that it has a HID or a printer interface: makers of nothing but scanners, or but printers.
        case vendor(UInt16)
        /// An interface of USB's printer class (class 7, subclass 1) with a bulk OUT endpoint.
        case printerClass
    }

    /// What drives the device.
    public enum Driver: Sendable, Hashable {
        /// A HID reader, whose report descriptor has the last word on what it is.
        case hid(Activation)
        /// An ESC/POS printer; one that announces other languages and not this is left alone.
        case escpos
        /// A printer of a maker with its own language: an ESC/POS printer only if it announces it.
        case escposIfAnnounced
        /// Nothing: the device is in a mode that is not driven; this is the way out.
        case none(wayOut: String)
    }

    /// What a HID reader needs before it speaks.
    public enum Activation: Sendable, Hashable {
        case notNeeded
        /// Feature report 0xFE with the value 1, “output redirection”: without it the scanner types nothing and sends nothing.
        case outputRedirection
    }

    /// How it is known.
    public let match: Match
    /// What it is for.
    public let kind: DeviceKind
    /// Maker and model.
    public let model: String
    /// What drives it.
    public let driver: Driver
    /// The data sheet of its family, from the top of the repository.
    public let sheet: String
    /// Who says so.
    public let source: String

    init(_ match: Match, _ kind: DeviceKind, _ model: String, _ driver: Driver, sheet: String, source: String) {
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
