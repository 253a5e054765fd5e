import CardFormats
import PointOfService
import PrinterFormats
import USBContract

/// Opens devices and finds out what they really are.
struct DeviceOpener: Sendable {
    /// How long to wait before trying again what fails right after plugging in: udev sets rights late, kernel drivers bind late.
    private static let retryPauses: [Duration] = [.milliseconds(50), .milliseconds(100), .milliseconds(200), .milliseconds(400)]

    let bus: any USBBus
    let time: DeviceTime
    let settings: DeviceSettings

    /// What a device turned out to be, on a connection that has claimed it.
    enum Recognised: Sendable {
        case reader(ReportDecoder.Reader, HIDReportDescriptor, HIDInterface)
        case printer(PrinterInterface, IEEE1284ID?)
    }

    /// Opens the device, claims what is to be used of it and asks it what it is. Whoever gets the connection closes it.
    func recognise(_ device: USBDeviceInfo, _ row: DeviceRow) async throws(DeviceTrouble) -> (any USBConnection, Recognised) {
        if case .none(let wayOut) = row.driver { throw .wrongMode("\(row.model) (\(device.deviceID)) is in a mode that is not driven.", wayOut: wayOut) }
        let connection: any USBConnection
        do throws(USBError) {
            connection = try await retrying(.accessDenied) { () throws(USBError) in try await bus.open(device) }
        } catch {
            throw DeviceTrouble(error)
        }
        do throws(DeviceTrouble) {
            return (connection, try await recognise(row, on: connection))
        } catch {
            await connection.close()
            throw error
        }
    }

    /// The same, and sets a driver to work on it.
    func open(
        _ device: USBDeviceInfo, _ row: DeviceRow, byPort: Bool, leftover: PrinterLeftover
    ) async throws(DeviceTrouble) -> OpenDevice {
        let (connection, recognised) = try await recognise(device, row)
        do throws(DeviceTrouble) {
            switch recognised {
            case .reader(let kind, let descriptor, let interface):
                return try await reader(kind, descriptor, interface, row, byPort: byPort, connection)
            case .printer(let interface, let name):
                return await printer(interface, name, row, byPort: byPort, leftover, connection)
            }
        } catch {
            await connection.close()
            throw error
        }
    }

    private func recognise(_ row: DeviceRow, on connection: any USBConnection) async throws(DeviceTrouble) -> Recognised {
        if row.kind != .printer, HIDInterface.candidates(of: connection.device).isEmpty {
            throw .wrongMode("\(connection.device) is in keyboard mode.", wayOut: row.kind.wayToDrivenMode)
        }
        do throws(USBError) {
            switch row.driver {
            case .hid: if let reader = try await findReader(on: connection) { return reader }
            case .escpos, .escposIfAnnounced: if let printer = try await findPrinter(row, on: connection) { return printer }
            case .none: break
            }
        } catch {
            throw DeviceTrouble(error)
        }
        let what = row.kind == .printer ? "does not speak ESC/POS" : "sends reports of a kind that is not driven"
        throw .wrongMode("\(connection.device) \(what).", wayOut: row.kind.wayToDrivenMode)
    }

    private func findReader(on connection: any USBConnection) async throws(USBError) -> Recognised? {
        for interface in HIDInterface.candidates(of: connection.device) {
            try await retrying(.busy) { () throws(USBError) in try await connection.claim(interface: interface.number) }
            let bytes = try await connection.reportDescriptor(interface: interface.number)
            if let descriptor = try? HIDReportDescriptor(bytes ?? []), let kind = try? ReportDecoder(descriptor: descriptor).reader {
                return .reader(kind, descriptor, interface)
            }
            try await connection.release(interface: interface.number)
        }
        return nil
    }

