import Foundation
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

    @Test func `a computer without udev is told that changes go unnoticed, and what to do`() {
        let isThere = FileManager.default.fileExists(atPath: "/run/udev/control")
        #expect((LibUSBBus.deafness == nil) == isThere)
        #expect(isThere || LibUSBBus.deafness?.wayOut.hasPrefix("Start systemd-udevd") == true)
    }

    /// Source: `enum libusb_error`.
    @Test(arguments: [
        (Int32(-1), USBError.Kind.inputOutput), (-2, .notFound), (-3, .accessDenied), (-4, .gone), (-5, .notFound), (-6, .busy), (-7, .timedOut),
        (-8, .overflow), (-9, .stalled), (-10, .cancelled), (-11, .inputOutput), (-12, .unsupported), (-99, .inputOutput),
    ])
    func `each code of libusb has its meaning`(code: Int32, kind: USBError.Kind) {
        #expect(LibUSBCode(code).kind == kind)
    }
}
