public import PrinterFormats

/// A printer for slips and cards.
///
/// UnifiedPOS: `POSPrinter`, its receipt station in bitmap mode.
public protocol POSPrinter: Actor {
    /// Which device.
    nonisolated var identity: DeviceIdentity { get }
    /// What it can print; pictures have to be fitted to `headDots` first.
    nonisolated var profile: PrinterProfile { get }
    /// What is known of it now.
    var report: PrinterReport { get }

    /// What is known of it now, and again whenever that changes. UnifiedPOS: `StatusUpdateEvent`.
    func reports() -> AsyncStream<PrinterReport>

    /// Prints a picture as one sheet, cut or fed to the tear bar.
    ///
    /// Jobs are printed one after the other. A job that stops half-way is given up, never resumed on another roll: the error says why, and
    /// the next job starts on fresh paper. A cancelled task gives its job up too.
    func print(_ picture: Bitmap) async throws(PrintFailure) -> PrintOutcome

    /// Gives up what is being printed and gives the device back. Safe to repeat.
    func close() async
}
