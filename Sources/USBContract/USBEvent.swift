/// Something was plugged in or pulled out.
public enum USBEvent: Sendable, Hashable {
    /// The device can be opened from now on, though on Linux udev may set its access rights a moment later.
    case arrived(USBDeviceInfo)
    /// The device is gone; whatever was open on it fails with `gone`.
    case left(USBAddress)
}
