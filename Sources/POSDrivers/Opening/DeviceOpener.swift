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

    /// Opens the device, claims what is to be used of it and asks it which of the rows it is. Whoever gets the connection closes it.
    func recognise(_ device: USBDeviceInfo, _ rows: [DeviceRow]) async throws(DeviceTrouble) -> (any USBConnection, DeviceRow, RecognisedDevice) {
        if let row = rows.first, let trouble = DeviceTrouble(undriven: row, device) { throw trouble }
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
    ) async throws(DeviceTrouble) -> (OpenDevice, DeviceRow) {
        let (connection, row, found) = try await recognise(device, rows)
        let identity = naming.identity(of: device, kind: found.kind ?? row.kind, model: model(device, row, found))
        do throws(DeviceTrouble) {
            return (try await start(found, row, identity, leftover, on: connection), row)
        } catch {
            await connection.close()
            throw error
        }
    }

    private func recognise(_ row: DeviceRow, on connection: any USBConnection) async throws(DeviceTrouble) -> RecognisedDevice? {
        do throws(USBError) {
            switch row.driver {
            case .hid(_, let mayFrame): return try await findReader(mayFrame: mayFrame, on: connection)
            case .keyboard: return try await findKeyboard(on: connection)
            case .serial: return try await findSerialLine(on: connection)
            case .msr605x: return try await findWriter(on: connection)
            case .printer(let language): return try await findPrinter(language, on: connection)
            case .cups, .none: return nil
            }
        } catch {
            throw DeviceTrouble(error)
        }
    }

    /// What the device calls itself where the row stands for many; IEEE 1284 goes first for printers.
    private func model(_ device: USBDeviceInfo, _ row: DeviceRow, _ found: RecognisedDevice) -> String {
        if case .printer(_, let printer) = found, let name = printer.deviceID?.name { return name }
        if case .product = row.match { return row.model }
        let words = [device.manufacturer, device.product].compactMap(\.self)
        return words.isEmpty ? row.model : words.joined(separator: " ")
    }

    func retrying<Result: Sendable>(
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

extension RecognisedDevice {
    /// What the report descriptor says it is; nil where only the sheet knows.
    fileprivate var kind: DeviceKind? {
        switch self {
        case .reports(.msr, _, _, _), .writer: .stripeReader
        case .reports(.scanner, _, _, _): .scanner
        case .printer: .printer
        case .keyboard, .serial: nil
        }
    }
}
