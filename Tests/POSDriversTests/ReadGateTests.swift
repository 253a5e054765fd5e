import CardFormats
import PointOfService
import Testing

@testable import POSDrivers

struct ReadGateTests {
    private let card = CardEvent.number(.swiped("9001"))

    @Test func `the same card, refused, foreign or own, goes on once a second`() {
        for event in [card, .foreign(masked: "…1234", .swiped), .refused(.paymentCard, .swiped)] {
            var gate = ReadGate(settings: .fresh)
            let answers = [0, 500, 999, 1000, 1001, 2000].map { gate.lets(event, at: .milliseconds($0), isStale: false, isEnabled: true) }
            #expect(answers == [true, false, false, true, false, true])
        }
    }

    @Test func `scans, retries and faults are never swallowed`() {
        var gate = ReadGate(settings: .fresh)
        let trouble = DeviceTrouble(.unreliable, sentence: "It garbles.", wayOut: "Replug it.")
        for event in [CardEvent.number(.scanned("9001", symbology: nil)), .retry(.blank, .swiped), .fault(trouble), .refused(.paymentCard, .scanned)] {
            for _ in 0..<3 {
                let goesOn = gate.lets(event, at: .zero, isStale: false, isEnabled: true)
                #expect(goesOn)
            }
        }
    }

    @Test func `a window of nothing swallows nothing`() {
        var gate = ReadGate(settings: ReaderSettings(repeats: .zero))
        let answers = (0..<3).map { _ in gate.lets(card, at: .seconds(1), isStale: false, isEnabled: true) }
        #expect(answers == [true, true, true])
    }

    @Test func `what nobody was handed is not a first swipe`() {
        var gate = ReadGate(settings: .fresh)
        let whileDisabled = gate.lets(card, at: .zero, isStale: false, isEnabled: false)
        let after = gate.lets(card, at: .milliseconds(100), isStale: false, isEnabled: true)
        #expect(whileDisabled && after)
    }

    @Test func `what settles is dropped, to the end of what began in it, but for faults`() {
        var gate = ReadGate(settings: .shop)
        gate.open(at: .seconds(10))
        let settling = [9_000, 10_000, 10_249, 10_250].map { gate.isSettling(at: .milliseconds($0)) }
        #expect(settling == [true, true, true, false])
        let early = gate.lets(card, at: .seconds(10), isStale: true, isEnabled: true)
        gate.rest(isMidway: true, isStale: true)
        let rest = gate.lets(card, at: .seconds(11), isStale: false, isEnabled: true)
        let fault = gate.lets(
            .fault(DeviceTrouble(.unreliable, sentence: "It garbles.", wayOut: "Replug it.")), at: .seconds(11), isStale: true, isEnabled: true)
        gate.rest(isMidway: false, isStale: false)
        let next = gate.lets(card, at: .seconds(11), isStale: false, isEnabled: true)
        #expect(!early && !rest && fault && next)
    }
}
