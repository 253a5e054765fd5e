internal import DeviceSheets
public import PointOfService
internal import USBContract

/// What `memberlane doctor` found.
public struct DoctorReport: Sendable, Hashable, Encodable {
    /// One device.
    public struct Finding: Sendable, Hashable, Encodable {
        /// What was found out about a device.
        public enum Verdict: String, Sendable, Hashable, Encodable {
            /// It can be used.
            case ready
            /// It is one of ours and cannot be used as it is.
            case trouble
            /// It is nothing MemberLane drives.
            case notSupported = "not_supported"
        }

        /// The name by which settings bind it to a place; nil for a device that is not ours.
        public let id: DeviceIdentity.ID?
        /// Maker's and product's number, as `0801:0002`.
        public let usb: String
        /// The socket it is plugged into.
        public let port: String
        /// Maker and model.
        public let name: String
        /// What it is for; nil for a device that is not ours.
        public let kind: DeviceKind?
        /// The data sheet of its family.
        public let sheet: String?
        /// What drives it, in the sheet's word; nil where nothing does.
        public let driver: String?
        /// Where it works; nil for everywhere.
        public let role: DeviceRole?
        /// What was found out.
        public let verdict: Verdict
        /// What is wrong and the way out.
        public let trouble: DeviceTrouble?

        init(
            _ device: USBDeviceInfo, _ name: String, _ row: DeviceRow?, _ identity: DeviceIdentity?, _ verdict: Verdict, _ trouble: DeviceTrouble? = nil
        ) {
            id = identity?.id
            usb = device.deviceID.description
            port = device.portPath
            self.name = name
            kind = row?.kind
            sheet = row?.sheet
            driver = row?.driver.word
            role = identity?.role
            self.verdict = verdict
            self.trouble = trouble
        }

        /// One line for people: `1-2  0801:0002  MagTek SureSwipe: ready`.
        public var line: String {
            let words =
                switch verdict {
                case .ready: "ready"
                case .notSupported: "not a device MemberLane drives"
                case .trouble: trouble?.sentence ?? "cannot be used"
                }
            return "\(port)  \(usb)  \(name): \(words)"
        }
    }

    /// Every device but hubs, by socket.
    public let devices: [Finding]
    /// What is to be said of the whole.
    public let text: String
    /// The way out, where something is wrong.
    public let hint: String?

    init(_ devices: [Finding]) {
        self.devices = devices
        let ours = devices.filter { $0.verdict != .notSupported }
        let bad = ours.filter { $0.verdict == .trouble }
        if devices.isEmpty {
            text = "No USB device is plugged in."
            hint = "Plug a card reader, a scanner or a printer in. In a container or virtual machine, pass /dev/bus/usb and /run/udev through."
        } else if ours.isEmpty {
            text = "No card reader, scanner or receipt printer is plugged in."
            hint = "Plug one in, and check its cable and power. A serial or network printer is not a USB device."
        } else if bad.isEmpty {
            text = ours.count == 1 ? "The device can be used." : "All \(ours.count) devices can be used."
            hint = nil
        } else {
            text = "\(bad.count) of \(ours.count) devices cannot be used."
            hint = "See each device."
        }
    }

    /// Whether there is at least one device of ours and all of them can be used.
    public var isHealthy: Bool { hint == nil }
}
