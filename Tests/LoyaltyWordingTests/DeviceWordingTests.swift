import LoyaltyWording
import PointOfService
import PrinterFormats
import Testing

@Suite struct DeviceWordingTests {
    @Test(arguments: PrinterCondition.allCases)
    func `everything a printer says about itself has its sentence`(condition: PrinterCondition) {
        #expect(DeviceCondition(rawValue: condition.rawValue) != nil)
        #expect(DeviceCondition(rawValue: PrintFailure(.condition(condition), extent: .nothing).code) != nil)
    }

    @Test(arguments: DeviceTrouble.Code.allCases)
    func `everything that can be wrong with a device has its sentence`(code: DeviceTrouble.Code) {
        #expect(DeviceCondition(rawValue: code.rawValue) != nil)
    }
}
