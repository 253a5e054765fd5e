/// Which device: the same value before and after it is replugged or the computer restarted.
public struct DeviceIdentity: Sendable, Hashable, Codable, Identifiable {
    /// A name for settings and programs, such as `msr-0801-0002-B0A1234`.
    ///
    /// Made of kind, maker, product and serial number; of the socket (`port-1-2.3`) where the device has no serial number of its own.
    public let id: String
    /// What it is for.
    public let kind: DeviceKind
    /// Maker and model, as the operator reads them.
    public let model: String
    /// Where it works; nil for everywhere.
    public let role: DeviceRole?

    /// A device.
    public init(id: String, kind: DeviceKind, model: String, role: DeviceRole? = nil) {
        self.id = id
        self.kind = kind
        self.model = model
        self.role = role
    }

    /// Whether it works at a place: there, or everywhere.
    public func works(at place: DeviceRole) -> Bool { role == nil || role == place }
}

extension DeviceIdentity: CustomStringConvertible {
    /// `MagTek SureSwipe (msr-0801-0002-B0A1234)`.
    public var description: String { "\(model) (\(id))" }
}
