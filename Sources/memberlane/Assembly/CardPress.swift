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
    let programme: Programme
    let devices: any DeviceHub

    var isReady: Bool {
        get async { await devices.printer(at: .desk) != nil }
    }

    func preview(of order: CardOrder) async throws -> [UInt8] {
        do { return try PNGImage.encode(try await renderer.render(face(order), at: .dpi203)) } catch let refusal as FaceRefusal {
            throw refusal.trouble
        }
    }

    func print(_ order: CardOrder) async throws -> PrintOutcome {
        guard let printer = await devices.printer(at: .desk) else { throw Trouble(.printerMissing) }
        do {
            let fitted = try await renderer.render(face(order), for: printer.profile)
            return try await printer.print(fitted.bitmap)
        } catch let refusal as FaceRefusal {
            throw refusal.trouble
        }
    }

    private func face(_ order: CardOrder) -> CardFace {
        CardFace(CardContent(name: order.name, number: order.number, code: order.code, tier: order.tier), programme: programme)
    }
}

extension FaceRefusal {
    /// The refusal for the card desk; its own words name the field, never what stood in it.
    fileprivate var trouble: Trouble { Trouble(.nameCannotBePrinted, field: "name") }
}
