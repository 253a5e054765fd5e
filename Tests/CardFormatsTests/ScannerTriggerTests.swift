import CardFormats
import Testing

/// HID Point of Sale Usage Tables 1.02, usage page 8C, 14 trigger report.
struct ScannerTriggerTests {
    private func trigger(_ hex: String) throws -> ScannerTrigger {
        let descriptor = try descriptor(hex)
        return try #require(ScannerTrigger(descriptor))
    }

    @Test func `the bits stand where the descriptor says, behind the report's id`() throws {
        let trigger = try trigger(Descriptors.honeywell)
        #expect(trigger.kind == .output && trigger.reportID == 4 && trigger.canPreventRead)
        #expect(trigger.report(preventingRead: false) == [4, 0])
        #expect(trigger.report(preventingRead: true) == [4, 0b0001])
        #expect(trigger.report(preventingRead: false, .initiateRead) == [4, 0b0010])
        #expect(trigger.report(preventingRead: false, .errorBeep) == [4, 0b0100])
        #expect(trigger.report(preventingRead: true, .goodReadBeep) == [4, 0b1001])
    }

    @Test func `a feature report with some of the usages in bytes of their own is used as it is`() throws {
        let hex = "05 8C 09 02 A1 01 09 FE 75 08 95 38 82 02 01 09 14 A1 02 09 86 09 5F 15 00 25 01 75 08 95 02 B1 02 C0 C0"
        let trigger = try trigger(hex)
        #expect(trigger.kind == .feature && trigger.reportID == 0)
        #expect(trigger.report(preventingRead: true, .goodReadBeep) == [1, 1])
        #expect(trigger.can(.goodReadBeep) && !trigger.can(.errorBeep) && !trigger.can(.initiateRead))
        #expect(trigger.report(preventingRead: false, .errorBeep) == [0, 0])
    }

    @Test func `an array of choices takes the index of the choice`() throws {
        let hex = "05 8C 09 02 A1 01 09 FE 75 08 95 38 82 02 01 09 14 A1 02 09 5F 09 60 09 85 09 86 15 01 25 04 75 08 95 01 91 00 C0 C0"
        let trigger = try trigger(hex)
        #expect(trigger.report(preventingRead: false, .errorBeep) == [3])
        #expect(trigger.report(preventingRead: true) == [1])
    }

    @Test func `a device without any of the usages has no trigger report`() throws {
        for hex in [Descriptors.magtek, Descriptors.keyboard, Descriptors.idTech] {
            let descriptor = try descriptor(hex)
            #expect(ScannerTrigger(descriptor) == nil)
        }
    }
}
