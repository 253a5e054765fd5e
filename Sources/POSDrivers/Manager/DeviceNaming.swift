public import PointOfService
public import USBContract

/// How the devices of a computer are named and where they work.
struct DeviceNaming: Sendable, Hashable {
    /// Whether the serial number is passed over: two clones may share one.
    var byPort = false
    /// Where devices work, by device id.
    var roles: [DeviceIdentity.ID: DeviceRole] = [:]

    func identity(of device: USBDeviceInfo, kind: DeviceKind, model: String) -> DeviceIdentity {
        let name = DeviceIdentity(device, kind: kind, model: model, byPort: byPort)
        return DeviceIdentity(id: name.id, kind: kind, model: model, role: roles[name.id])
    }
}

extension DeviceIdentity {
    /// The name of a device with a serial number of its own, or the only one of its kind.
    public static func id(of device: USBDeviceInfo, kind: DeviceKind) -> ID { DeviceIdentity(device, kind: kind, model: "").id }

    /// A device as the bus found it. With `byPort`, the serial number is passed over.
    init(_ device: USBDeviceInfo, kind: DeviceKind, model: String, byPort: Bool = false) {
        let ids = device.deviceID.description.replacing(":", with: "-")
        let serial = byPort ? nil : device.serialNumber.flatMap(Self.usable)
        self.init(id: "\(kind.rawValue)-\(ids)-\(serial ?? "port-" + device.portPath)", kind: kind, model: model)
    }

    /// A serial number that tells devices apart, without characters that need quoting; nil for none or `0000`.
    private static func usable(_ serial: String) -> String? {
        let plain = serial.filter { $0.isASCII && ($0.isLetter || $0.isNumber || "-_.".contains($0)) }
        return plain.contains { $0 != "0" } ? String(plain.prefix(40)) : nil
    }
}
