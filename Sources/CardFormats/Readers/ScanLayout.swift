/// Where a barcode scanner's report holds the scan. Makers put the fields in different places, so only the descriptor says where.
///
/// Source: HID Point of Sale Usage Tables 1.02, usage page 8C: FB, FC, FD the three characters of the AIM identifier, FE the decoded data, FF more
/// follows in another report; Generic Desktop 3B the count of data bytes in this report.
struct ScanLayout: Sendable {
    let reportID: UInt8
    let data: Range<Int>
    let byteCount: HIDField?
    let aim: [Range<Int>]
    let continuation: HIDField?

    static let moreFollows = HIDUsage(0x8C, 0xFF)

    init?(_ descriptor: HIDReportDescriptor) {
        guard let dataField = descriptor.field(HIDUsage(0x8C, 0xFE)), let bytes = dataField.byteRange else { return nil }
        let id = dataField.reportID
        reportID = id
        data = bytes
        byteCount = descriptor.field(HIDUsage(0x01, 0x3B), id: id)
        aim = [0xFB, 0xFC, 0xFD].compactMap { descriptor.field(HIDUsage(0x8C, $0), id: id)?.byteRange }
        continuation = descriptor.field(Self.moreFollows, id: id)
    }

    /// Data bytes of this report: what it says itself, or without a count all up to the zeros at the end of the field.
    func count(in report: Span<UInt8>) -> Int {
        if let count = byteCount?.value(in: report) { return count }
        var end = data.upperBound
        while end > data.lowerBound, report[end - 1] == 0 { end -= 1 }
        return end - data.lowerBound
    }

    /// `]` and two printable characters, else nil.
    func identifier(in report: Span<UInt8>) -> String? {
        guard aim.count == 3, aim.allSatisfy({ $0.count == 1 && $0.upperBound <= report.count }) else { return nil }
        let bytes = aim.map { report[$0.lowerBound] }
        guard bytes[0] == UInt8(ascii: "]"), bytes.allSatisfy({ (0x21...0x7E).contains($0) }) else { return nil }
        return String(decoding: bytes, as: UTF8.self)
    }

    func continues(in report: Span<UInt8>) -> Bool {
        continuation?.isOn(Self.moreFollows, in: report) ?? false
    }
}
