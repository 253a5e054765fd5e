/// What a field or collection of a HID device means: a page and a number on it. Source: HID 1.11, section 6.2.2.8.
public struct HIDUsage: Sendable, Hashable, CustomStringConvertible {
    /// The usage page, such as 0x8C for barcode scanners.
    public let page: UInt16
    /// The usage on that page.
    public let id: UInt16

    /// A usage by page and number.
    public init(_ page: UInt16, _ id: UInt16) {
        self.page = page
        self.id = id
    }

    /// Splits the 32-bit form: page in the high half, number in the low.
    public init(extended value: UInt32) {
        page = UInt16(truncatingIfNeeded: value >> 16)
        id = UInt16(truncatingIfNeeded: value)
    }

    /// Page and number in hexadecimal, `8C:FE`.
    public var description: String { hex(page) + ":" + hex(id) }

    private func hex(_ value: UInt16) -> String {
        let digits = String(value, radix: 16, uppercase: true)
        return digits.utf8.count < 2 ? "0" + digits : digits
    }
}

/// The usages from `first` to `last`, all on one page.
public struct HIDUsageRange: Sendable, Hashable {
    /// The lowest usage.
    public let first: HIDUsage
    /// The highest usage; its number is not below that of `first`.
    public let last: HIDUsage

    /// How many usages the range holds, 1 to 65536.
    public var count: Int { Int(last.id) - Int(first.id) + 1 }

    /// The usage at `index`, nil outside the range.
    public subscript(index: Int) -> HIDUsage? {
        guard index >= 0, index < count else { return nil }
        return HIDUsage(first.page, UInt16(truncatingIfNeeded: Int(first.id) + index))
    }
}
