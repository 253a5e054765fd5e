import CardFormats
import Testing

struct HIDReportDescriptorTests {
    @Test func `the fields of a MagTek reader stand where its manual says`() throws {
        let reader = try descriptor(Descriptors.magtek)
        #expect(!reader.usesReportIDs)
        #expect(reader.byteCount(of: .input, id: 0) == 337)
        #expect(reader.byteCount(of: .feature, id: 0) == 24)
        #expect(reader.applications == [HIDUsage(0xFF00, 0x01)])
        let offsets: [(UInt16, Range<Int>)] = [
            (0x20, 0..<1), (0x21, 1..<2), (0x22, 2..<3), (0x28, 3..<4), (0x29, 4..<5), (0x2A, 5..<6), (0x38, 6..<7), (0x30, 7..<117), (0x31, 117..<227),
            (0x32, 227..<337),
        ]
        for (usage, range) in offsets { #expect(reader.field(HIDUsage(0xFF00, usage))?.byteRange == range) }
        #expect(reader.field(HIDUsage(0xFF00, 0x30))?.flags == [.variable, .bufferedBytes])
        #expect(reader.field(HIDUsage(0xFF00, 0x20), kind: .feature)?.count == 24)
    }

    @Test func `the fields of MagneSafe readers stand where their manual says`() throws {
        let reader = try descriptor(Descriptors.magneSafe887)
        let offsets: [(UInt16, Range<Int>)] = [
            (0x30, 7..<119), (0x32, 231..<343), (0x39, 343..<344), (0x23, 344..<348), (0x2B, 348..<349), (0x33, 349..<477), (0x40, 477..<493),
            (0x42, 493..<495), (0x46, 495..<505), (0x47, 505..<506), (0x4A, 508..<620), (0x50, 844..<852), (0x54, 855..<856), (0x55, 856..<859),
            (0x56, 859..<867), (0x57, 867..<887),
        ]
        for (usage, range) in offsets { #expect(reader.field(HIDUsage(0xFF00, usage))?.byteRange == range) }
        #expect(reader.byteCount(of: .input, id: 0) == 887)
        #expect(try descriptor(Descriptors.magneSafe856).byteCount(of: .input, id: 0) == 856)
    }

    @Test func `report ids keep their own offsets and count into the length`() throws {
        let scanner = try descriptor(Descriptors.zebra)
        #expect(scanner.usesReportIDs)
        #expect(scanner.reportIDs(of: .input) == [2])
        #expect(scanner.reportIDs(of: .output) == [4])
        #expect(scanner.byteCount(of: .input, id: 2) == 64)
        #expect(scanner.byteCount(of: .output, id: 4) == 2)
        #expect(scanner.byteCount(of: .input, id: 9) == nil)
        #expect(scanner.field(HIDUsage(0x8C, 0x86), kind: .output)?.bitOffset == 3)
    }

    @Test func `a field knows the collections around it`() throws {
        let field = try #require(try descriptor(Descriptors.zebra).field(HIDUsage(0x8C, 0xFE)))
        #expect(field.collections.map(\.type) == [1, 2])
        #expect(field.collections.map(\.usage) == [HIDUsage(0x8C, 0x02), HIDUsage(0x8C, 0x12)])
        #expect(field.collections.first?.isApplication == true)
    }

    @Test func `usages are given to the elements in order and the last one to all that are left`() throws {
        let fields = try descriptor("05 8C 09 10 19 20 29 21 09 10 75 04 95 06 81 02").fields
        #expect(fields.map(\.usage?.id) == [0x10, 0x20, 0x21, 0x10])
        #expect(fields.map(\.count) == [1, 1, 1, 3])
        #expect(fields.map(\.bitOffset) == [0, 4, 8, 12])
    }

    @Test func `a short usage takes the page in force at the main item and a long one its own`() throws {
        let fields = try descriptor("05 01 09 02 0B 05 00 8C 00 05 09 75 08 95 02 81 02").fields
        #expect(fields.map(\.usage) == [HIDUsage(0x09, 0x02), HIDUsage(0x8C, 0x05)])
    }

    @Test func `push and pop keep the globals`() throws {
        let fields = try descriptor("05 8C 75 08 95 01 A4 75 10 05 01 09 01 81 02 B4 09 02 81 02").fields
        #expect(fields.map(\.bitSize) == [16, 8])
        #expect(fields.map(\.usage?.page) == [0x01, 0x8C])
    }

    @Test func `of a delimiter set only the first alternative counts`() throws {
        let fields = try descriptor("05 8C A9 01 09 11 09 12 A9 00 09 13 75 08 95 02 81 02").fields
        #expect(fields.map(\.usage?.id) == [0x11, 0x13])
    }

    @Test func `a long item is passed over`() throws {
        #expect(try descriptor("FE 03 F0 01 02 03 05 8C 09 FE 75 08 95 01 81 02").fields.count == 1)
    }

    @Test func `a logical maximum is signed only below a negative minimum`() throws {
        let fields = try descriptor("05 01 09 30 15 81 25 7F 75 08 95 01 81 02 15 00 25 FF 09 31 81 02").fields
        #expect(fields.map(\.logicalMinimum) == [-127, 0])
        #expect(fields.map(\.logicalMaximum) == [127, 255])
    }

    @Test(arguments: [
        ("", HIDDescriptorFault.empty), ("05", .cutOff(offset: 0)), ("05 8C 26 FF", .cutOff(offset: 2)), ("FE", .cutOff(offset: 0)),
        ("FE 02 00 01", .cutOff(offset: 0)), ("85 00", .reportID(offset: 0)), ("86 00 01", .reportID(offset: 0)), ("B4", .popWithoutPush(offset: 0)),
        ("C0", .endWithoutCollection(offset: 0)), ("A1 01", .collectionNotClosed), ("95 01 81 02", .elementSize(offset: 2)),
        ("76 00 02 95 01 81 02", .elementSize(offset: 5)), ("75 08 96 FF FF 81 02", .tooLarge(offset: 5)), ("75 01 97 FF FF FF FF 81 02", .tooLarge(offset: 7)),
    ])
    func `what is wrong with a descriptor is said with its place`(hex: String, fault: HIDDescriptorFault) throws {
        let bytes = try HexText.bytes(hex)
        #expect(throws: fault) { try HIDReportDescriptor(bytes) }
        #expect(fault.errorDescription?.isEmpty == false && fault.recoverySuggestion?.isEmpty == false)
    }

    @Test func `nesting and pushing without end are refused`() {
        #expect(throws: HIDDescriptorFault.tooLarge(offset: 64)) { try HIDReportDescriptor(Array(repeating: [0xA1, 0x02], count: 40).flatMap { $0 }) }
        #expect(throws: HIDDescriptorFault.tooLarge(offset: 32)) { try HIDReportDescriptor(Array(repeating: 0xA4, count: 40)) }
        #expect(throws: HIDDescriptorFault.tooLarge(offset: 4096)) { try HIDReportDescriptor(Array(repeating: 0x04, count: 5000)) }
    }
}

struct HIDFieldReadingTests {
    private func value(_ hex: String, _ report: [UInt8], element: Int = 0) throws -> Int? {
        let field = try #require(try descriptor(hex).fields.last)
        return field.value(at: element, in: report.span)
    }

    @Test func `numbers are read from the low bit up, over byte ends`() throws {
        let hex = "05 01 75 03 95 01 81 03 09 30 75 0A 81 02"
        #expect(try value(hex, [0b1010_1101, 0b0001_1010]) == 0b11010_10101)
        #expect(try value(hex, [0xFF]) == nil)
    }

    @Test func `a signed range gives signed numbers`() throws {
        #expect(try value("05 01 15 81 25 7F 09 30 75 08 95 01 81 02", [0xFF]) == -1)
        #expect(try value("05 01 15 00 26 FF 00 09 30 75 08 95 01 81 02", [0xFF]) == 255)
        #expect(try value("05 01 17 00 00 00 80 27 FF FF FF 7F 09 30 75 20 95 01 81 02", [0, 0, 0, 0x80]) == -2_147_483_648)
    }

    @Test func `elements beyond the field or wider than 32 bits have no value`() throws {
        let hex = "05 01 09 30 75 08 95 02 81 02"
        #expect(try value(hex, [1, 2], element: 1) == 2)
        #expect(try value(hex, [1, 2, 3], element: 2) == nil)
        #expect(try value(hex, [1, 2], element: -1) == nil)
        #expect(try value("05 01 09 30 75 40 95 01 81 02", Array(repeating: 1, count: 8)) == nil)
    }

    @Test func `an array names its usages by index`() throws {
        let field = try #require(try descriptor("05 8C 15 01 25 03 09 60 19 FE 29 FF 75 08 95 01 81 00").fields.first)
        let more = HIDUsage(0x8C, 0xFF)
        #expect(field.usage == nil && field.names(more))
        #expect([0, 1, 2, 3, 4].map { field.isOn(more, in: [UInt8($0)].span) } == [false, false, false, true, false])
    }

    @Test func `a field that is not made of whole bytes has no byte range`() throws {
        let fields = try descriptor("05 01 09 30 75 04 95 02 81 02 09 31 75 08 95 02 81 02").fields
        #expect(fields.map(\.byteRange) == [nil, 1..<3])
        #expect(try descriptor("05 01 09 30 75 01 95 01 81 02 75 08 09 31 81 02").fields.last?.byteRange == nil)
    }
}
