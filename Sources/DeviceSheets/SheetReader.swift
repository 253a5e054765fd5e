internal import CardFormats
internal import PointOfService
internal import PrinterFormats
internal import TableReading
internal import USBContract

/// Reads the rows of one sheet. What a row does not say is the sheet's.
struct SheetReader {
    private let root: MapReader
    private let sheet: String
    private let kind: DeviceKind?
    private let driver: String?

    init(_ root: MapReader, sheet: String) {
        self.root = root
        self.sheet = sheet
        kind = root.optional("kind")?.kind()
        driver = root.optional("driver")?.driverWord()
    }

    func rows() -> [DeviceRow] {
        let devices = root.optional("devices")?.list()?.compactMap { row($0) { $0.productID().map(DeviceRow.Match.product) } } ?? []
        let makers = root.optional("makers")?.list()?.compactMap { row($0) { $0.makerID().map(DeviceRow.Match.maker) } } ?? []
        let others = root.optional("any_other").flatMap { row($0, match: nil) }
        return devices + makers + (others.map { [$0] } ?? [])
    }

    /// One row; without `match` it is for every printer of USB's class.
    private func row(_ field: Field, match: ((Field) -> DeviceRow.Match?)?) -> DeviceRow? {
        guard let map = field.map() else { return nil }
        let found = match.map { match in map.required("id", "a USB number in quotes, such as \"0801:0002\" or \"0801\"").flatMap(match) } ?? .printerClass
        let kind = map.optional("kind")?.kind() ?? kind
        let model = map.required("model", "maker and model")?.text()
        let source = map.required("source", "who says so")?.text()
        let driver = driver(map, field)
        map.finish()
        if kind == nil {
            field.note(.missingKey, belongs: "kind: one of \(DeviceKind.words.joined(separator: ", ")), here or for the whole sheet", found: "no kind")
        }
        guard let found, let kind, let model, let source, let driver else { return nil }
        return DeviceRow(found, kind, model, driver, sheet: sheet, source: source)
    }

    private func driver(_ map: MapReader, _ field: Field) -> DeviceDriver? {
        if let reason = map.optional("reason") {
            let wayOut = map.required("way_out", "what to do instead")?.text()
            guard let reason = reason.text(), let wayOut else { return nil }
            return .none(reason: reason, wayOut: wayOut)
        }
        let activation = map.optional("activation")?.word(of: DeviceDriver.Activation.allCases.map(\.rawValue)).flatMap(DeviceDriver.Activation.init)
        let mayFrame = map.optional("frames")?.word(of: ["possible"]) != nil
        let language = map.optional("language")?.word(of: PrinterLanguage.allCases.map(\.rawValue)).flatMap { PrinterLanguage(rawValue: $0) }
        let terms = map.optional("text")?.terms() ?? TextTerms()
        let own = map.optional("driver")
        switch own.map({ $0.driverWord() }) ?? driver {
        case "hid": return .hid(activation ?? .none, mayFrame: mayFrame)
        case "keyboard": return .keyboard(terms)
        case "serial": return .serial(terms)
        case "msr605x": return .msr605x
        case "cups": return .cups
        case "printer": return .printer(language)
        default:
            if own == nil, driver == nil {
                field.note(.missingKey, belongs: "driver:, here or for the whole sheet; or reason: and way_out:", found: "no driver")
            }
            return nil
        }
    }
}

extension DeviceDriver {
    /// The words of the sheets.
    static let words = ["hid", "keyboard", "serial", "msr605x", "printer", "cups"]
}

extension DeviceKind {
    fileprivate static let words = allCases.map(\.rawValue)
}

extension Field {
    fileprivate func kind() -> DeviceKind? { word(of: DeviceKind.words).flatMap(DeviceKind.init) }

    /// `{ prefix: …, suffix: …, silence_ms: …, tracks: one a line, identifier: sent }`, all of them optional.
    fileprivate func terms() -> TextTerms? {
        guard let map = map("how the reader sends its text") else { return nil }
        let prefix = map.optional("prefix")?.text() ?? ""
        let suffix = map.optional("suffix")?.text() ?? ""
        let silence = map.optional("silence_ms")?.milliseconds() ?? .milliseconds(200)
        let hasLineEndPerTrack = map.optional("tracks")?.word(of: ["one a line"]) != nil
        let sendsIdentifier = map.optional("identifier")?.word(of: ["sent"]) != nil
        map.finish()
        return TextTerms(prefix: prefix, suffix: suffix, silence: silence, hasLineEndPerTrack: hasLineEndPerTrack, sendsIdentifier: sendsIdentifier)
    }

    private func milliseconds() -> Duration? {
        let silences = 150...250
        guard let number = text().flatMap({ Int($0) }), silences.contains(number) else {
            note(.malformed, belongs: "milliseconds from \(silences.lowerBound) to \(silences.upperBound)")
            return nil
        }
        return .milliseconds(number)
    }

    fileprivate func driverWord() -> String? { word(of: DeviceDriver.words) }

    /// `0801:0002`.
    fileprivate func productID() -> USBDeviceID? {
        let parts = text()?.split(separator: ":", omittingEmptySubsequences: false).map { hex(String($0)) } ?? []
        guard parts.count == 2, let vendor = parts[0], let product = parts[1] else {
            note(.malformed, belongs: "maker's and product's number, four hex digits each, in quotes: \"0801:0002\"")
            return nil
        }
        return USBDeviceID(vendor: vendor, product: product)
    }

    /// `0801`.
    fileprivate func makerID() -> UInt16? {
        guard let number = text().flatMap(hex) else {
            note(.malformed, belongs: "the maker's number, four hex digits in quotes: \"0801\"")
            return nil
        }
        return number
    }

    private func hex(_ text: String) -> UInt16? { text.count == 4 && text.allSatisfy(\.isHexDigit) ? UInt16(text, radix: 16) : nil }
}
