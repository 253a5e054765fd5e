public import PrinterFormats
import Synchronization
public import USBContract

/// A thermal printer of any language, with its roll of paper.
///
/// Sources: USB Printing Devices 1.1; what it understands is `PaperMachine`'s.
public final class VirtualPrinter: USBFunction {
    /// Where the host sends.
    public static let output: USBEndpointAddress = 0x01
    /// Where the printer answers.
    public static let input: USBEndpointAddress = 0x82

    private struct State {
        var works: VirtualPrinterWorks
        var doorbell: USBDoorbell?
    }

    /// What the printer says about itself.
    public let descriptors: USBFunctionDescriptors
    /// What kind of printer it is.
    public let model: VirtualPrinterModel
    private let state: Mutex<State>

    /// A printer of some kind.
    public init(_ model: VirtualPrinterModel = .receipt, serialNumber: String? = "P300001") {
        self.model = model
        state = Mutex(State(works: VirtualPrinterWorks(model)))
        let endpoints = [
            USBEndpoint(address: Self.output, transferType: .bulk, maxPacketSize: 64),
            USBEndpoint(address: Self.input, transferType: .bulk, maxPacketSize: 64),
        ]
        let setting = USBAlternateSetting(
            interfaceClass: model.interfaceClass, interfaceSubclass: 1, interfaceProtocol: model.hasInput ? 2 : 1,
            endpoints: model.hasInput ? endpoints : [endpoints[0]])
        descriptors = USBFunctionDescriptors(
            id: model.id, configuration: USBConfiguration(interfaces: [USBInterface(number: 0, alternates: [setting])], attributes: 0xC0),
            manufacturer: model.manufacturer, product: model.product, serialNumber: serialNumber)
    }

    /// What the printer says about itself when asked: cover, paper, cutter, heat. Printing goes on when what forbade it is taken away.
    public var conditions: PrinterState {
        get { state.withLock { $0.works.state } }
        set { change { $0.state = newValue } }
    }

    /// Opens or closes the cover, takes the paper out or puts it in, and so on, leaving the rest as it is.
    public func set(_ condition: PrinterCondition, to holds: Bool) { change { $0.state[condition] = holds } }

    /// What else is wrong with it.
    public var faults: VirtualPrinterFaults {
        get { state.withLock { $0.works.faults } }
        set { change { $0.faults = newValue } }
    }

    /// Puts in a new roll: the paper has neither ended nor will it soon.
    public func loadPaper() {
        change { works in
            works.faults.paperEndsAfter = nil
            works.state.conditions.subtract([.paperEnd, .paperNearEnd])
        }
    }

    /// The sheets that have been cut off, oldest first.
    public var sheets: [Bitmap] { state.withLock { $0.works.machine.sheets } }

    /// The sheets that have been cut off, taken away.
    public func takeSheets() -> [Bitmap] { state.withLock { $0.works.takeSheets() } }

    /// What has come out since the last cut.
    public var unfinishedSheet: Bitmap { state.withLock { $0.works.machine.unfinishedSheet } }

    /// What it did not understand.
    public var misreadings: [Misreading] { state.withLock { $0.works.machine.misreadings } }

    /// Whether nothing is half received or held back.
    public var isIdle: Bool { state.withLock { $0.works.machine.isIdle } }

    /// Bytes taken since it was plugged in.
    public var receivedBytes: Int { state.withLock { $0.works.received } }

    /// How often SOFT_RESET has been obeyed.
    public var softResets: Int { state.withLock { $0.works.resets } }

    /// Packets it had no room for since it was plugged in.
    public var refusedPackets: Int { state.withLock { $0.works.refusals } }

    private func change(_ body: (inout VirtualPrinterWorks) -> Void) {
        let doorbell = state.withLock { state in
            body(&state.works)
            return state.doorbell
        }
        doorbell?(Self.output)
        doorbell?(Self.input)
    }

    /// The cable is in. The printer has its own power, so what it holds stays.
    public func plugged(doorbell: @escaping USBDoorbell) {
        state.withLock { state in
            state.doorbell = doorbell
            state.works.startCounting()
        }
    }

    /// The printer class's requests.
    public func control(_ setup: USBSetup, data: [UInt8]) -> USBControlReply {
        switch (setup.requestType, setup.request) {
        case (0xA1, 0x00):
            guard let text = model.deviceID.map({ Array($0.utf8) }) else { return .stall }
            return .done([UInt8(truncatingIfNeeded: (text.count + 2) >> 8), UInt8(truncatingIfNeeded: text.count + 2)] + text)
        case (0xA1, 0x01): return .done([portStatus])
        case (0x21, 0x02), (0x23, 0x02):
            guard setup.requestType == 0x21 || faults.wantsOldSoftReset else { return .stall }
            guard setup.requestType == 0x23 || !faults.wantsOldSoftReset else { return .stall }
            state.withLock { $0.works.reset() }
            return .done([])
        default: return .stall
        }
    }

    /// Bit 5 paper empty, bit 4 selected, bit 3 no error. Source: USB Printing Devices 1.1, section 4.2.2.
    private var portStatus: UInt8 {
        let conditions = self.conditions
        let isFaulty = conditions.inOrder.contains { $0.stopsPrinting && $0 != .paperEnd && $0 != .offline }
        return (conditions.paperEnd ? 0x20 : 0) | (conditions.offline ? 0 : 0x10) | (isFaulty ? 0 : 0x08)
    }

    /// Status, when there is some.
    public func packetIn(_ endpoint: USBEndpointAddress, limit: Int) -> USBInReply {
        guard endpoint == Self.input else { return .stall }
        return state.withLock { $0.works.nextReply(limit: limit) }.map(USBInReply.packet) ?? .nak
    }

    /// Data, as far as there is room.
    public func packetOut(_ endpoint: USBEndpointAddress, _ packet: [UInt8]) -> USBOutReply {
        guard endpoint == Self.output else { return .stall }
        let (reply, doorbell) = state.withLock { state -> (USBOutReply, USBDoorbell?) in
            if state.works.faults.stallsOnce {
                state.works.faults.stallsOnce = false
                return (.stall, nil)
            }
            guard state.works.take(packet) else { return (.nak, nil) }
            return (.accepted, state.works.replies.isEmpty ? nil : state.doorbell)
        }
        doorbell?(Self.input)
        return reply
    }

    /// Nothing to do: a printer keeps what it has.
    public func notice(_ event: USBHostEvent) {}
}
