/// What a printer answers to GET_DEVICE_ID: `MFG:EPSON;CMD:ESC/POS;MDL:TM-T88V;`.
///
/// Source: IEEE 1284-2000, section 7.6; USB Printing Devices 1.1, section 4.2.1.
public struct IEEE1284ID: Sendable, Hashable {
    /// `MFG` or `MANUFACTURER`.
    public let maker: String?
    /// `MDL` or `MODEL`.
    public let model: String?
    /// `CMD` or `COMMAND SET`: the printer languages it announces, upper case; empty where it announces none.
    public let languages: [String]

    /// Reads the text behind the length.
    public init(_ text: String) {
        var fields: [String: String] = [:]
        for field in text.split(separator: ";") {
            let parts = field.split(separator: ":", maxSplits: 1).map { String($0).trimmed }
            if parts.count == 2, !parts[1].isEmpty { fields[parts[0].uppercased()] = parts[1] }
        }
        maker = fields["MFG"] ?? fields["MANUFACTURER"]
        model = fields["MDL"] ?? fields["MODEL"]
        languages = (fields["CMD"] ?? fields["COMMAND SET"] ?? "").split(separator: ",").map { String($0).trimmed.uppercased() }
    }

    /// Reads the reply: two bytes of length that count themselves, high byte first, then text. Printers get the length wrong, so the shorter counts.
    public init(reply: [UInt8]) {
        let length = reply.count < 2 ? 0 : Int(reply[0]) << 8 | Int(reply[1])
        self.init(String(decoding: reply.prefix(max(length, 2)).dropFirst(2), as: UTF8.self))
    }

    /// Whether it announces languages, and none of ours is among them. Protocol names alone say nothing.
    public var announcesOthersOnly: Bool {
        PrinterLanguage(deviceID: self) == nil && languages.contains { language in Self.others.contains { language.hasPrefix($0) } }
    }

    /// Languages of office printers, by their beginnings.
    private static let others = [
        "PCL", "PJL", "POSTSCRIPT", "PS", "PDF", "URF", "PWG", "XPS", "XL", "PXL", "ESCPL", "ESCPAGE", "BDC", "BJ", "SPL", "GDI", "CPCL", "DPL", "ACL",
        "HBP", "LIPS", "ZJS", "PRPXL", "APPLERASTER",
    ]

    /// `EPSON TM-T88V`; nil where it does not say.
    public var name: String? {
        guard let model else { return nil }
        guard let maker, !model.uppercased().hasPrefix(maker.uppercased()) else { return model }
        return "\(maker) \(model)"
    }
}

extension String {
    fileprivate var trimmed: String {
        let isBlank: (Character) -> Bool = { $0.isWhitespace || $0 == "\0" }
        return String(drop(while: isBlank).reversed().drop(while: isBlank).reversed())
    }
}
