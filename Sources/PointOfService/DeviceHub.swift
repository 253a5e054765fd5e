/// All devices of this computer, whatever drives them.
public protocol DeviceHub: Actor {
    /// What happens from now on, led by how things stand: of every device that is there its arrival and last printer state, or its trouble.
    ///
    /// Everybody who listens is told everything, once, in order.
    func events() -> AsyncStream<DeviceEvent>

    /// What is plugged in and known, the usable first.
    func devices() -> [DeviceReport]

    /// What is plugged in and nothing of ours, by socket.
    func others() -> [ForeignDevice]

    /// The reader with this id, while it can be used.
    func reader(_ id: DeviceIdentity.ID) -> (any CardReader)?

    /// The printer with this id, while it can be used.
    func printer(_ id: DeviceIdentity.ID) -> (any POSPrinter)?

    /// The printer to use at a place, while it can be used: one that was bound to it, else one that works everywhere.
    func printer(at place: DeviceRole) -> (any POSPrinter)?

    /// The stripe writer to use at a place, while it can be used; chosen as printers are.
    func writer(at place: DeviceRole) -> (any StripeWriter)?

    /// Stops, and gives every device back. Safe to repeat.
    func shutdown() async
}
