import CardFormats

/// Descriptors of readers, as the sources of the decoders cite them.
enum FuzzDescriptors {
    /// MagTek 337; MagneSafe's first fields; usage page 8E; ID TECH's 509 bytes; a scanner with a trigger report.
    static let all = [
        """
        06 00 FF 09 01 A1 01 15 00 26 FF 00 75 08 09 20 09 21 09 22 09 28 09 29 09 2A 09 38 95 07 81 02
        09 30 95 6E 82 02 01 09 31 95 6E 82 02 01 09 32 95 6E 82 02 01 09 20 95 18 B2 02 01 C0
        """,
        """
        06 00 FF 09 01 A1 01 15 00 26 FF 00 75 08 09 20 09 21 09 22 09 28 09 29 09 2A 09 38 95 07 81 02
        09 30 95 70 82 02 01 09 31 95 70 82 02 01 09 32 95 70 82 02 01 09 42 95 02 82 02 01 C0
        """,
        """
        05 8E 09 01 A1 01 85 01 15 00 26 FF 00 75 08 09 11 09 12 09 13 95 03 81 02
        09 21 95 4F 82 02 01 09 22 95 28 82 02 01 09 23 95 6B 82 02 01 C0
        """,
        "06 00 FF 09 01 A1 01 15 00 26 FF 00 75 08 09 01 96 FD 01 82 02 01 C0",
        """
        05 8C 09 02 A1 01 85 02 09 12 A1 02 15 00 26 FF 00 05 01 09 3B 75 08 95 01 81 02 05 8C 09 FB 09 FC 09 FD 95 03 81 02
        09 FE 95 38 82 02 01 05 8C 09 FF 25 01 75 01 95 01 81 02 75 07 81 03 C0 85 04 09 14 A1 02 09 5F 09 60 09 85 09 86 75 01 95 04 91 02 95 04 91 03 C0 C0
        """,
    ]

    /// A report of 64 bytes on the maker's page.
    static let frames = "06 00 FF 09 01 A1 01 15 00 26 FF 00 75 08 95 40 09 01 81 02 C0"

    /// The boot report; the same by a descriptor; a bit for each key behind a report id.
    static let keyboards: [String?] = [
        nil,
        "05 01 09 06 A1 01 05 07 19 E0 29 E7 15 00 25 01 75 01 95 08 81 02 95 01 75 08 81 03 95 06 75 08 26 FF 00 19 00 29 FF 81 00 C0",
        "05 01 09 06 A1 01 85 01 05 07 15 00 25 01 75 01 19 E0 29 E7 95 08 81 02 19 00 29 67 95 68 81 02 C0",
    ]

    static let terms = [
        TextTerms(), TextTerms(prefix: "\u{02}", suffix: "~"), TextTerms(hasLineEndPerTrack: true), TextTerms(sendsIdentifier: true),
    ]
}
