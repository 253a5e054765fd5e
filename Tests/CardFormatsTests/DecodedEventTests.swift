import CardFormats
import Foundation
import Testing

struct DecodedEventTests {
    private func json(_ event: DecodedEvent) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(DecodeAnswer(events: [event])), as: UTF8.self)
    }

    @Test func `a swipe is written with tracks and number`() throws {
        let result = try read(Swipe("%M9001000000000012^AB^?", ";9001000000000012?"))
        #expect(
            try json(.msr(result))
                == #"{"events":[{"kind":"msr","number":"9001000000000012","status":"ok","tracks":{"1":"%M9001000000000012^AB^?","2":";9001000000000012?"}}]}"#)
    }

    @Test func `tracks that were not read stand beside those that were`() throws {
        var swipe = Swipe("", ";9001000000000012?")
        swipe.status = [1, 0, 0]
        #expect(
            try json(.msr(try read(swipe)))
                == #"{"events":[{"kind":"msr","number":"9001000000000012","status":"ok","tracks":{"2":";9001000000000012?"},"unreadable":["1"]}]}"#)
    }

    @Test func `a foreign card is written masked and without a number`() throws {
        let result = try read(Swipe("", ";7001001234=12?"))
        #expect(try json(.msr(result)) == #"{"events":[{"foreign":"…1234","kind":"msr","status":"ok","tracks":{"2":";…1234=12?"}}]}"#)
    }

    @Test func `a scan is written with its data and symbology`() throws {
        let results = try scan(.zebra, [Maker.zebra.report(bytes("9001")), Maker.zebra.report(bytes("9002"), aim: "\0\0\0")])
        #expect(try json(.scanner(results[0])) == #"{"events":[{"aim":"]C0","data":"9001","kind":"scanner","status":"ok"}]}"#)
        #expect(try json(.scanner(results[1])) == #"{"events":[{"data":"9002","kind":"scanner","status":"ok"}]}"#)
    }

    @Test func `a retry names the tracks`() throws {
        let text = try json(.msr(.retry(.unreadable([.one, .three]))))
        #expect(
            text.contains(
                #""reason":"unreadable","status":"retry","text":"Tracks 1, 3 of the card could not be read.","tracks":{"1":"unreadable","3":"unreadable"}"#))
        #expect(try json(.msr(.retry(.blank))).contains(#""reason":"blank","status":"retry""#))
    }

    @Test(arguments: CardRefusal.allCases)
    func `a refusal is written without a digit`(refusal: CardRefusal) throws {
        for event in [DecodedEvent.msr(.refused(refusal)), .scanner(.refused(refusal))] {
            let text = try json(event)
            #expect(text.contains(#""reason":"\#(refusal.rawValue)","status":"refused""#))
            #expect(text.replacing("level 2", with: "").allSatisfy { !$0.isNumber })
            #expect(!event.isOK)
        }
    }

    @Test func `a refused card leaves no digit in the answer`() throws {
        let number = Synthetic.number("4", digits: 16)
        let result = try read(Swipe("%B\(number)^AB/CD^2512101000?", ";\(number)=2512101000?"))
        #expect(try json(.msr(result)).allSatisfy { !$0.isNumber })
        #expect(!"\(result)".contains { $0.isNumber })
    }

    @Test func `a fault is written with its name`() throws {
        #expect(try json(.msr(.fault(.reportLength(received: 856, expected: 337)))).contains(#""reason":"report_length","status":"fault""#))
        #expect(try json(.scanner(.fault(.unknownReport(id: 9)))).contains(#""reason":"unknown_report","status":"fault""#))
    }

    @Test func `every trouble says what is wrong and the way out`() {
        let retries: [ReadRetry] = [.unreadable([.two]), .unreadable([.one, .two]), .blank, .cutOff, .empty]
        let faults: [ReaderFault] = [
            .notAReader([]), .notAReader([HIDUsage(0x01, 0x02), HIDUsage(0x0C, 0x01), HIDUsage(0x8C, 0x02)]), .unknownReport(id: 3),
            .reportLength(received: 1, expected: 2), .trackLength(.two, said: 111, field: 110), .scanLength(said: 57, field: 56), .scanTooLong(limit: 8192),
            .tracksDisagree,
        ]
        let troubles: [any LocalizedError] = retries.map { $0 } + faults.map { $0 } + CardRefusal.allCases.map { $0 }
        for trouble in troubles { #expect(trouble.errorDescription?.isEmpty == false && trouble.recoverySuggestion?.isEmpty == false) }
        #expect(Set(retries.map(\.code)).count == 4)
        #expect(Set(faults.map(\.code)).count == faults.count - 1)
    }

    @Test func `a card shows no track and only the end of its number in descriptions and dumps`() throws {
        let result = try read(Swipe("%M9001001234^AB^?"))
        var dumped = ""
        dump(result, to: &dumped)
        for text in ["\(result)", String(reflecting: result), dumped] { #expect(!text.contains("900100") && !text.contains("AB")) }
    }
}
