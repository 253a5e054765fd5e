import CardFormats
import DeviceSheets
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
        case printer(PrinterInterface, PrinterRecognition)
    }

    /// Opens the device, claims what is to be used of it and asks it which of the rows it is. Whoever gets the connection closes it.
    func recognise(_ device: USBDeviceInfo, _ rows: [DeviceRow]) async throws(DeviceTrouble) -> (any USBConnection, DeviceRow, Recognised) {
        if let row = rows.first, case .none(let reason, let wayOut) = row.driver {
            throw .wrongMode("\(row.model) (\(device.deviceID)) is not driven: \(reason)", wayOut: wayOut)
        }
        let connection: any USBConnection
        do throws(USBError) {
            connection = try await retrying(.accessDenied) { () throws(USBError) in try await bus.open(device) }
        } catch {
            throw DeviceTrouble(error)
        }
        do throws(DeviceTrouble) {
            for row in rows {
                if let found = try await recognise(row, on: connection) { return (connection, row, found) }
            }
            throw DeviceTrouble(unrecognised: device, as: rows.first)
        } catch {
            await connection.close()
            throw error
        }
    }

    /// The same, and sets a driver to work on it.
    func open(
        _ device: USBDeviceInfo, _ rows: [DeviceRow], _ naming: DeviceNaming, leftover: PrinterLeftover
    ) async throws(DeviceTrouble) -> OpenDevice {
        let (connection, row, recognised) = try await recognise(device, rows)
        do throws(DeviceTrouble) {
            switch recognised {
            case .reader(let kind, let descriptor, let interface):
                return try await reader(kind, descriptor, interface, row, naming, connection)
            case .printer(let interface, let found):
                return await printer(interface, found, row, naming, leftover, connection)
            }
        } catch {
            await connection.close()
            throw error
        }
    }

    private func recognise(_ row: DeviceRow, on connection: any USBConnection) async throws(DeviceTrouble) -> Recognised? {
        do throws(USBError) {
            switch row.driver {
            case .hid: return try await findReader(on: connection)
            case .printer: return try await findPrinter(row, on: connection)
            case .keyboard, .serial, .msr605x, .cups, .none: return nil
            }
        } catch {
            throw DeviceTrouble(error)
        }
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
        var sheet: PrinterLanguage?
        if case .printer(.assumed(let word)) = row.driver { sheet = PrinterLanguage(rawValue: word) }
        guard let found = await interface.recognise(on: connection, sheet: sheet, limits: settings.printerLimits) else { return nil }
        return .printer(interface, found)
    }

    private func reader(
        _ kind: ReportDecoder.Reader, _ descriptor: HIDReportDescriptor, _ interface: HIDInterface, _ row: DeviceRow, _ naming: DeviceNaming,
        _ connection: any USBConnection
    ) async throws(DeviceTrouble) -> OpenDevice {
        let device = connection.device
        do throws(ReaderFault) {
            switch kind {
            case .msr:
                let driver = try MagneticStripeReaderDriver(
                    identity: naming.identity(of: device, kind: .stripeReader, model: model(device, row)), connection: connection,
                    endpoint: interface.input.address, descriptor: descriptor, ranges: settings.ranges, time: time)
                await driver.start()
                return .reader(driver)
            case .scanner:
                let driver = try HIDPOSScannerDriver(
                    identity: naming.identity(of: device, kind: .scanner, model: model(device, row)), connection: connection,
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
        _ interface: PrinterInterface, _ found: PrinterRecognition, _ row: DeviceRow, _ naming: DeviceNaming, _ leftover: PrinterLeftover,
        _ connection: any USBConnection
    ) async -> OpenDevice {
        let model = found.deviceID?.name ?? model(connection.device, row)
        let identity = naming.identity(of: connection.device, kind: .printer, model: model)
        let driver = USBPrinterDriver(
            identity: identity, profile: settings.profiles[identity.id] ?? found.profile(of: connection.device), connection: connection,
            interface: interface, leftover: leftover, time: time, limits: settings.printerLimits)
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

extension DeviceTrouble {
    /// A device that none of its rows' drivers found to be its own.
    fileprivate init(unrecognised device: USBDeviceInfo, as row: DeviceRow?) {
        let types = row?.driver.interfaceClass == .humanInterface && HIDInterface.candidates(of: device).isEmpty
        switch row?.kind {
        case .printer: self = .wrongMode("\(device) speaks none of the printer languages that are driven.", wayOut: "Print on it through CUPS: name its queue with --queue.")
        case _ where types: self = .wrongMode("\(device) is in keyboard mode.", wayOut: row?.kind.wayToDrivenMode ?? "")
        default: self = .wrongMode("\(device) sends reports of a kind that is not driven.", wayOut: row?.kind.wayToDrivenMode ?? "")
        }
    }
}

extension DeviceKind {
    /// The way to a mode that is driven.
    fileprivate var wayToDrivenMode: String {
        self == .scanner ? "Scan the “HID-POS” label in the scanner's manual." : "Switch it to HID mode with its maker's utility."
    }
}

extension DeviceRow {
    fileprivate var activation: DeviceDriver.Activation { if case .hid(let activation) = driver { activation } else { .none } }
}