    private func findPrinter(_ row: DeviceRow, on connection: any USBConnection) async throws(USBError) -> Recognised? {
        guard let interface = PrinterInterface.of(connection.device) else { return nil }
        try await retrying(.busy) { () throws(USBError) in
            try await connection.claim(interface: interface.number, alternate: interface.alternate)
        }
        let configurations = connection.device.configurations
        let index = configurations.firstIndex { $0.value == connection.device.activeConfigurationValue } ?? 0
        let setup = USBSetup.getDeviceID(
            configuration: UInt8(clamping: index), interface: interface.number, alternate: interface.alternate)
        let name = (try? await connection.controlIn(setup)).map { IEEE1284ID(reply: $0) }
        let speaksESCPOS = row.driver == .escposIfAnnounced ? name?.announcesESCPOS == true : name?.announcesOthersOnly != true
        return speaksESCPOS ? .printer(interface, name) : nil
    }

    private func reader(
        _ kind: ReportDecoder.Reader, _ descriptor: HIDReportDescriptor, _ interface: HIDInterface, _ row: DeviceRow, byPort: Bool,
        _ connection: any USBConnection
    ) async throws(DeviceTrouble) -> OpenDevice {
        let device = connection.device
        do throws(ReaderFault) {
            switch kind {
            case .msr:
                let driver = try MagneticStripeReaderDriver(
                    identity: DeviceIdentity(device, kind: .stripeReader, model: model(device, row), byPort: byPort), connection: connection,
                    endpoint: interface.input.address, descriptor: descriptor, ranges: settings.ranges, time: time)
                await driver.start()
                return .reader(driver)
            case .scanner:
                let driver = try HIDPOSScannerDriver(
                    identity: DeviceIdentity(device, kind: .scanner, model: model(device, row), byPort: byPort), connection: connection,
                    endpoint: interface.input.address, descriptor: descriptor, ranges: settings.ranges, time: time)
                await driver.start()
                try? await row.activation.perform(on: connection, interface: interface.number)
                return .reader(driver)
            }
        } catch {
            throw DeviceTrouble(error)
        }
    }

    private func printer(
        _ interface: PrinterInterface, _ name: IEEE1284ID?, _ row: DeviceRow, byPort: Bool, _ leftover: PrinterLeftover,
        _ connection: any USBConnection
    ) async -> OpenDevice {
        let model = name?.name ?? model(connection.device, row)
        let identity = DeviceIdentity(connection.device, kind: .printer, model: model, byPort: byPort)
        let driver = ESCPOSPrinterDriver(
            identity: identity, profile: settings.profiles[identity.id] ?? .named(model), connection: connection, interface: interface,
            leftover: leftover, time: time, limits: settings.printerLimits)
        await driver.start()
        return .printer(driver)
    }

    /// The row's name for a product that it knows; else what the device calls itself.
    private func model(_ device: USBDeviceInfo, _ row: DeviceRow) -> String {
        if case .product = row.match { return row.model }
        let words = [device.manufacturer, device.product].compactMap(\.self)
        return words.isEmpty ? row.model : words.joined(separator: " ")
    }

    private func retrying<Result: Sendable>(
        _ kind: USBError.Kind, _ body: () async throws(USBError) -> Result
    ) async throws(USBError) -> Result {
        for pause in Self.retryPauses {
            do throws(USBError) {
                return try await body()
            } catch {
                guard error.kind == kind else { throw error }
            }
            guard (try? await time.sleep(pause)) != nil else { break }
        }
        return try await body()
    }
}

extension DeviceKind {
    /// The way to the mode that is driven.
    fileprivate var wayToDrivenMode: String {
        switch self {
        case .stripeReader: "Switch it to HID mode with its maker's utility."
        case .scanner: "Scan the “HID-POS” label in the scanner's manual."
        case .printer: "Switch it to ESC/POS emulation, or print on it through CUPS."
        }
    }
}

extension DeviceRow {
    fileprivate var activation: Activation { if case .hid(let activation) = driver { activation } else { .notNeeded } }
}
