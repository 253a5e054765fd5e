import PointOfService
public import USBContract

/// Looks at every plugged-in device and says what is wrong with it and what repairs it.
///
/// It claims each device of ours for a moment and gives it back, so a device that a running server uses is told to be in use.
public struct Doctor: Sendable {
    private let bus: any USBBus
    private let table: DeviceTable
    private let opener: DeviceOpener
    private let user: String?

    /// A doctor for a bus; `user` is who is to be let in where rights are missing.
    public init(bus: any USBBus, table: DeviceTable = .supported, user: String? = nil, time: DeviceTime = .system) {
        self.bus = bus
        self.table = table
        self.user = user
        opener = DeviceOpener(bus: bus, time: time, settings: DeviceSettings())
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
        guard let row = table.row(for: device) else {
            return finding(device, words.isEmpty ? "USB device" : words, nil, .notSupported)
        }
        let name = words.isEmpty ? row.model : "\(words) (\(row.model))"
        do throws(DeviceTrouble) {
            let (connection, _) = try await opener.recognise(device, row)
            await connection.close()
            return finding(device, name, row, .ready)
        } catch {
            return finding(device, name, row, .trouble, error.code == .accessDenied ? lettingIn(error) : error)
        }
    }

    private func finding(
        _ device: USBDeviceInfo, _ name: String, _ row: DeviceRow?, _ verdict: DoctorReport.Finding.Verdict, _ trouble: DeviceTrouble? = nil
    ) -> DoctorReport.Finding {
        DoctorReport.Finding(
            usb: device.deviceID.description, port: device.portPath, name: name, kind: row?.kind, sheet: row?.sheet, verdict: verdict,
            trouble: trouble)
    }

    /// Adds the command that gives the user the group.
    private func lettingIn(_ trouble: DeviceTrouble) -> DeviceTrouble {
        guard let user else { return trouble }
        return DeviceTrouble(
            trouble.code, sentence: trouble.sentence, wayOut: trouble.wayOut, commands: trouble.commands + [UdevRules.groupCommand(user: user)])
    }
}
