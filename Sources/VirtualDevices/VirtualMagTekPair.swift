import CardFormats
import Synchronization
public import USBContract

/// A MagTek reader that can be switched between HID reports and key strokes: a reset takes it off the bus and brings it back, in the same socket, as the other product.
public final class VirtualMagTekPair: Sendable {
    /// As it is in HID mode.
    public let reports = VirtualStripeReader()
    /// As it is in keyboard mode.
    public let keys = VirtualKeyboard(.stripeReader)
    private let bus: VirtualBus
    private let socket: UInt8
    private let address = Mutex<USBAddress?>(nil)

    /// A reader for this socket.
    public init(bus: VirtualBus, socket: UInt8 = 1) {
        self.bus = bus
        self.socket = socket
    }

    /// Plugs it in, in the given mode.
    @discardableResult
    public func plug(_ function: any USBFunction) throws(USBError) -> USBDeviceInfo {
        for interface in [reports.whenRestarted, keys.whenRestarted] { interface { [weak self] wanted in self?.comeBack(isKeyboard: wanted == .keyboard) } }
        let device = try bus.plug(function, port: socket, conditions: VirtualBus.Conditions(kernelDrivers: [0: "usbhid"]))
        address.withLock { $0 = device.address }
        return device
    }

    /// The cable pulled out for good.
    public func unplug() {
        if let address = address.withLock({ $0 }) { bus.unplug(address) }
    }

    /// The request that asked for it is answered first.
    private func comeBack(isKeyboard: Bool) {
        Task {
            unplug()
            _ = try? plug(isKeyboard ? keys : reports)
        }
    }
}
