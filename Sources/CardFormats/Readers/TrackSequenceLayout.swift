/// The report of ID TECH's own mode: 509 bytes on a vendor's usage page, of which the descriptor names nothing.
///
/// Source: ID TECH MiniMag II, “ID TECH mode”: bytes 0 to 2 decode status of the tracks, 3 to 5 their lengths, 6 card encode type (0 ISO, 1 AAMVA, 3 other,
/// 4 raw), 7 and 8 the total length, then 500 bytes with the tracks one behind the other. The order of the total's two bytes is not stated, so the three lengths
/// split the data; line ends between tracks are passed over.
struct TrackSequenceLayout: Sendable {
    let reportID: UInt8

    private static let byteCount = 509
    private static let data = 9
    /// Vendors' usage pages. Source: HID Usage Tables, section 3, “Usage pages”.
    static let vendorPages: ClosedRange<UInt16> = 0xFF00...0xFFFF

    init?(_ descriptor: HIDReportDescriptor) {
        let whole = Self.byteCount + (descriptor.usesReportIDs ? 1 : 0)
        guard let id = descriptor.reportIDs(of: .input).first(where: { descriptor.byteCount(of: .input, id: $0) == whole }) else { return nil }
        let fields = descriptor.fields.filter { $0.kind == .input && $0.reportID == id }
        guard fields.contains(where: { Self.vendorPages.contains($0.usages.first?.first.page ?? 0) }) else { return nil }
        reportID = id
    }

    func tracks(in report: Span<UInt8>) -> [TrackPlace] {
        guard report.count == Self.byteCount else { return [] }
        var start = Self.data
        return TrackNumber.allCases.enumerated().map { index, number in
            let length = Int(report[3 + index])
            while length > 0, start < report.count, report[start] == 0x0D || report[start] == 0x0A { start += 1 }
            defer { start = min(start + length, report.count) }
            return TrackPlace(number: number, isTorn: report[index] & 1 == 1, start: start, length: length, room: report.count - start)
        }
    }

    func encodeType(in report: Span<UInt8>) -> Int? { report.count == Self.byteCount ? Int(report[6]) : nil }

    /// Bits as they stand on the stripe, instead of characters.
    func isRaw(_ report: Span<UInt8>) -> Bool { encodeType(in: report) == 4 }
}
