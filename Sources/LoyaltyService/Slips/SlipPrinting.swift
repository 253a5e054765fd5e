public import LoyaltyModel
public import PointOfService

/// Draws slips and prints them. Whoever starts the service chooses the artwork and the printer.
public protocol SlipPrinting: Sendable {
    /// The slip as a PNG, as wide as 80-mm paper. Throws `Trouble(.nameCannotBePrinted)` for words with characters no font has.
    func preview(_ slip: DeskSlip, in language: Language) async throws -> [UInt8]

    /// Prints the slip on the printer of a place, and says how certain that is. Throws `PrintFailure`, or `Trouble(.printerMissing)` when there is none.
    func print(_ slip: DeskSlip, in language: Language, at place: DeviceRole) async throws -> PrintOutcome
}
