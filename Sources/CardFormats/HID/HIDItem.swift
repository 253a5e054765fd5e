/// One short item of a report descriptor. Source: HID 1.11, section 6.2.2.2.
struct HIDItem {
    enum Kind: UInt8 { case main, global, local, reserved }

    /// Where the item starts in the descriptor, in bytes.
    let offset: Int
    let kind: Kind
    /// 0 to 15.
    let tag: UInt8
    /// Bytes of data: 0, 1, 2 or 4.
    let size: Int
    /// The data, least byte first.
    let unsigned: UInt32

    /// The data with the sign of its own width.
    var signed: Int {
        switch size {
        case 1: Int(Int8(truncatingIfNeeded: unsigned))
        case 2: Int(Int16(truncatingIfNeeded: unsigned))
        default: Int(Int32(truncatingIfNeeded: unsigned))
        }
    }

    /// Splits a descriptor into its short items; long items (section 6.2.2.3) carry nothing a host has to know and are passed over.
    static func items(of bytes: [UInt8]) throws(HIDDescriptorFault) -> [HIDItem] {
        var items: [HIDItem] = []
        var offset = 0
        while offset < bytes.count {
            let prefix = bytes[offset]
            if prefix == 0xFE {
                guard offset + 1 < bytes.count, offset + 3 + Int(bytes[offset + 1]) <= bytes.count else { throw .cutOff(offset: offset) }
                offset += 3 + Int(bytes[offset + 1])
                continue
            }
            let size = prefix & 3 == 3 ? 4 : Int(prefix & 3)
            guard offset + 1 + size <= bytes.count else { throw .cutOff(offset: offset) }
            var value: UInt32 = 0
            for index in 0..<size { value |= UInt32(bytes[offset + 1 + index]) << UInt32(8 * index) }
            items.append(HIDItem(offset: offset, kind: Kind(rawValue: prefix >> 2 & 3) ?? .reserved, tag: prefix >> 4, size: size, unsigned: value))
            offset += 1 + size
        }
        return items
    }
}
