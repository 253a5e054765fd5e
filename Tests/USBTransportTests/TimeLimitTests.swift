import Testing

@testable import USBTransport

struct TimeLimitTests {
    @Test(arguments: [
        (Duration.milliseconds(250), UInt32(250)), (.microseconds(1500), 2), (.microseconds(1), 1), (.zero, 1), (.seconds(-3), 1),
        (.microseconds(-1500), 1), (.seconds(2), 2000), (.seconds(5_000_000), .max), (.seconds(Int64.max), .max), (.seconds(Int64.min), 1),
    ])
    func `a time limit is whole milliseconds, rounded up, and never none`(limit: Duration, milliseconds: UInt32) {
        #expect(limit.wholeMilliseconds == milliseconds)
    }
}
