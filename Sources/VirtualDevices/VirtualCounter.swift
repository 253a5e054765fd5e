import Synchronization
public import USBContract

/// A shop's counter without any hardware: a bus with a card reader, a scanner, a printer and a stripe writer, to be plugged in and pulled out by name.
public final class VirtualCounter: Sendable {
    /// The devices on the counter; the raw value is the name.
    public enum Device: String, Sendable, Hashable, CaseIterable {
        /// The card reader.
        case reader
        /// The barcode scanner.
        case scanner
        /// The printer.
        case printer
        /// The writer of stripes, which a card desk may have beside them.
        case writer

        /// What every till has.
        public static let ofTill: [Device] = [.reader, .scanner, .printer]
    }

    /// Where the devices are plugged in.
    public let bus: VirtualBus
    /// The card reader.
    public let reader = VirtualStripeReader()
    /// The barcode scanner.
    public let scanner = VirtualScanner()
    /// The printer.
    public let printer = VirtualPrinter()
    /// The stripe writer.
    public let writer = VirtualStripeWriter()
    private let plugged = Mutex<[Device: USBAddress]>([:])

    /// A counter with nothing plugged in. `timer` waits for time limits: `{ try await Task.sleep(for: $0) }`.
    public init(timer: @escaping VirtualBus.Timer) { bus = VirtualBus(timer: timer) }

    /// Plugs a device in, each always into the same socket; one that is in stays in.
    @discardableResult
    public func plug(_ device: Device) throws(USBError) -> USBAddress {
        if let address = address(of: device) { return address }
        let address = try bus.plug(function(device), port: port(device), conditions: conditions(device)).address
        plugged.withLock { $0[device] = address }
        return address
    }

    /// Plugs in what every till has.
    public func plugTill() throws(USBError) {
        for device in Device.ofTill { try plug(device) }
    }

    /// Pulls a device out; one that is out stays out.
    public func unplug(_ device: Device) {
        if let address = plugged.withLock({ $0.removeValue(forKey: device) }) { bus.unplug(address) }
    }

    /// Where a device is plugged in; nil when it is not.
    public func address(of device: Device) -> USBAddress? { plugged.withLock { $0[device] } }

    /// The driver bound to a device: the kernel's own, `usbfs` while a program has claimed it, nil when it is not plugged in.
    public func driver(of device: Device) -> String? { address(of: device).flatMap { bus.driver(of: 0, of: $0) } }

    private func function(_ device: Device) -> any USBFunction {
        switch device {
        case .reader: reader
        case .scanner: scanner
        case .printer: printer
        case .writer: writer
        }
    }

    private func port(_ device: Device) -> UInt8 {
        switch device {
        case .reader: 1
        case .scanner: 2
        case .printer: 3
        case .writer: 4
        }
    }

    private func conditions(_ device: Device) -> VirtualBus.Conditions {
        VirtualBus.Conditions(kernelDrivers: [0: device == .printer ? "usblp" : "usbhid"])
    }
}
