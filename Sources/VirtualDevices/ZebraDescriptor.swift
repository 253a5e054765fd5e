/// The reports of a Zebra scanner in HID-POS mode, of which field places and usages are known from captured reports.
///
/// Source: mgaffigan/Itp.HidBarcodeScanner, NativeHidDemo/Examples.txt (05E0:2100): report 2 is 64 bytes, a count, a byte that is zero, three
/// characters of the AIM identifier, 56 bytes of data, the maker's code id, and a flag that more follows. The descriptor itself is not
/// published: this one describes those fields, and takes the zero for padding.
enum ZebraDescriptor {
    static let reportID: UInt8 = 0x02
    static let dataField = 56

    static let report: [UInt8] = [
        0x05, 0x8C,  // Usage Page (Bar Code Scanner)
        0x09, 0x02,  // Usage (Bar Code Scanner)
        0xA1, 0x01,  // Collection (Application)
        0x85, 0x02,  // Report ID 2
        0x09, 0x12,  // Usage (Scanned Data Report)
        0xA1, 0x02,  // Collection (Logical)
        0x15, 0x00, 0x26, 0xFF, 0x00, 0x75, 0x08, 0x95, 0x01,  // bytes of 0 to 255
        0x05, 0x01, 0x09, 0x3B, 0x81, 0x02,  // Generic Desktop, Byte Count: Input
        0x81, 0x03,  // padding: Input (Constant)
        0x05, 0x8C,  // Bar Code Scanner again
        0x09, 0xFB, 0x81, 0x02,  // Symbology Identifier 1
        0x09, 0xFC, 0x81, 0x02,  // Symbology Identifier 2
        0x09, 0xFD, 0x81, 0x02,  // Symbology Identifier 3
        0x09, 0xFE, 0x95, 0x38, 0x82, 0x02, 0x01,  // Decoded Data: 56 bytes
        0x06, 0x66, 0xFF, 0x09, 0x04, 0x95, 0x01, 0x81, 0x02,  // the maker's code id
        0x05, 0x8C, 0x09, 0xFF,  // Decode Data Continued
        0x25, 0x01, 0x75, 0x01, 0x81, 0x02,  // one bit
        0x75, 0x07, 0x81, 0x03,  // seven bits of padding
        0xC0, 0xC0,
    ]

    /// The reports of one scan: 56 bytes in each, all but the last saying that more follows.
    static func reports(_ data: [UInt8], aim: [UInt8]) -> [[UInt8]] {
        let starts = Array(stride(from: 0, to: max(data.count, 1), by: dataField))
        return starts.map { start in
            let chunk = Array(data.dropFirst(start).prefix(dataField))
            let padded = chunk + repeatElement(0, count: dataField - chunk.count)
            let head: [UInt8] = [reportID, UInt8(chunk.count), 0] + aim
            return head + padded + [0x63, start == starts.last ? 0 : 1]
        }
    }
}
