import CardArtwork
import CardFormats
import LoyaltyService
import PointOfService
import PrinterFormats
import VirtualDevices

/// The page's hands at the virtual counter.
struct CounterHands: VirtualCounterControl {
    let counter: VirtualCounter

    func swipe(track1: String?, track2: String?) {
        var tracks: [TrackNumber: String] = [:]
        if let track1 { tracks[.one] = "%\(track1)?" }
        if let track2 { tracks[.two] = ";\(track2)?" }
        counter.reader.swipe(tracks)
    }

    func swipeTorn() { counter.reader.swipe([.two: ";0?"], torn: [.one, .two, .three]) }

    func scan(_ code: String) { counter.scanner.scan(code) }

    func plug(_ device: DeviceKind, isIn: Bool) throws {
        if isIn { try counter.plug(device.onCounter) } else { counter.unplug(device.onCounter) }
    }

    func isPlugged(_ device: DeviceKind) -> Bool { counter.address(of: device.onCounter) != nil }

    var printerState: PrinterState { counter.printer.conditions }

    func setPrinter(_ condition: PrinterCondition, to holds: Bool) {
        if condition == .paperEnd, !holds { return counter.printer.loadPaper() }
        if holds { counter.printer.conditions.conditions.insert(condition) } else { counter.printer.conditions.conditions.remove(condition) }
    }

    func endPaper(after bytes: Int) { counter.printer.faults.paperEndsAfter = counter.printer.receivedBytes + bytes }

    var sheets: [[UInt8]] { counter.printer.sheets.compactMap { try? PNGImage.encode($0) } }
}

extension DeviceKind {
    fileprivate var onCounter: VirtualCounter.Device {
        switch self {
        case .stripeReader: .reader
        case .scanner: .scanner
        case .printer: .printer
        }
    }
}
