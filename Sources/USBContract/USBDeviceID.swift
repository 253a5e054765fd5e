/// What kind of device this is: the maker's number and the maker's number of the product.
///
/// Source: USB 2.0, table 9-8, `idVendor` and `idProduct`.
public struct USBDeviceID: Sendable, Hashable, CustomStringConvertible {
    /// `idVendor`, given to the maker by USB-IF.
    public var vendor: UInt16
    /// `idProduct`, chosen by the maker; several models may share one.
    public var product: UInt16

    /// The device numbered `product` by the maker numbered `vendor`.
    public init(vendor: UInt16, product: UInt16) {
        self.vendor = vendor
        self.product = product
    }

    /// As `lsusb` and udev rules write it: `0801:0002`.
    public var description: String { hexadecimal(vendor) + ":" + hexadecimal(product) }
}

/// `number` in four lower-case hexadecimal digits.
func hexadecimal(_ number: UInt16) -> String {
    let digits = String(number, radix: 16)
    return String(repeating: "0", count: 4 - digits.count) + digits
}
