import Testing
import USBConformance

extension OneAtATime {
    /// The rules of every bus, as a user whom our udev rules let in by the group.
    @Suite(.timeLimit(.minutes(2)))
    struct RulesTests {
        @Test(arguments: USBRule.all(denyingAccess: false))
        func `libusb keeps the rules of every bus on a real kernel`(rule: USBRule) async throws {
            try await rule.check(try await RealWorkbench())
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
