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
        let bits = bytes.flatMap { byte in (0..<8).map { byte >> UInt8($0) & 1 } }
        do {
            return try text(of: bits, format: track.format)
        } catch let forward {
            guard let text = try? text(of: bits.reversed(), format: track.format) else { throw forward }
            return text
        }
    }

    private static func text(of bits: [UInt8], format: TrackFormat) throws(RawTrackFlaw) -> String {
        guard let first = bits.firstIndex(of: 1) else { throw .startSentinelMissing }
        var position = first
        var text = ""
        var sum: UInt8 = 0
        func next() throws(RawTrackFlaw) -> UInt8 {
            guard position + format.bits <= bits.count else { throw .endSentinelMissing }
            var character: UInt8 = 0
            for bit in 0..<format.bits { character |= bits[position + bit] << UInt8(bit) }
            position += format.bits
            guard character.nonzeroBitCount % 2 == 1 else { throw .parityIsWrong }
            return character & (1 << UInt8(format.bits - 1) - 1)
        }
        repeat {
            let data = try next()
            if text.isEmpty, data + format.base != format.start { throw .startSentinelMissing }
            guard text.utf8.count < format.capacity - 1 else { throw .overrun }
            text.unicodeScalars.append(Unicode.Scalar(data + format.base))
            sum ^= data
        } while text.utf8.last != format.end
        guard try next() == sum else { throw .lrcDiffers }
        return text
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
