/// A track as the bits on the stripe: characters least bit first, each with a bit that makes its ones odd, then the LRC.
/// Source: ISO/IEC 7811-2, sections 8 to 10.
public enum RawTrack {
    /// The characters of `text`, sentinels included, with their parity bits, and the LRC behind them; nil where the track cannot hold them.
    public static func characters(of text: String, on track: TrackNumber) -> [UInt8]? {
        let format = track.format
        let codes = Array(text.utf8)
        guard codes.count < format.capacity, codes.first == format.start, codes.last == format.end, codes.count >= 2 else { return nil }
        var characters: [UInt8] = []
        var sum: UInt8 = 0
        for code in codes {
            guard format.characters.contains(code) else { return nil }
            sum ^= code - format.base
            characters.append(format.withParity(code - format.base))
        }
        return characters + [format.withParity(sum)]
    }

    /// Characters as a stream of bits in bytes, the first bit lowest; the last byte is filled with zeros.
    public static func packed(_ characters: [UInt8], on track: TrackNumber) -> [UInt8] {
        let bits = track.format.bits
        var bytes = [UInt8](repeating: 0, count: (characters.count * bits + 7) / 8)
        for position in 0..<characters.count * bits where characters[position / bits] >> UInt8(position % bits) & 1 == 1 {
            bytes[position / 8] |= 1 << UInt8(position % 8)
        }
        return bytes
    }

    /// The text on a track, sentinels included, from its stream of bits; the card may have been drawn either way.
    public static func text(ofPacked bytes: [UInt8], on track: TrackNumber) throws(RawTrackFlaw) -> String {
        var text = SensitiveBytes(capacity: track.format.capacity)
        try read(bytes.span, on: track, into: &text)
        return text.withSpan { span in
            var result = ""
            for index in 0..<span.count { result.unicodeScalars.append(Unicode.Scalar(span[index])) }
            return result
        }
    }

    /// Puts a track's text, sentinels included, behind what `text` holds. Nothing of the track is copied anywhere else.
    ///
    /// Readers differ in which bit of a byte comes first, and a card may be drawn either way: all four readings are tried, of which parity and LRC leave one. The
    /// flaw is that of the first reading, least bit first and forward.
    static func read(_ bytes: Span<UInt8>, on track: TrackNumber, into text: inout SensitiveBytes) throws(RawTrackFlaw) {
        let start = text.count
        var first: RawTrackFlaw?
        for order in BitOrder.all {
            do throws(RawTrackFlaw) {
                return try read(BitStream(order: order, bitCount: bytes.count * 8), bytes, track.format, &text)
            } catch {
                first = first ?? error
                text.truncate(to: start)
            }
        }
        throw first ?? .startSentinelMissing
    }

    private static func read(_ bits: BitStream, _ bytes: Span<UInt8>, _ format: TrackFormat, _ text: inout SensitiveBytes) throws(RawTrackFlaw) {
        guard var position = (0..<bits.bitCount).first(where: { bits.bit(at: $0, in: bytes) == 1 }) else { throw .startSentinelMissing }
        var sum: UInt8 = 0
        var count = 0
        func next() throws(RawTrackFlaw) -> UInt8 {
            guard position + format.bits <= bits.bitCount else { throw .endSentinelMissing }
            var character: UInt8 = 0
            for bit in 0..<format.bits { character |= bits.bit(at: position + bit, in: bytes) << UInt8(bit) }
            position += format.bits
            guard character.nonzeroBitCount % 2 == 1 else { throw .parityIsWrong }
            return character & (1 << UInt8(format.bits - 1) - 1)
        }
        var isOver = false
        while !isOver {
            let data = try next()
            if count == 0, data + format.base != format.start { throw .startSentinelMissing }
            guard count < format.capacity - 1, text.append(data + format.base) else { throw .overrun }
            count += 1
            sum ^= data
            isOver = data + format.base == format.end
        }
        guard try next() == sum else { throw .lrcDiffers }
    }
}

/// Which end of a byte, and which end of the stripe, came first.
private struct BitOrder {
    let isHighBitFirst: Bool
    let isBackward: Bool

    static let all = [
        BitOrder(isHighBitFirst: false, isBackward: false), BitOrder(isHighBitFirst: false, isBackward: true),
        BitOrder(isHighBitFirst: true, isBackward: false), BitOrder(isHighBitFirst: true, isBackward: true),
    ]
}

/// Bytes read as bits, in one of four orders.
private struct BitStream {
    let order: BitOrder
    let bitCount: Int

    func bit(at position: Int, in bytes: Span<UInt8>) -> UInt8 {
        let place = order.isBackward ? bitCount - 1 - position : position
        let shift = order.isHighBitFirst ? 7 - place % 8 : place % 8
        return bytes[place / 8] >> UInt8(shift) & 1
    }
}

/// Why a track's bits do not make a text. All of them are mended by another swipe.
public enum RawTrackFlaw: Error, Hashable, Sendable, CaseIterable {
    /// The first character is not the start sentinel.
    case startSentinelMissing
    /// A character's ones are not odd in number.
    case parityIsWrong
    /// More characters than the track can hold.
    case overrun
    /// The bits end before the end sentinel and the LRC.
    case endSentinelMissing
    /// The last character is not the check over all before it.
    case lrcDiffers
}

extension TrackFormat {
    /// Adds the bit that makes the character's ones odd.
    fileprivate func withParity(_ data: UInt8) -> UInt8 {
        data.nonzeroBitCount % 2 == 0 ? data | 1 << UInt8(bits - 1) : data
    }
}
