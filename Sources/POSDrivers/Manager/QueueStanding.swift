import PointOfService

/// How a print queue of CUPS stands.
struct QueueStanding {
    /// The family's sheet; a queue is no device on the bus.
    private static let sheet = "hardware/card-printers.yaml"

    var report: DeviceReport
    /// The events that say so, for those who begin to listen later.
    var standing: [DeviceEvent] = []

    init(_ queue: DeviceIdentity) { report = DeviceReport(device: queue, usb: "", port: "CUPS", sheet: Self.sheet, state: .idle) }
}
