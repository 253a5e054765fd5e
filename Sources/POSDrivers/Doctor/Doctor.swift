public import DeviceSheets
import PointOfService
public import USBContract

/// Looks at every plugged-in device and says what is wrong with it and what repairs it.
///
/// It claims each device of ours for a moment and gives it back, so a device that a running server uses is told to be in use.
public struct Doctor: Sendable {
    private let bus: any USBBus
    private let table: DeviceTable
    private let opener: DeviceOpener
    private let settings: DeviceSettings
    private let user: String?

    /// A doctor for a bus; `user` is who is to be let in where rights are missing.
    public init(bus: any USBBus, table: DeviceTable, settings: DeviceSettings = DeviceSettings(), user: String? = nil, time: DeviceTime = .system) {
        self.bus = bus
        self.table = table
        self.settings = settings
        self.user = user
        opener = DeviceOpener(bus: bus, time: time, settings: settings)
    }

    /// Examines what is plugged in now.
    public func examine() async -> DoctorReport {
        var findings: [DoctorReport.Finding] = []
        for device in await bus.devices().sorted(by: { $0.portPath < $1.portPath }) where device.descriptor.deviceClass != .hub {
            findings.append(await examine(device))
        }
        return DoctorReport(findings)
    }

    private func examine(_ device: USBDeviceInfo) async -> DoctorReport.Finding {
        let words = [device.manufacturer, device.product].compactMap(\.self).joined(separator: " ")
        let rows = table.rows(for: device)
        guard let first = rows.first else { return DoctorReport.Finding(device, words.isEmpty ? "USB device" : words, nil, nil, .notSupported) }
        let naming = DeviceNaming(roles: settings.roles)
        func name(_ row: DeviceRow) -> String { words.isEmpty ? row.model : "\(words) (\(row.model))" }
        func identity(_ row: DeviceRow) -> DeviceIdentity { naming.identity(of: device, kind: row.kind, model: row.model) }
        do throws(DeviceTrouble) {
            let (connection, row, _) = try await opener.recognise(device, rows)
            await connection.close()
            return DoctorReport.Finding(device, name(row), row, identity(row), .ready)
        } catch {
            return DoctorReport.Finding(
                device, name(first), first, identity(first), .trouble, error.code == .accessDenied ? lettingIn(error) : error)
        }
    }

    /// Adds the command that gives the user the group.
    private func lettingIn(_ trouble: DeviceTrouble) -> DeviceTrouble {
        guard let user else { return trouble }
        return DeviceTrouble(
            trouble.code, sentence: trouble.sentence, wayOut: trouble.wayOut, commands: trouble.commands + [UdevRules.groupCommand(user: user)])
    }
}
