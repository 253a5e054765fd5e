import USBContract

/// A message of USB/IP between a host controller and a device: 48 bytes of header, big-endian, and perhaps data.
///
/// Source: Linux, `Documentation/usb/usbip_protocol.rst`.
enum USBIPMessage {
    static let headerLength = 48

    /// What the host controller wants.
    enum Command {
        /// A transfer, for the endpoint and direction it names. `dataLength` bytes follow the header.
        case submit(sequence: UInt32, USBTransferRequest, dataLength: Int)
        /// The transfer with the number `victim` back.
        case unlink(sequence: UInt32, victim: UInt32)
    }

    /// Reads a header; nil for one that no host controller sends.
    static func command(_ header: [UInt8]) -> Command? {
        guard header.count == headerLength else { return nil }
        let sequence = header.word(1)
        switch header.word(0) {
        case 1:
            let isIn = header.word(3) == 1
            let number = UInt8(truncatingIfNeeded: header.word(4) & 0x0F)
            let length = Int(header.word(6))
            let endpoint = USBEndpointAddress(rawValue: isIn && number != 0 ? number | 0x80 : number)
            let request: USBTransferRequest
            if number == 0 {
                guard let setup = USBSetup(bytes: Array(header[40..<48])) else { return nil }
                request = .control(setup, data: [])
            } else {
                request = isIn ? .receive(endpoint, length: length) : .send(endpoint, [])
            }
            return .submit(sequence: sequence, request, dataLength: isIn ? 0 : length)
        case 2: return .unlink(sequence: sequence, victim: header.word(5))
        default: return nil
        }
    }

    /// How a transfer ended, with what came. `isGone`: the cable is out.
    static func submitted(_ sequence: UInt32, _ outcome: USBTransferOutcome) -> [UInt8] {
        header([3, sequence, 0, 0, 0, UInt32(bitPattern: status(outcome.status)), UInt32(clamping: outcome.count)]) + outcome.received
    }

    /// The answer to an unlink: the transfer has ended, and its end has been told.
    static func unlinked(_ sequence: UInt32) -> [UInt8] { header([4, sequence]) }

    /// Linux's `errno`, negative, as its controllers report it.
    private static func status(_ status: USBTransferOutcome.Status) -> Int32 {
        switch status {
        case .completed: 0
        case .stalled: -32  // EPIPE
        case .discarded: -104  // ECONNRESET
        case .gone: -108  // ESHUTDOWN
        case .overflow: -75  // EOVERFLOW
        case .garbled: -71  // EPROTO
        }
    }

    private static func header(_ words: [UInt32]) -> [UInt8] {
        let bytes = words.flatMap { word in [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: word >> $0) } }
        return bytes + repeatElement(0, count: headerLength - bytes.count)
    }
}

extension USBTransferRequest {
    /// The same request with the bytes that go to the device.
    func carrying(_ data: [UInt8]) -> USBTransferRequest {
        switch self {
        case .control(let setup, _): .control(setup, data: data)
        case .send(let endpoint, _): .send(endpoint, data)
        case .receive: self
        }
    }
}

extension [UInt8] {
    /// The 32-bit number at `index` words from the start, high byte first.
    fileprivate func word(_ index: Int) -> UInt32 { self[index * 4..<index * 4 + 4].reduce(0) { $0 << 8 | UInt32($1) } }
}
