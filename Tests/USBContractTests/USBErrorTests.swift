import Testing
import USBContract

struct USBErrorTests {
    @Test(arguments: USBError.Kind.allCases)
    func `every error names the device or the transfer, and a way out`(kind: USBError.Kind) throws {
        let error = USBError(kind, device: "Test Reader (0801:0002 at 001:004)", endpoint: 0x81)
        #expect(try #require(error.errorDescription).contains("Test Reader (0801:0002 at 001:004)"))
        #expect(try #require(error.recoverySuggestion).hasSuffix("."))
    }

    @Test func `a write that ran out of time says how far it came`() {
        let error = USBError(.timedOut, device: "Printer", endpoint: 0x01, partial: USBPartialTransfer(sent: 4992))
        #expect(error.errorDescription == "Printer did not complete the transfer on OUT 1 in time; it stopped after 4992 bytes.")
    }

    @Test func `no way of printing an error shows the bytes that had come`() {
        let card: [UInt8] = Array(";9000000000000000?".utf8)
        let error = USBError(.cancelled, device: "Reader", endpoint: 0x81, partial: USBPartialTransfer(received: card))
        var dumped = ""
        dump(error, to: &dumped)
        let printed = [dumped, "\(error)", String(reflecting: error), error.errorDescription ?? ""]
        #expect(printed.allSatisfy { $0.contains("18") && !$0.contains("57, 48") })
        #expect(error.received == card)
    }
}
