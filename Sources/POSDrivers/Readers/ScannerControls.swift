import CardFormats
import USBContract

/// The way to a scanner's trigger report: the interrupt OUT endpoint where it is an output report and there is one, else a control request.
///
/// Source: HID 1.11, section 4.4, “Interrupt Out”, and 7.2.2, SET_REPORT.
struct ScannerControls: Sendable {
    let trigger: ScannerTrigger
    private let connection: any USBConnection
    private let interface: UInt8
    private let output: USBEndpointAddress?

    /// nil for a reader without such a report.
    init?(_ descriptor: HIDReportDescriptor, on connection: any USBConnection, input: USBEndpointAddress) {
        guard let trigger = ScannerTrigger(descriptor), let (number, setting) = connection.device.setting(with: input) else { return nil }
        self.trigger = trigger
        self.connection = connection
        interface = number
        output = trigger.kind == .output ? setting.endpoint(.interrupt, .out)?.address : nil
    }

    /// Whether the scanner took it.
    func send(preventingRead: Bool, _ action: ScannerTrigger.Action? = nil) async -> Bool {
        let report = trigger.report(preventingRead: preventingRead, action)
        do throws(USBError) {
            if let output {
                try await connection.write(report, to: output, timeout: .seconds(1))
            } else {
                let type = trigger.kind == .output ? USBSetup.ReportType.output : .feature
                try await connection.controlOut(.setReport(type, id: trigger.reportID, interface: interface), data: report)
            }
            return true
        } catch {
            return false
        }
    }
}

extension USBDeviceInfo {
    /// The interface with an endpoint, and its setting that has it.
    func setting(with endpoint: USBEndpointAddress) -> (interface: UInt8, setting: USBAlternateSetting)? {
        for interface in interfaces {
            for setting in interface.alternates where setting.endpoints.contains(where: { $0.address == endpoint }) { return (interface.number, setting) }
        }
        return nil
    }
}
