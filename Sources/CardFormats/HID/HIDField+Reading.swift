/// Fields are read out of a report's data: the bytes of the report without its report id. Bits count from the low end of each byte
/// (HID 1.11, section 5.8). A field that reaches beyond the data reads as nil.
extension HIDField {
    /// The bytes of the field within the report's data; nil unless it is made of whole bytes.
    public var byteRange: Range<Int>? {
        guard bitOffset % 8 == 0, bitSize % 8 == 0 else { return nil }
        return bitOffset / 8..<(bitOffset + bitCount) / 8
    }

    /// The element at `index` as a number, with its sign where the logical range is signed; nil for elements wider than 32 bits.
    public func value(at index: Int = 0, in data: Span<UInt8>) -> Int? {
        guard index >= 0, index < count, bitSize <= 32 else { return nil }
        let start = bitOffset + index * bitSize
        guard start + bitSize <= data.count * 8 else { return nil }
        var value = 0
        for bit in 0..<bitSize {
            let position = start + bit
            let isSet = data[position / 8] >> UInt8(position % 8) & 1
            value |= Int(isSet) << bit
        }
        let isNegative = logicalMinimum < 0 && value >> (bitSize - 1) & 1 == 1
        return isNegative ? value - (1 << bitSize) : value
    }

    /// Whether the report says `usage` is on: a variable field of that usage is not zero, or an element of an array names it.
    public func isOn(_ usage: HIDUsage, in data: Span<UInt8>) -> Bool {
        if let own = self.usage { return own == usage && (value(in: data) ?? 0) != 0 }
        return (0..<count).contains { element in
            guard let value = value(at: element, in: data) else { return false }
            return selected(by: value) == usage
        }
    }

    /// The usage that an array element with this value names. Source: HID 1.11, section 6.2.2.5, “Array”.
    func selected(by value: Int) -> HIDUsage? {
        guard value >= logicalMinimum, value <= logicalMaximum else { return nil }
        var index = value - logicalMinimum
        for range in usages {
            if let usage = range[index] { return usage }
            index -= range.count
        }
        return nil
    }

    /// Whether one of the field's usages is `usage`.
    public func names(_ usage: HIDUsage) -> Bool {
        usages.contains { $0.first.page == usage.page && ($0.first.id...$0.last.id).contains(usage.id) }
    }
}
