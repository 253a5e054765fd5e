import EmulatedKernel
import Testing
import USBConformance
import USBContract

struct LibUSBTests {
    @Test(
        .serialized, .timeLimit(.minutes(2)), arguments: EmulatedKernel.Controller.allCases,
        USBRule.all(denyingAccess: EmulatedWorkbench.canDenyAccess))
    func `libusb keeps the rules of every bus`(controller: EmulatedKernel.Controller, rule: USBRule) async throws {
        try await rule.check(EmulatedWorkbench(controller))
    }
}
