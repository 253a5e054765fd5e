import CardFormats
import DeviceSheets
import PointOfService
import PrinterFormats
import USBContract

extension DeviceOpener {
    /// Sets the driver to work on what was found.
    func start(
        _ found: RecognisedDevice, _ row: DeviceRow, _ identity: DeviceIdentity, _ leftover: PrinterLeftover, on connection: any USBConnection
    ) async throws(DeviceTrouble) -> OpenDevice {
        switch found {
        case .reports(_, let descriptor, let interface, let isFramed):
            let reader = try await reader(identity, isFramed ? .frames : .reports, interface.input, descriptor, on: connection)
            if case .hid(.outputRedirection, _) = row.driver {
                try? await HIDReaderActivation.redirectOutput(on: connection, interface: interface.number)
            }
            return reader
        case .keyboard(let descriptor, let interface):
            let reader = try await reader(identity, .keys(row.driver.terms), interface.input, descriptor, on: connection)
            try? await HIDReaderActivation.settleKeyboard(on: connection, interface: interface.number)
            return reader
        case .serial(let port):
            return try await reader(identity, .serial(row.driver.terms), port.input, nil, on: connection)
        case .writer(let descriptor, let interface):
            return try await writer(identity, descriptor, interface, on: connection)
        case .printer(let interface, let printer):
            let driver = USBPrinterDriver(
                identity: identity, profile: settings.profiles[identity.id] ?? printer.profile(of: connection.device), connection: connection,
                interface: interface, leftover: leftover, time: time, limits: settings.printerLimits)
            await driver.start()
            return .printer(driver)
        }
    }

    private func reader(
        _ identity: DeviceIdentity, _ speech: ReaderDecoder.Speech, _ input: USBEndpoint, _ descriptor: HIDReportDescriptor?,
        on connection: any USBConnection
    ) async throws(DeviceTrouble) -> OpenDevice {
        identity.kind == .scanner
            ? try await driver(ScannerRole.self, identity, speech, input, descriptor, on: connection)
            : try await driver(StripeReaderRole.self, identity, speech, input, descriptor, on: connection)
    }

    private func driver<Role: ReaderRole>(
        _ role: Role.Type, _ identity: DeviceIdentity, _ speech: ReaderDecoder.Speech, _ input: USBEndpoint, _ descriptor: HIDReportDescriptor?,
        on connection: any USBConnection
    ) async throws(DeviceTrouble) -> OpenDevice {
        do throws(ReaderFault) {
            let driver = try ReaderDriver<Role>(
                identity: identity, connection: connection, endpoint: input.address, descriptor: descriptor, speech: speech, ranges: settings.ranges,
                settings: settings.readers, time: time)
            await driver.start()
            return .reader(driver)
        } catch {
            throw DeviceTrouble(error)
        }
    }

    private func writer(
        _ identity: DeviceIdentity, _ descriptor: HIDReportDescriptor, _ interface: HIDInterface, on connection: any USBConnection
    ) async throws(DeviceTrouble) -> OpenDevice {
        let driver = StripeWriterDriver(
            identity: identity, connection: connection, endpoint: interface.input.address, descriptor: descriptor, ranges: settings.ranges, time: time)
        guard let driver else { throw DeviceTrouble(unrecognised: connection.device, as: nil) }
        try await driver.start()
        return .writer(driver)
    }
}

extension DeviceDriver {
    /// How a reader that sends text sends it.
    fileprivate var terms: TextTerms {
        switch self {
        case .keyboard(let terms), .serial(let terms): terms
        default: TextTerms()
        }
    }
}
