import CardArtwork
import LoyaltyModel
import LoyaltyRules
import LoyaltyService
import PointOfService
import PrinterFormats

/// Draws the club's slips and prints them on the printer of a place.
struct SlipPress: SlipPrinting {
    /// Dots across 80-mm paper at 203 dpi.
    private static let usualHead = 576

    let renderer: CardRenderer
    let programme: Programme
    let devices: any DeviceHub

    func preview(_ slip: DeskSlip, in language: Language) async throws -> [UInt8] {
        // A picture shows the first strip of a slip that is longer than one.
        guard let strip = try await drawn(slip, in: language, headDots: Self.usualHead).first else { throw Trouble(.unexpected) }
        return try PNGImage.encode(strip)
    }

    func print(_ slip: DeskSlip, in language: Language, at place: DeviceRole) async throws -> PrintOutcome {
        guard let printer = await devices.printer(at: place) else { throw Trouble(.printerMissing) }
        var outcome = PrintOutcome.confirmed
        for strip in try await drawn(slip, in: language, headDots: printer.profile.headDots) {
            if try await printer.print(strip) != .confirmed { outcome = .sentUnconfirmed }
        }
        return outcome
    }

    private func drawn(_ slip: DeskSlip, in language: Language, headDots: Int) async throws -> [Bitmap] {
        do { return try await renderer.render(SlipText(programme: programme, language: language).slip(slip), headDots: headDots) } catch is SlipRefusal {
            throw Trouble(.nameCannotBePrinted, field: "name")
        }
    }
}
