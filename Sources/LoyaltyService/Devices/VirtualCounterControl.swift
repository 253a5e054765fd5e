public import PrinterFormats

/// A device on a counter of virtual ones, as its page names it.
public enum VirtualDevice: String, Sendable, Hashable, Codable, CaseIterable {
    /// The card reader.
    case reader = "msr"
    /// The barcode scanner.
    case scanner
    /// The printer.
    case printer
    /// The stripe writer.
    case writer
}

/// The hands at a counter of virtual devices.
public protocol VirtualCounterControl: Sendable {
    /// Draws a card through the reader: the texts of its tracks without sentinels.
    func swipe(track1: String?, track2: String?)
    /// Draws a card through whose stripe is torn.
    func swipeTorn()
    /// Holds a code under the scanner.
    func scan(_ code: String)
    /// Plugs a device in, or pulls it out.
    func plug(_ device: VirtualDevice, isIn: Bool) throws
    /// Whether a device is plugged in.
    func isPlugged(_ device: VirtualDevice) -> Bool
    /// Draws the card that was printed last through the stripe writer; nothing happens where that waits for none.
    func drawThroughWriter()
    /// What the printer says about itself.
    var printerState: PrinterState { get }
    /// Opens or closes the cover, takes paper out or puts it in, …
    func setPrinter(_ condition: PrinterCondition, to holds: Bool)
    /// Leaves paper in the printer for this many bytes more.
    func endPaper(after bytes: Int)
    /// Sheets that came out so far, as PNGs, oldest first.
    var sheets: [[UInt8]] { get }
}
