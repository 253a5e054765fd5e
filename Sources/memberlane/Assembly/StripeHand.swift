import CardFormats
import LoyaltyModel
import LoyaltyService
import PointOfService

/// Writes the stripes of cards on the writer that is plugged in at the desk.
struct StripeHand: StripeWriting {
    let devices: any DeviceHub
    let coercivity: StripeCoercivity

    var isReady: Bool {
        get async { await devices.writer(at: .desk) != nil }
    }

    func write(_ tracks: [Int: String]) async throws {
        guard let writer = await devices.writer(at: .desk) else { throw Trouble(.writerMissing) }
        let texts = Dictionary(uniqueKeysWithValues: tracks.compactMap { number, text in TrackNumber(rawValue: number).map { ($0, text) } })
        do throws(StripeWriteFailure) {
            _ = try await writer.write(texts, coercivity: coercivity) { _ in }
        } catch {
            throw Trouble(.stripeNotWritten, detail: error.errorDescription)
        }
    }
}
