/// The USB devices of this computer, or of a test.
public protocol USBBus: Sendable {
    /// What is plugged in now.
    func devices() async -> [USBDeviceInfo]

    /// Arrivals and departures from now on, led by an arrival of every device plugged in now.
    ///
    /// Nothing is missed between the two, and no stay of a device arrives twice. Each call is a stream of its own;
    /// it ends when its reader does, or with the bus.
    func events() -> AsyncStream<USBEvent>

    /// Opens the device without claiming anything of it, resetting it or setting its configuration.
    ///
    /// Errors: `gone`, and `accessDenied` once the rights that udev sets after plugging have been waited for.
    func open(_ device: USBDeviceInfo) async throws(USBError) -> any USBConnection

    /// Gives the interfaces of a device that nobody has back to the kernel's drivers, and tells their numbers.
    ///
    /// A program that was killed leaves them so: the kernel frees what it had claimed but binds no driver. An interface that a program
    /// has claimed, or for which the kernel has no driver, is left alone. It may take seconds: a printer's driver asks for its name.
    /// Errors: as `open`.
    func restoreDrivers(of device: USBDeviceInfo) async throws(USBError) -> [UInt8]
}

extension USBBus {
    /// Nothing to give back: for a bus without kernel drivers.
    public func restoreDrivers(of device: USBDeviceInfo) async throws(USBError) -> [UInt8] { [] }
}
