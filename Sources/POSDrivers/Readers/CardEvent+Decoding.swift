import CardFormats
import PointOfService

extension CardEvent {
    /// What leaves the driver of what its reader sent: a number and how it got in, never a track.
    init(_ event: DecodedEvent) {
        switch event {
        case .msr(.ok(let card)): self = card.number.map { .number(.swiped($0)) } ?? .foreign(masked: card.foreignNumber, .swiped)
        case .msr(.retry(let retry)): self = .retry(retry, .swiped)
        case .msr(.refused(let refusal)): self = .refused(refusal, .swiped)
        case .msr(.fault(let fault)), .scanner(.fault(let fault)): self = .fault(DeviceTrouble(fault))
        case .scanner(.ok(let scan)): self = .number(.scanned(scan.data, symbology: scan.aim))
        case .scanner(.retry(let retry)): self = .retry(retry, .scanned)
        case .scanner(.refused(let refusal)): self = .refused(refusal, .scanned)
        }
    }
}
