import PrinterFormats

@testable import LoyaltyService

/// A counter of virtual devices at which nobody stands: it is there, and nothing happens.
struct NoHands: VirtualCounterControl {
    func swipe(track1: String?, track2: String?) {}
    func swipeTorn() {}
    func scan(_ code: String) {}
    func plug(_ device: VirtualDevice, isIn: Bool) throws {}
    func isPlugged(_ device: VirtualDevice) -> Bool { false }
    func drawThroughWriter() {}
    var printerState: PrinterState { PrinterState() }
    func setPrinter(_ condition: PrinterCondition, to holds: Bool) {}
    func endPaper(after bytes: Int) {}
    var sheets: [[UInt8]] { [] }
}
