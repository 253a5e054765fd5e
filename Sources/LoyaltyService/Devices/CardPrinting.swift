public import LoyaltyDesk
public import PointOfService

/// Draws cards and prints them. Whoever starts the service chooses the artwork and the printer.
public protocol CardPrinting: Sendable {
    /// Whether a printer is there that can be asked to print.
    var isReady: Bool { get async }

    /// The card as a PNG, true size. Throws `Trouble(.nameCannotBePrinted)` for a name with characters no font has.
    func preview(of order: CardOrder) async throws -> [UInt8]

    /// Prints the card, and says how certain that is. Throws `PrintFailure`, or `Trouble(.printerMissing)` when there is no printer.
    func print(_ order: CardOrder) async throws -> PrintOutcome
}
