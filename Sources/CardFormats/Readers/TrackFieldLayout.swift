/// A report with a field for each track. What makes a card reader is its track usages: other devices share its usage page.
///
/// MagTek and the makers that follow it, usage page FF00. Sources: MagTek 99875191 (337 bytes), 99875475 (856 and 887 bytes, and the
/// advice not to depend on fixed offsets), “Report descriptor”.
///
/// | usage | field |
/// |---|---|
/// | 20, 21, 22 | decode status of the tracks; bit 0: could not be decoded |
/// | 28, 29, 2A | data length of the tracks |
/// | 30, 31, 32 | data of the tracks |
/// | 38 | card encode type |
/// | 42 | reader encryption status |
///
/// HID Point of Sale Usage Tables 1.02, usage page 8E: 11, 12, 13 lengths, 21, 22, 23 data.
struct TrackFieldLayout: Sendable {
    private struct Track {
        let number: TrackNumber
        let status: HIDField?
        let length: HIDField
        let data: Range<Int>
    }

    let reportID: UInt8
    let encodeType: HIDField?
    private let tracks: [Track]
    private let encryptionStatus: Range<Int>?

    init?(_ descriptor: HIDReportDescriptor) {
        let magtek = Self.tracks(descriptor, page: 0xFF00, status: 0x20, length: 0x28, data: 0x30)
        let standard = Self.tracks(descriptor, page: 0x8E, status: nil, length: 0x11, data: 0x21)
        let tracks = magtek.isEmpty ? standard : magtek
        guard let id = tracks.first?.length.reportID else { return nil }
        reportID = id
        self.tracks = tracks.filter { $0.length.reportID == id }
        encodeType = descriptor.field(HIDUsage(0xFF00, 0x38), id: id)
        encryptionStatus = descriptor.field(HIDUsage(0xFF00, 0x42), id: id)?.byteRange
    }

    private static func tracks(_ descriptor: HIDReportDescriptor, page: UInt16, status: UInt16?, length: UInt16, data: UInt16) -> [Track] {
        TrackNumber.allCases.enumerated().compactMap { index, number in
            let step = UInt16(index)
            guard let lengthField = descriptor.field(HIDUsage(page, length + step)), lengthField.bitSize <= 32,
                let bytes = descriptor.field(HIDUsage(page, data + step), id: lengthField.reportID)?.byteRange
            else { return nil }
            let statusField = status.flatMap { descriptor.field(HIDUsage(page, $0 + step), id: lengthField.reportID) }
            return Track(number: number, status: statusField, length: lengthField, data: bytes)
        }
    }

    func tracks(in report: Span<UInt8>) -> [TrackPlace] {
        tracks.map { track in
            let status = track.status?.value(in: report) ?? 0
            let length = track.length.value(in: report) ?? 0
            return TrackPlace(number: track.number, isTorn: status & 1 == 1, start: track.data.lowerBound, length: length, room: track.data.count)
        }
    }

    /// MagneSafe: bit 1 a key is loaded, bit 2 encryption is on; it encrypts when both are set. The field is big-endian. Source: MagTek 99875475.
    func isEncrypting(_ report: Span<UInt8>) -> Bool {
        guard let status = encryptionStatus, !status.isEmpty, status.upperBound <= report.count else { return false }
        return report[status.upperBound - 1] & 0b110 == 0b110
    }
}
