import CardArtwork
import LoyaltyDesk
import LoyaltyModel
import LoyaltyRules
import LoyaltyService
import PointOfService
import PrinterFormats

/// Draws the club's cards and prints them on the printer that is plugged in.
struct CardPress: CardPrinting {
    let renderer: CardRenderer
    let shelf: FaceShelf
    let programme: Programme
    let devices: any DeviceHub

    var isReady: Bool {
        get async { await devices.printer(at: .desk) != nil }
    }

    func preview(of order: CardOrder) async throws -> [UInt8] {
        do { return try PNGImage.encode(try await renderer.render(inscription(order), on: face(order), at: .dpi203)) } catch let refusal as FaceRefusal {
            throw refusal.trouble
        }
    }

    func print(_ order: CardOrder) async throws -> PrintOutcome {
        guard let printer = await devices.printer(at: .desk) else { throw Trouble(.printerMissing) }
        do {
            let fitted = try await renderer.render(inscription(order), on: face(order), for: printer.profile)
            return try await printer.print(fitted.bitmap)
        } catch let refusal as FaceRefusal {
            throw refusal.trouble
        }
    }

    private func inscription(_ order: CardOrder) -> CardInscription {
        CardInscription(CardContent(name: order.name, number: order.number, code: order.code, tier: order.tier), programme: programme)
    }

    private func face(_ order: CardOrder) -> CardFace { shelf.front(programme, tier: order.tier) }

    /// Reads every face the club's cards need, so that one that cannot be used is told before a member waits for it, and draws a card nobody sees.
    func warmUp() async throws {
        let fronts = programme.ladder.tiersWithCards.map { shelf.front(programme, tier: $0) }
        for face in fronts + [shelf.back(programme)] { try await renderer.require(face) }
        if let first = fronts.first { try await renderer.warmUp(on: first, language: CardLanguage(programme.language.rawValue)) }
    }
}

extension FaceRefusal {
    /// The refusal for the card desk; its own words name the field, never what stood in it.
    fileprivate var trouble: Trouble { Trouble(.nameCannotBePrinted, field: "name") }
}
