/// From a scan's bytes to its text, once the refusal rule has seen them.
enum ScanText {
    static func result(_ bytes: Span<UInt8>, aim: String?, rule: CardRule) -> ScanResult {
        if isASCII(bytes), case .refused(let reason) = rule.verdict(onScanned: bytes, isRetail: aim == CardRule.retailSymbol) { return .refused(reason) }
        let data = text(bytes)
        // Digits of other scripts are judged as text: they are two or three bytes each.
        if !isASCII(bytes), case .refused(let reason) = rule.verdict(onText: data, aim: aim) { return .refused(reason) }
        return .ok(Scan(data: data, aim: aim))
    }

    private static func isASCII(_ bytes: Span<UInt8>) -> Bool {
        for index in 0..<bytes.count where bytes[index] > 0x7F { return false }
        return true
    }

    /// UTF-8 where it is valid, else Latin-1.
    private static func text(_ bytes: Span<UInt8>) -> String {
        let array = (0..<bytes.count).map { bytes[$0] }
        return String(validating: array, as: UTF8.self) ?? String(String.UnicodeScalarView(array.map { Unicode.Scalar($0) }))
    }
}
