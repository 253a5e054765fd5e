public import ArgumentParser
public import LoyaltyModel

extension Instant: ExpressibleByArgument {
    /// Reads RFC 3339 with an offset.
    public init?(argument: String) { self.init(argument) }
}
