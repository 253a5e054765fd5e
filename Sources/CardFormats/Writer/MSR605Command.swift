/// The commands of the stripe writers MSR605 and MSR605X. Source: MSR605 Programmer's Manual, revision B, section 6, “Command and response”.
public enum MSR605Command {
    /// Stops whatever it does. It says nothing to that.
    public static let reset: [UInt8] = [escape, 0x61]
    /// Answered by `ESC y`.
    public static let communicationTest: [UInt8] = [escape, 0x65]
    /// Waits for a card and answers with the characters of its tracks.
    public static let read: [UInt8] = [escape, 0x72]
    /// Waits for a card and answers with the bits of its tracks.
    public static let readRaw: [UInt8] = [escape, 0x6D]
    /// Answered by `ESC H` or `ESC L`; by `ESC h` or `ESC l` on the MSR605X.
    public static let coercivity: [UInt8] = [escape, 0x64]

    static let escape: UInt8 = 0x1B

    /// Sets the strength of the field for writing. The MSR605X forgets it when its power goes.
    public static func set(_ coercivity: StripeCoercivity) -> [UInt8] { [escape, coercivity == .high ? 0x78 : 0x79] }

    /// Waits for a card and writes it. Tracks are without sentinels, which the device adds, as it does the LRC; a track that is not given stays as it is.
    static func write(_ tracks: [TrackNumber: [UInt8]]) -> [UInt8] {
        let blocks = TrackNumber.allCases.flatMap { [escape, UInt8($0.rawValue)] + (tracks[$0] ?? []) }
        return [escape, 0x77, escape, 0x73] + blocks + [UInt8(ascii: "?"), 0x1C]
    }
}

/// How hard a stripe is to magnetise, and to wipe out by accident. Source: ISO/IEC 7811-2 (low) and 7811-6 (high).
public enum StripeCoercivity: String, Sendable, Hashable, Codable, CaseIterable {
    /// About 300 oersted: brown stripes.
    case low
    /// About 2750 oersted: black stripes.
    case high
}

/// The packets in which an MSR605X takes and gives messages: a head, up to 63 bytes of the message, and what happens to stand in the rest.
///
/// Source: `Sam4000133/msr605x-ubuntu` and `Magnetic-Fox/MSR605X`, which agree: 64 bytes, bit 7 of the head the first packet, bit 6 the last, bits 0 to 5 the count.
public enum MSR605Packet {
    /// Bytes of a packet.
    public static let size = 64
    static let first: UInt8 = 0x80
    static let last: UInt8 = 0x40
    static let count: UInt8 = 0x3F

    /// A message as packets, filled up with zeros.
    public static func packets(of message: [UInt8]) -> [[UInt8]] {
        let starts = Array(stride(from: 0, to: max(message.count, 1), by: Int(count)))
        return starts.map { start in
            let part = Array(message.dropFirst(start).prefix(Int(count)))
            let head = UInt8(part.count) | (start == 0 ? first : 0) | (start == starts.last ? last : 0)
            return [head] + part + repeatElement(0, count: size - 1 - part.count)
        }
    }

    /// Whether a HID interface may be such a writer's: reports of 64 bytes in and, as an output or a feature report, out, and no track usages. A genuine
    /// MagTek insert reader has the same USB ids, so that the answer to `communicationTest` has the last word.
    public static func mayBeWriter(_ descriptor: HIDReportDescriptor) -> Bool { outgoingReport(of: descriptor) != nil }

    /// The kind of report that takes packets; nil for no such writer.
    public static func outgoingReport(of descriptor: HIDReportDescriptor) -> HIDReportKind? {
        guard !descriptor.usesReportIDs, descriptor.byteCount(of: .input, id: 0) == size, SwipeLayout(descriptor) == nil else { return nil }
        return [HIDReportKind.feature, .output].first { descriptor.byteCount(of: $0, id: 0) == size }
    }
}
