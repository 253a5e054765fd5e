public import CardFormats
public import USBContract

/// A card reader that describes its reports by USB's own usage page for stripe readers, 8E. No maker is known to sell one: it stands under a number for tests (1209:0001).
///
/// Source: HID Point of Sale Usage Tables 1.02, section 4.
public final class VirtualStandardReader: VirtualHIDDevice {
    private static let rooms = [79, 40, 107]

    /// What the reader says about itself.
    public let descriptors: USBFunctionDescriptors
    /// Where its reports wait.
    public let port = VirtualHIDPort()

    /// A reader.
    public init(serialNumber: String? = "8E0001") {
        let report: [UInt8] = [
            0x05, 0x8E, 0x09, 0x01, 0xA1, 0x01, 0x85, 0x01, 0x15, 0x00, 0x26, 0xFF, 0x00, 0x75, 0x08,  // stripe reader, report 1, bytes
            0x09, 0x11, 0x09, 0x12, 0x09, 0x13, 0x95, 0x03, 0x81, 0x02,  // lengths of tracks 1, 2, 3
            0x09, 0x21, 0x95, 0x4F, 0x82, 0x02, 0x01,  // track 1: 79 bytes
            0x09, 0x22, 0x95, 0x28, 0x82, 0x02, 0x01,  // track 2: 40 bytes
            0x09, 0x23, 0x95, 0x6B, 0x82, 0x02, 0x01, 0xC0,  // track 3: 107 bytes
        ]
        descriptors = VirtualHIDPort.descriptors(
            USBDeviceID(vendor: 0x1209, product: 0x0001), report: report, packetSize: 64, interval: 10, names: ("MemberLane", "Virtual stripe reader"),
            serialNumber: serialNumber)
    }

    /// Draws a card through: texts with their sentinels. This page has no place to say that a track is torn: it comes with start sentinel and `E`.
    public func swipe(_ tracks: [TrackNumber: String], torn: Set<TrackNumber> = []) {
        let texts = zip(TrackNumber.allCases, Self.rooms).map { number, room in
            torn.contains(number) ? [number.format.start, UInt8(ascii: "E"), number.format.end] : Array((tracks[number] ?? "").utf8.prefix(room))
        }
        let fields = zip(texts, Self.rooms).flatMap { text, room in text + repeatElement(0, count: room - text.count) }
        port.send([[1] + texts.map { UInt8($0.count) } + fields])
    }
}
