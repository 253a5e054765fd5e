import Foundation

/// The names of a device as the kernel read them when it was plugged in: readable without opening it.
struct DeviceTexts {
    let manufacturer: String?
    let product: String?
    let serialNumber: String?

    /// Looks up the device at a port path such as `1-2.3` or `usb1`.
    init(portPath: String) {
        let directory = "/sys/bus/usb/devices/\(portPath)/"
        manufacturer = Self.text(directory + "manufacturer")
        product = Self.text(directory + "product")
        serialNumber = Self.text(directory + "serial")
    }

    /// The device chose the text, so what would steer a terminal is left out.
    private static func text(_ path: String) -> String? {
        guard let bytes = FileManager.default.contents(atPath: path) else { return nil }
        var scalars = String(decoding: bytes, as: UTF8.self).unicodeScalars
        scalars.removeAll(where: CharacterSet.controlCharacters.contains)
        let text = String(scalars).trimmingCharacters(in: .whitespaces)
        return text.isEmpty ? nil : text
    }
}
