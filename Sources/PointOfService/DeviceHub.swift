/// All devices of this computer, whatever drives them.
public protocol DeviceHub: Actor {
    /// What happens from now on, led by how things stand: of every device that is there its arrival and last printer state, or its trouble.
    ///
    /// Everybody who listens is told everything, once, in order.
    func events() -> AsyncStream<DeviceEvent>

    /// What is plugged in and known, the usable first.
    func devices() -> [DeviceReport]

    /// The reader with this id, while it can be used.
    func reader(_ id: DeviceIdentity.ID) -> (any CardReader)?

    /// The printer with this id, while it can be used; any printer for nil.
    func printer(_ id: DeviceIdentity.ID?) -> (any POSPrinter)?

    /// Stops, and gives every device back. Safe to repeat.
    func shutdown() async
}
