/// What a single caller may take from all others: time and places. Sizes of bodies are limited where they are read.
public struct ServiceLimits: Sendable {
    /// How long a connection may be open without a whole request on it.
    public var idle: Duration
    /// How long the body of a request may take to come.
    public var body: Duration
    /// How many may listen to events at the same time.
    public var listeners: Int

    /// A till's browser and program keep one stream each; a shop has a few tills.
    public static let usual = ServiceLimits(idle: .seconds(60), body: .seconds(30), listeners: 4096)

    /// Limits.
    public init(idle: Duration, body: Duration, listeners: Int) {
        self.idle = idle
        self.body = body
        self.listeners = listeners
    }
}
