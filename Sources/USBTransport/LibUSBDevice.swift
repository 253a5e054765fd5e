import CLibUSB
import USBContract

/// A device of libusb, kept for as long as this object lives.
final class LibUSBDevice: Sendable {
    let pointer: LibUSBPointer<OpaquePointer>
    let session: LibUSBSession

    /// Takes over a reference that `libusb_ref_device` has made.
    init(owning pointer: LibUSBPointer<OpaquePointer>, session: LibUSBSession) {
        self.pointer = pointer
        self.session = session
    }

    deinit { libusb_unref_device(pointer.raw) }

    static func address(of pointer: LibUSBPointer<OpaquePointer>) -> USBAddress {
        USBAddress(bus: libusb_get_bus_number(pointer.raw), address: libusb_get_device_address(pointer.raw))
    }

    /// Reads what the kernel has cached; nothing is sent to the device. Nil when it has gone again meanwhile.
    func info() -> USBDeviceInfo? {
        var raw = libusb_device_descriptor()
        guard libusb_get_device_descriptor(pointer.raw, &raw) == 0 else { return nil }
        var ports = [UInt8](repeating: 0, count: 7)
        let depth = Int(libusb_get_port_numbers(pointer.raw, &ports, Int32(ports.count)))
        var info = USBDeviceInfo(
            address: Self.address(of: pointer), ports: Array(ports.prefix(max(depth, 0))),
            speed: USBSpeed(rawValue: UInt8(clamping: libusb_get_device_speed(pointer.raw))) ?? .unknown, descriptor: USBDeviceDescriptor(raw),
            configurations: (0..<raw.bNumConfigurations).compactMap(configuration), activeConfigurationValue: activeConfigurationValue)
        let texts = DeviceTexts(portPath: info.portPath)
        info.manufacturer = texts.manufacturer
        info.product = texts.product
        info.serialNumber = texts.serialNumber
        return info
    }

    private func configuration(_ index: UInt8) -> USBConfiguration? {
        var descriptor: UnsafeMutablePointer<libusb_config_descriptor>?
        guard libusb_get_config_descriptor(pointer.raw, index, &descriptor) == 0, let descriptor else { return nil }
        defer { libusb_free_config_descriptor(descriptor) }
        return USBConfiguration(descriptor.pointee)
    }

    private var activeConfigurationValue: UInt8? {
        var descriptor: UnsafeMutablePointer<libusb_config_descriptor>?
        guard libusb_get_active_config_descriptor(pointer.raw, &descriptor) == 0, let descriptor else { return nil }
        defer { libusb_free_config_descriptor(descriptor) }
        return descriptor.pointee.bConfigurationValue
    }
}
