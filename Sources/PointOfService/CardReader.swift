/// A device that reads cards. It is claimed and enabled for as long as it is open; nobody else gets its input.
public protocol CardReader: Actor {
    /// Which device.
    nonisolated var identity: DeviceIdentity { get }
    /// How far it has come.
    var state: DeviceState { get }

    /// Waits for the next event; nil when the device is closed and all has been delivered, or the task is cancelled.
    ///
    /// An event is delivered once, so two tasks that ask get different events: ``DataEventQueue``.
    func nextEvent() async -> CardEvent?

    /// UnifiedPOS `DeviceEnabled`: while false, cards are read and thrown away, and a scanner that can be kept from reading is. A till does so while its
    /// dialogue is open.
    func setDeviceEnabled(_ isEnabled: Bool)

    /// UnifiedPOS `ClearInput`: forgets what has not been delivered.
    func clearInput()

    /// Gives the device back. Safe to repeat.
    func close() async
}

/// A reader of magnetic stripes.
///
/// UnifiedPOS: `MSR`. Its tracks never leave it: an event holds a number or the reason why not.
public protocol MagneticStripeReader: CardReader {}

/// A reader of barcodes.
///
/// UnifiedPOS: `Scanner`, which Foundation already uses.
public protocol BarcodeScanner: CardReader {}
