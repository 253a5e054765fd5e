/// How a reader that sends text sends it: what stands before and behind, and what ends it. Makers leave all of this to programming labels.
public struct TextTerms: Sendable, Hashable {
    /// The characters that end a text. Source: the defaults of MagTek 99875206 (CR), ID TECH SecureHead (CR) and of scanners in keyboard and serial mode.
    public static let terminators: Set<UInt8> = [0x0D, 0x0A, 0x09, 0x03]
    /// Silence that ends a text without a terminator: longer than any pause within one, shorter than a person is quick.
    public static let silences = Duration.milliseconds(150)...Duration.milliseconds(250)

    /// What the reader sends before each text, and what is not the text's own; a text without it is not the reader's.
    public var prefix: [UInt8]
    /// What the reader sends behind each text, before the terminator.
    public var suffix: [UInt8]
    /// Silence after which a text without a terminator is over.
    public let silence: Duration
    /// A card reader ends each track with a line end, so that only silence ends the swipe. Source: ID TECH SecureHead manual, page 22.
    public var hasLineEndPerTrack: Bool
    /// A scanner sends the AIM identifier, `]` and two characters, before the data.
    public var sendsIdentifier: Bool

    /// Terms of a reader as it leaves the factory, unless said otherwise; `silence` is brought within `silences`.
    public init(
        prefix: String = "", suffix: String = "", silence: Duration = .milliseconds(200), hasLineEndPerTrack: Bool = false, sendsIdentifier: Bool = false
    ) {
        self.prefix = Array(prefix.utf8)
        self.suffix = Array(suffix.utf8)
        self.silence = min(max(silence, Self.silences.lowerBound), Self.silences.upperBound)
        self.hasLineEndPerTrack = hasLineEndPerTrack
        self.sendsIdentifier = sendsIdentifier
    }
}
