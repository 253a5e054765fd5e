/// The refusal rule: which cards are taken in, which are not, in the order of the checks.
///
/// 1. A number in the programme's own ranges is its own, whatever the layout.
/// 2. An issuer number or layout of North American driving licences is refused; this stands before 3 so that the reason given is the right one.
/// 3. Refused as a payment card: track 1 or 2 of ISO/IEC 7813 and track 3 of ISO/IEC 4909, by layout alone; 13 to 19 leading digits in a payment
///    scheme's range with a valid check digit. Luhn is never asked of a layout: there are bank cards that fail it and gift cards that pass. No reader here says
///    itself that a card is a bank's: encode type 0 is the encoding of own cards too.
/// 4. Own by layout: track 1 with a format code other than `B`; track 2 with a number that begins with 9 (ISO/IEC 7812: national use) and has no expiry
///    and service code behind it.
/// 5. Any other number is foreign.
///
/// Each track is judged for itself, and one refused track refuses the card.
public struct CardRule: Sendable, Hashable {
    /// The programme's own numbers.
    public let ranges: CardRanges

    /// The rule with the programme's own ranges, or without any.
    public init(ranges: CardRanges = .none) { self.ranges = ranges }

    /// Judges text that was typed or scanned, in any digits. Several tracks in one text are judged each.
    ///
    /// `aim` is the scanner's symbology identifier, such as `]C0`. Thirteen digits of an EAN-13 symbol (`]E0`) with a valid EAN check digit are goods: one
    /// in ten would otherwise pass for a payment number.
    public func verdict(onText text: String, aim: String? = nil) -> CardVerdict {
        let bytes = Array(Digits.latin(text).utf8)
        return verdict(onScanned: bytes.span, isRetail: aim == Self.retailSymbol)
    }

    /// The AIM identifier of EAN-13 and UPC-A.
    static let retailSymbol = "]E0"

    /// The same for the bytes of a scan.
    func verdict(onScanned text: Span<UInt8>, isRetail: Bool) -> CardVerdict {
        if CardLayout.isLicenceBarcode(text) { return .refused(.licence) }
        if isRetail, RetailNumber.isEAN13(text) { return .noNumber }
        var best = CardVerdict.noNumber
        var start = 0
        for index in 0...text.count where index == text.count || Self.endsPart(text[index]) {
            let hasEndSentinel = index < text.count && text[index] == UInt8(ascii: "?")
            let part = verdict(onPart: text.extracting(start..<index), hasEndSentinel: hasEndSentinel)
            start = index + 1
            if case .refused = part { return part }
            if best == .noNumber { best = part }
        }
        return best
    }

    /// A part with a start sentinel is judged as the track that begins with it; a `+` that no end sentinel closes leads a telephone number.
    private func verdict(onPart text: Span<UInt8>, hasEndSentinel: Bool) -> CardVerdict {
        var (start, end) = (0, text.count)
        while start < end, Self.isBlank(text[start]) { start += 1 }
        while end > start, Self.isBlank(text[end - 1]) { end -= 1 }
        guard start < end, let track = Self.track(start: text[start]) else { return verdict(on: text.extracting(start..<end), track: nil) }
        let data = text.extracting(start + 1..<end)
        guard text[start] == UInt8(ascii: "+"), !hasEndSentinel else { return verdict(on: data, track: track) }
        let number = DigitRun(from: 0, in: data, grouped: true)
        let isTelephone = number.end == data.count && number.count <= Self.longestTelephoneNumber
        return isTelephone ? .noNumber : verdict(on: data, track: nil)
    }

    /// Digits of an international telephone number, at most. Source: ITU-T E.164, section 6.2.
    private static let longestTelephoneNumber = 15

    /// Judges one track, without sentinels, or a text that is no track's.
    func verdict(on text: Span<UInt8>, track: TrackNumber?) -> CardVerdict {
        let banking = CardLayout.bankingNumber(of: text)
        let whole = CardLayout.leadingRun(of: text)
        let number = banking ?? CardLayout.leadingRun(of: text, grouped: track == nil)
        if ranges.contains(number, in: text) { return .own(number: number.string(in: text)) }
        if isLicence(whole, in: text, track: track) { return .refused(.licence) }
        if CardLayout.isPayment(text) { return .refused(.paymentCard) }
        let isPaymentNumber = IssuerRange.isPayment(whole, in: text)
        if isPaymentNumber, CheckDigit.isValid(whole, in: text) { return .refused(.paymentCard) }
        guard number.count > 0 else { return .noNumber }
        if !isPaymentNumber, isOwnByLayout(number, in: text, track: track) { return .own(number: number.string(in: text)) }
        if track == nil, !isPaymentNumber { return .noNumber }
        return .foreign(masked: number.masked(in: text))
    }

    /// The licence issuers' numbers; in a text that is no track's only where it is long enough for a licence.
    private func isLicence(_ run: DigitRun, in text: Span<UInt8>, track: TrackNumber?) -> Bool {
        (track != nil || (12...19).contains(run.count)) && IssuerRange.licence.contains { $0.contains(run, in: text) }
    }

    private func isOwnByLayout(_ number: DigitRun, in text: Span<UInt8>, track: TrackNumber?) -> Bool {
        let isNational = text[number.start] == UInt8(ascii: "9")
        return switch track {
        case .one: text[0] != UInt8(ascii: "B")
        case .two: isNational && !CardLayout.hasSeparatorExpiryAndService(text, behind: number)
        case .three: false
        case nil: isNational && number.start == 0 && number.end == text.count
        }
    }

    /// What ends a track in a text: the end sentinel or a line end.
    private static func endsPart(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "?") || byte == 0x0A || byte == 0x0D }

    private static func isBlank(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }

    private static func track(start byte: UInt8) -> TrackNumber? {
        switch Unicode.Scalar(byte) {
        case "%": .one
        case ";", "@": .two
        case "+", "#", "&": .three
        default: nil
        }
    }
}

/// Numbers of goods.
enum RetailNumber {
    /// Thirteen digits with the check digit of GS1 General Specifications, section 7.9: weights 1 and 3 from the left.
    static func isEAN13(_ text: Span<UInt8>) -> Bool {
        guard text.count == 13 else { return false }
        var sum = 0
        for index in 0..<13 {
            guard text[index].isDigit else { return false }
            sum += Int(text[index] - 0x30) * (index % 2 == 0 ? 1 : 3)
        }
        return sum % 10 == 0
    }
}
