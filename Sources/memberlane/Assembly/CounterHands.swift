import CardArtwork
import CardFormats
import LoyaltyService
import PrinterFormats
import Synchronization
import VirtualDevices

/// The page's hands at the virtual counter.
final class CounterHands: VirtualCounterControl {
    private let counter: VirtualCounter
    /// The card beside the writer: blank until it is drawn.
    private let card = Mutex(VirtualCard())

    init(counter: VirtualCounter) { self.counter = counter }

    func swipe(track1: String?, track2: String?) {
        var tracks: [TrackNumber: String] = [:]
        if let track1 { tracks[.one] = "%\(track1)?" }
        if let track2 { tracks[.two] = ";\(track2)?" }
        counter.reader.swipe(tracks)
    }

    func swipeTorn() { counter.reader.swipe([.two: ";0?"], torn: [.one, .two, .three]) }

    func scan(_ code: String) { counter.scanner.scan(code) }

    func drawThroughWriter() { card.withLock { counter.writer.draw(&$0) } }

    func plug(_ device: VirtualDevice, isIn: Bool) throws {
        if isIn { try counter.plug(device.onCounter) } else { counter.unplug(device.onCounter) }
    }

    func isPlugged(_ device: VirtualDevice) -> Bool { counter.address(of: device.onCounter) != nil }

    var printerState: PrinterState { counter.printer.conditions }

    func setPrinter(_ condition: PrinterCondition, to holds: Bool) {
        if condition == .paperEnd, !holds { return counter.printer.loadPaper() }
        if holds { counter.printer.conditions.conditions.insert(condition) } else { counter.printer.conditions.conditions.remove(condition) }
    }

    func endPaper(after bytes: Int) { counter.printer.faults.paperEndsAfter = counter.printer.receivedBytes + bytes }

    var sheets: [[UInt8]] { counter.printer.sheets.compactMap { try? PNGImage.encode($0) } }
}

extension VirtualDevice {
    fileprivate var onCounter: VirtualCounter.Device {
        switch self {
        case .reader: .reader
        case .scanner: .scanner
        case .printer: .printer
        case .writer: .writer
        }
    }
}
