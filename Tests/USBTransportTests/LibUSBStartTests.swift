import CLibUSB
import Testing
import USBContract

@testable import USBTransport

@Suite(.serialized)
struct LibUSBStartTests {
    @Test func `libusb starts and ends as often as it is wanted, or says that there is no USB`() async {
        for _ in 1...20 {
            do throws(USBError) {
                let bus = try await LibUSBBus.start()
                let addresses = await bus.devices().map(\.address)
                #expect(Set(addresses).count == addresses.count)
            } catch {
                #expect(error == USBError(.unsupported, device: "The USB of this computer"))
            }
        }
    }

    @Test func `a device that was never there is gone, where there is USB at all`() async {
        let nobody = USBDeviceInfo(
            address: USBAddress(bus: 255, address: 127), ports: [], speed: .full,
            descriptor: USBDeviceDescriptor(id: USBDeviceID(vendor: 0x1209, product: 1)), configurations: [], activeConfigurationValue: nil)
        let error = await #expect(throws: USBError.self) { _ = try await LibUSBBus.start().open(nobody) }
        #expect(error?.kind == .gone || error?.kind == .unsupported)
    }

    @Test(arguments: [
        (LIBUSB_ERROR_ACCESS, USBError.Kind.accessDenied), (LIBUSB_ERROR_NO_DEVICE, .gone), (LIBUSB_ERROR_BUSY, .busy), (LIBUSB_ERROR_PIPE, .stalled),
        (LIBUSB_ERROR_TIMEOUT, .timedOut), (LIBUSB_ERROR_OVERFLOW, .overflow), (LIBUSB_ERROR_NOT_FOUND, .notFound), (LIBUSB_ERROR_IO, .inputOutput),
        (LIBUSB_ERROR_NOT_SUPPORTED, .unsupported), (LIBUSB_ERROR_OTHER, .inputOutput),
    ])
    func `each code of libusb has its meaning`(code: libusb_error, kind: USBError.Kind) {
        #expect(LibUSBCode(code.rawValue).kind == kind)
    }
}
