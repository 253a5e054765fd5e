public import CardFormats
public import USBContract

/// An ID TECH reader with HID reports of its own (0ACD:2010): 509 bytes of which the descriptor says nothing, either structured or filled with frames.
///
/// Sources: ID TECH MiniMag II, “ID TECH mode”; SecureMag, “Enhanced encrypted output format”. Its packet size is not published; 64 bytes is what full speed allows.
public final class VirtualIDTechReader: VirtualHIDDevice {
    /// What it fills its reports with.
    public enum Output: Sendable, Hashable, CaseIterable {
        /// Status, lengths, encode type, tracks.
        case structured
        /// The same, with the bits of the stripe in the place of characters.
        case raw
        /// A frame in the enhanced format, in clear.
        case framed
        /// A frame in the enhanced format with encrypted tracks beside masked ones.
        case encrypted
    }

    private static let reportSize = 509

    /// What the reader says about itself.
    public let descriptors: USBFunctionDescriptors
    /// Where its reports wait.
    public let port = VirtualHIDPort()
    private let output: Output

    /// A reader with this output.
    public init(_ output: Output = .structured, serialNumber: String? = nil) {
        self.output = output
        let report: [UInt8] = [
            0x06, 0x00, 0xFF, 0x09, 0x01, 0xA1, 0x01, 0x15, 0x00, 0x26, 0xFF, 0x00, 0x75, 0x08,  // maker's page, bytes
            0x09, 0x01, 0x96, 0xFD, 0x01, 0x82, 0x02, 0x01, 0xC0,  // 509 of them, Input
        ]
        descriptors = VirtualHIDPort.descriptors(
            USBDeviceID(vendor: 0x0ACD, product: 0x2010), report: report, packetSize: 64, interval: 1, names: ("ID TECH", "SecureMag USB HID"),
            serialNumber: serialNumber)
    }

    /// Draws a card through: texts with their sentinels.
    public func swipe(_ tracks: [TrackNumber: String], torn: Set<TrackNumber> = []) {
        let texts = TrackNumber.allCases.map { torn.contains($0) ? [] : Array((tracks[$0] ?? "").utf8.prefix(110)) }
        let isFound = TrackNumber.allCases.enumerated().map { torn.contains($1) || !texts[$0].isEmpty }
        switch output {
        case .structured: port.send([structured(texts, torn, encoding: 0)])
        case .raw:
            let bits = TrackNumber.allCases.map { number in
                torn.contains(number) ? [] : RawTrack.characters(of: tracks[number] ?? "", on: number).map { RawTrack.packed($0, on: number) } ?? []
            }
            port.send([structured(bits, torn, encoding: 4)])
        case .framed: port.send(reports(IDTechFrame.clear(texts, isFound: isFound)))
        case .encrypted: port.send(reports(IDTechFrame.encrypted(texts, isFound: isFound)))
        }
    }

    private func structured(_ texts: [[UInt8]], _ torn: Set<TrackNumber>, encoding: UInt8) -> [UInt8] {
        let data = texts.flatMap { $0 }
        let status = TrackNumber.allCases.map { torn.contains($0) ? 1 as UInt8 : 0 }
        let total = [UInt8(truncatingIfNeeded: data.count), UInt8(truncatingIfNeeded: data.count >> 8)]
        return status + texts.map { UInt8($0.count) } + [encoding] + total + data + [UInt8](repeating: 0, count: 500 - data.count)
    }

    private func reports(_ frame: [UInt8]) -> [[UInt8]] {
        stride(from: 0, to: frame.count, by: Self.reportSize).map { start in
            let part = Array(frame.dropFirst(start).prefix(Self.reportSize))
            return part + repeatElement(0, count: Self.reportSize - part.count)
        }
    }
}

/// Frames in the enhanced format.
enum IDTechFrame {
    private static let enhanced: UInt8 = 0x80

    /// Tracks in clear and nothing else.
    static func clear(_ texts: [[UInt8]], isFound: [Bool]) -> [UInt8] {
        whole([enhanced, status(texts, isFound)] + texts.map { UInt8($0.count) } + [0b0000_0111, 0] + texts.flatMap { $0 })
    }

    /// Masked tracks, encrypted ones, a hash of each, and the key's serial number.
    static func encrypted(_ texts: [[UInt8]], isFound: [Bool]) -> [UInt8] {
        let masked = texts.map { text in text.map { (0x30...0x39).contains($0) ? UInt8(ascii: "*") : $0 } }
        let cipher = texts.map { text in (0..<(text.count + 7) / 8 * 8).map { UInt8(truncatingIfNeeded: $0 &* 0x4F &+ 0x91) } }
        let hashes = texts.filter { !$0.isEmpty }.flatMap { _ in [UInt8](repeating: 0xD5, count: 20) }
        let head = [enhanced, status(texts, isFound)] + texts.map { UInt8($0.count) } + [0b0000_0111, 0b1011_1111]
        return whole(head + masked.flatMap { $0 } + cipher.flatMap { $0 } + hashes + [UInt8](repeating: 0xE0, count: 10))
    }

    private static func status(_ texts: [[UInt8]], _ isFound: [Bool]) -> UInt8 {
        (0..<3).reduce(0) { $0 | (texts[$1].isEmpty ? 0 : 1 << UInt8($1)) | (isFound[$1] ? 8 << UInt8($1) : 0) }
    }

    private static func whole(_ payload: [UInt8]) -> [UInt8] {
        let length = [UInt8(truncatingIfNeeded: payload.count), UInt8(truncatingIfNeeded: payload.count >> 8)]
        return [0x02] + length + payload + [payload.reduce(0, ^), payload.reduce(0, &+), 0x03]
    }
}
