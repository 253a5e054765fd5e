/// Where a device is for as long as it stays plugged in: the bus and the address the host gave it there.
///
/// A device that is plugged in again gets another address, so an address names one stay of one device.
/// On Linux it is also the path of the node, `/dev/bus/usb/001/004`.
public struct USBAddress: Sendable, Hashable, CustomStringConvertible {
    /// The number of the bus, from 1.
    public var bus: UInt8
    /// The address on that bus, 1 to 127.
    public var address: UInt8

    /// The device at `address` on `bus`.
    public init(bus: UInt8, address: UInt8) {
        self.bus = bus
        self.address = address
    }

    /// As `lsusb` writes it, without its words: `001:004`.
    public var description: String { threeDigits(bus) + ":" + threeDigits(address) }

    /// The device node on Linux.
    public var nodePath: String { "/dev/bus/usb/\(threeDigits(bus))/\(threeDigits(address))" }

    private func threeDigits(_ number: UInt8) -> String {
        let digits = String(number)
        return String(repeating: "0", count: 3 - digits.count) + digits
    }
}
