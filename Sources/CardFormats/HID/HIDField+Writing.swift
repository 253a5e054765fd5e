extension HIDField {
    /// Puts `value` into the element at `index`, in a report's data without its id. An element that reaches beyond the data, or a value with more bits than the
    /// element, changes nothing.
    func set(_ value: Int, at index: Int = 0, in data: inout [UInt8]) {
        let start = bitOffset + index * bitSize
        guard index >= 0, index < count, start + bitSize <= data.count * 8, value >= 0, bitSize >= Int.bitWidth || value >> bitSize == 0 else { return }
        for bit in 0..<min(bitSize, Int.bitWidth) {
            let position = start + bit
            let mask = 1 << UInt8(position % 8) as UInt8
            data[position / 8] = value >> bit & 1 == 1 ? data[position / 8] | mask : data[position / 8] & ~mask
        }
    }
}
