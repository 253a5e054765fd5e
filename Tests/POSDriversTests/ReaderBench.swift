import CardFormats
import POSDrivers
import PointOfService
import Testing
import USBContract
import VirtualDevices

/// A bus, a device on it, and a driver that a test makes on a connection it has claimed, without any manager.
struct ReaderBench {
    let time = ManualTime()
    let bus: VirtualBus
    let identity = DeviceIdentity(id: "bench", kind: .stripeReader, model: "Bench reader")

    init() {
        let time = self.time
        bus = VirtualBus(timer: { try await time.sleep($0) })
    }

    /// Plugs a HID device in, claims its interface and reads its descriptor.
    func claimed(
        _ function: any USBFunction, keyboard: Bool = false
    ) async throws -> (connection: any USBConnection, interface: HIDInterface, descriptor: HIDReportDescriptor?) {
        let device = try bus.plug(function, conditions: VirtualBus.Conditions(kernelDrivers: [0: "usbhid"]))
        let interface = try #require((keyboard ? HIDInterface.keyboards(of: device) : HIDInterface.candidates(of: device)).first)
        let connection = try await bus.open(device)
        try await connection.claim(interface: interface.number)
        let bytes = try await connection.reportDescriptor(interface: interface.number)
        return (connection, interface, try bytes.map { try HIDReportDescriptor($0) })
    }

    /// A started driver for a HID device.
    func reader<Role: ReaderRole>(
        _ function: any USBFunction, as role: Role.Type, speech: ReaderDecoder.Speech = .reports, settings: ReaderSettings = .fresh
    ) async throws -> ReaderDriver<Role> {
        let isKeyboard = if case .keys = speech { true } else { false }
        let (connection, interface, descriptor) = try await claimed(function, keyboard: isKeyboard)
        if isKeyboard { try await HIDReaderActivation.settleKeyboard(on: connection, interface: interface.number) }
        let driver = try ReaderDriver<Role>(
            identity: identity, connection: connection, endpoint: interface.input.address, descriptor: descriptor, speech: speech, settings: settings,
            time: time.device)
        await driver.start()
        return driver
    }

    /// A started driver for a serial device.
    func serial<Role: ReaderRole>(_ scanner: VirtualSerialScanner, as role: Role.Type, terms: TextTerms = TextTerms()) async throws -> ReaderDriver<Role> {
        let device = try bus.plug(scanner, conditions: VirtualBus.Conditions(kernelDrivers: [0: "cdc_acm", 1: "cdc_acm"]))
        let port = try #require(SerialPort.of(device))
        let connection = try await bus.open(device)
        try await port.open(on: connection)
        let driver = try ReaderDriver<Role>(
            identity: identity, connection: connection, endpoint: port.input.address, descriptor: nil, speech: .serial(terms), time: time.device)
        await driver.start()
        return driver
    }

    /// Where the only device is.
    var address: USBAddress? { get async { await bus.devices().first?.address } }

    func unplug() async { if let address = await address { bus.unplug(address) } }
}
