import CardFormats

/// Report descriptors of readers, and the bytes of their reports.
enum Descriptors {
    /// MagTek 99875191, “Report descriptor”: 337 bytes, no report id.
    static let magtek = """
        06 00 FF 09 01 A1 01 15 00 26 FF 00 75 08 09 20 09 21 09 22 09 28 09 29 09 2A 09 38 95 07 81 02
        09 30 95 6E 82 02 01 09 31 95 6E 82 02 01 09 32 95 6E 82 02 01 09 20 95 18 B2 02 01 C0
        """

    /// MagTek 99875475, “Report descriptor (HID)”; the first 856 bytes, in the order of the manual's table.
    private static let magneSafeFields = """
        06 00 FF 09 01 A1 01 15 00 26 FF 00 75 08 09 20 09 21 09 22 09 28 09 29 09 2A 09 38 95 07 81 02
        09 30 95 70 82 02 01 09 31 95 70 82 02 01 09 32 95 70 82 02 01    # encrypted tracks
        09 39 95 01 81 02  75 20 09 23 95 01 81 02  75 08 09 2B 95 01 81 02  09 33 95 80 82 02 01
        09 40 95 10 82 02 01  09 42 95 02 82 02 01  09 46 95 0A 82 02 01
        09 47 09 48 09 49 95 03 81 02  09 4A 95 70 82 02 01 09 4B 95 70 82 02 01 09 4C 95 70 82 02 01
        09 50 95 08 82 02 01  09 51 09 52 09 53 09 54 95 04 81 02
        """
    static let magneSafe856 = magneSafeFields + " 09 20 95 3C B2 02 01 C0"
    static let magneSafe887 = magneSafeFields + " 09 55 95 03 82 02 01 09 56 95 08 82 02 01 09 57 95 14 82 02 01 09 20 95 3C B2 02 01 C0"

    /// ID TECH's own mode, 509 bytes without a meaning of their own.
    static let idTech = "06 00 FF 09 01 A1 01 15 00 26 FF 00 75 08 09 01 96 FD 01 82 02 01 C0"

    /// Usage page 8E with lengths 11 to 13 and data 21 to 23, report id 1: three lengths, then 79, 40 and 107 bytes.
    static let standard = """
        05 8E 09 01 A1 01 85 01 15 00 26 FF 00 75 08 09 11 09 12 09 13 95 03 81 02
        09 21 95 4F 82 02 01 09 22 95 28 82 02 01 09 23 95 6B 82 02 01 C0
        """

    /// The order of fields of a Zebra scanner: a count, a byte of padding, the AIM identifier, 56 bytes of data, the code id, more follows.
    static let zebra = scanner(beforeAim: "05 01 09 3B 75 08 95 01 81 02  81 03", codeIDs: "06 66 FF 09 04 95 01 81 02")
    /// The same with a count of 16 bits where the padding was.
    static let zebraWideCount = scanner(beforeAim: "05 01 09 3B 75 10 95 01 81 02 75 08", codeIDs: "06 66 FF 09 04 95 01 81 02")
    /// The order of fields of a Honeywell scanner: a count, the AIM identifier, 56 bytes of data, two code ids, more follows.
    static let honeywell = scanner(beforeAim: "05 01 09 3B 75 08 95 01 81 02", codeIDs: "06 66 FF 09 04 09 00 95 02 81 02")

    private static func scanner(beforeAim: String, codeIDs: String) -> String {
        """
        05 8C 09 02 A1 01 85 02 09 12 A1 02 15 00 26 FF 00
        \(beforeAim)
        05 8C 09 FB 09 FC 09 FD 95 03 81 02
        09 FE 95 38 82 02 01
        \(codeIDs)
        05 8C 09 FF 25 01 75 01 95 01 81 02 75 07 81 03
        C0
        85 04 09 14 A1 02 09 5F 09 60 09 85 09 86 75 01 95 04 91 02 95 04 91 03 C0 C0
        """
    }

    static let keyboard = """
        05 01 09 06 A1 01 05 07 19 E0 29 E7 15 00 25 01 75 01 95 08 81 02 95 01 75 08 81 03
        95 06 75 08 25 65 19 00 29 65 81 00 C0
        """

    /// A receiver of a wireless mouse that shares MagTek's usage page and top usage.
    static let lookAlike = "06 00 FF 09 01 A1 01 85 10 75 08 95 06 15 00 26 FF 00 09 01 81 00 09 01 91 00 C0"
}

func descriptor(_ hex: String) throws -> HIDReportDescriptor {
    try HIDReportDescriptor(HexText.bytes(hex))
}

/// A track text as a reader gives it.
func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }
