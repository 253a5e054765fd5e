extension PrinterLanguage {
    /// The language a printer announces in its IEEE 1284 id; nil where it announces none of ours, or only “Star” without saying which.
    public init?(deviceID: IEEE1284ID) {
        guard let first = Self.announced(in: deviceID).first else { return nil }
        self = first
    }

    private static func announced(in deviceID: IEEE1284ID) -> [PrinterLanguage] { deviceID.languages.compactMap(Self.init(announced:)) }

    /// One entry of `CMD:`, by the names in use: `ESC/POS`, `EPSON`, `ZPL`, `ZPL II`, `TSPL2`, `EPL2`, `StarPRNT`, `STAR LINE`.
    private init?(announced name: String) {
        let plain = name.filter { $0.isLetter || $0.isNumber }
        let rows: [(beginning: String, language: PrinterLanguage)] = [
            ("ESCPOS", .escpos), ("EPSON", .escpos), ("ZPL", .zpl), ("TSPL", .tspl), ("EPL", .epl),
            ("STARPRNT", .starPRNT), ("STARLINE", .starLine), ("STARGRAPHIC", .starGraphics), ("STARRASTER", .starGraphics),
        ]
        guard let row = rows.first(where: { plain.hasPrefix($0.beginning) }) else { return nil }
        self = row.language
    }

    /// The language of a Star printer by its product name, such as `Star TSP143 (STR_T-001)`; nil for a name without a rule.
    ///
    /// Source: NielsLeenheer/WebUSBReceiptPrinter (MIT), `src/main.js`. TSP113 to TSP143 are the models of TSP100 to TSP100III.
    public init?(starProduct name: String) {
        let plain = name.uppercased().filter { $0.isLetter || $0.isNumber }
        //                                       name contains                                language
        let rows: [(names: [String], language: PrinterLanguage)] = [
            (["TSP100IV", "TSP143IV", "TSP113IV", "MPOP", "MCPRINT", "MCP2", "MCP3", "MCLABEL", "MCL3"], .starPRNT),
            (["TSP100", "TSP113", "TSP143"], .starGraphics),
            (["TSP6", "TSP7", "TSP8"], .starLine),
            (["BSC10"], .escpos),
        ]
        guard let row = rows.first(where: { $0.names.contains { plain.contains($0) } }) else { return nil }
        self = row.language
    }

    /// The language of a printer that has not been asked anything, from what is known of it; nil when only a probe can tell.
    ///
    /// The device's own word goes first, the sheet's choice of several such words before their order; then Star's product names, then the device sheet's word. A printer that announces languages of which
    /// none is ours speaks none of ours, whatever the sheet says: see ``IEEE1284ID/announcesOthersOnly``.
    public static func find(deviceID: IEEE1284ID?, product: String?, isStar: Bool, sheet: PrinterLanguage?) -> PrinterLanguage? {
        let announced = deviceID.map(announced(in:)) ?? []
        if let sheet, announced.contains(sheet) { return sheet }
        if let first = announced.first { return first }
        if deviceID?.announcesOthersOnly == true { return nil }
        let saysStar = deviceID?.languages.contains { $0.hasPrefix("STAR") } == true
        if isStar || saysStar {
            for name in [deviceID?.model, product].compactMap(\.self) {
                if let language = PrinterLanguage(starProduct: name) { return language }
            }
        }
        return sheet
    }
}

extension PrinterLanguage {
    /// One step of a probe: what to send to an idle printer, and what an answer tells.
    public struct Probe: Sendable, Hashable {
        /// The bytes to send.
        public let question: [UInt8]
        /// Whether it is Star's question; else it is Epson's.
        private let isStars: Bool

        /// Star's `ESC ACK SOH`, then Epson's `DLE EOT 1`: each is ignored by the other's printers.
        ///
        /// Source: NielsLeenheer/ReceiptPrinterStatus (MIT), `src/main.js`.
        public static let steps = [
            Probe(question: StarStatus.question, isStars: true), Probe(question: ESCPOS.Query.realTime(.printer).bytes, isStars: false),
        ]

        /// The language an answer tells, however it is cut; nil while it tells none.
        public func language(of answer: [UInt8]) -> PrinterLanguage? {
            if !isStars { return answer.contains { $0 & 0x93 == 0x12 } ? .escpos : nil }
            var parser = StarStatusParser()
            guard let version = parser.receive(answer).last?.version else { return nil }
            return version >= 4 ? .starPRNT : .starLine
        }
    }
}
