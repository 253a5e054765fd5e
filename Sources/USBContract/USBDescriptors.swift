/// The types of descriptors MemberLane reads.
///
/// Source: USB 2.0, table 9-5; HID 1.11, section 7.1.
public enum USBDescriptorType {
    /// DEVICE.
    public static let device: UInt8 = 0x01
    /// CONFIGURATION.
    public static let configuration: UInt8 = 0x02
    /// STRING.
    public static let string: UInt8 = 0x03
    /// INTERFACE.
    public static let interface: UInt8 = 0x04
    /// ENDPOINT.
    public static let endpoint: UInt8 = 0x05
    /// HID.
    public static let hid: UInt8 = 0x21
    /// The report descriptor of a HID interface.
    public static let hidReport: UInt8 = 0x22
}

/// A row of descriptors, each led by its own length and type; it ends where a length does not fit.
struct USBDescriptors: Sequence, IteratorProtocol {
    struct Descriptor {
        var type: UInt8
        /// Whole, length and type included.
        var bytes: [UInt8]
    }

    private var rest: ArraySlice<UInt8>

    init(_ bytes: [UInt8]) { rest = bytes[...] }

    mutating func next() -> Descriptor? {
        guard let length = rest.first.map(Int.init), length >= 2, length <= rest.count else { return nil }
        let bytes = Array(rest.prefix(length))
        rest = rest.dropFirst(length)
        return Descriptor(type: bytes[1], bytes: bytes)
    }
}

extension [UInt8] {
    /// The 16-bit number at `offset`, low byte first; bytes past the end count as zero.
    func littleEndian16(at offset: Int) -> UInt16 {
        let low = offset < count ? self[offset] : 0
        let high = offset + 1 < count ? self[offset + 1] : 0
        return UInt16(high) << 8 | UInt16(low)
    }

    /// `number`, low byte first.
    static func littleEndian(_ number: UInt16) -> [UInt8] { [UInt8(truncatingIfNeeded: number), UInt8(truncatingIfNeeded: number >> 8)] }
}
