public import USBContract

/// A serial line over USB: the two interfaces of a communications device, abstract control model.
///
/// Source: USB CDC 1.2, PSTN subclass, sections 3.6 and 6.3.
public struct SerialPort: Sendable, Hashable {
    /// The interface that takes settings.
    public let control: UInt8
    /// The interface that carries the characters, and its setting that does.
    public let data: UInt8
    /// `bAlternateSetting` of the data interface.
    public let alternate: UInt8
    /// Where characters come from.
    public let input: USBEndpoint

    private static let abstractControlModel: UInt8 = 0x02
    private static let unionDescriptor: (type: UInt8, subtype: UInt8) = (0x24, 0x06)

    /// The first serial line of a device; nil where it has none.
    public static func of(_ device: USBDeviceInfo) -> SerialPort? {
        for interface in device.interfaces {
            guard let setting = interface.alternates.first, setting.interfaceClass == .communications,
                setting.interfaceSubclass == abstractControlModel
            else { continue }
            let partner = partner(named: setting.classDescriptors) ?? interface.number &+ 1
            guard let data = device.interfaces.first(where: { $0.number == partner }) else { continue }
            for alternate in data.alternates {
                guard let input = alternate.endpoint(.bulk, .in) else { continue }
                return SerialPort(control: interface.number, data: partner, alternate: alternate.number, input: input)
            }
        }
        return nil
    }

    /// The data interface that the union descriptor names. Source: CDC 1.2, table 16.
    private static func partner(named descriptors: [UInt8]) -> UInt8? {
        var index = 0
        while index + 5 <= descriptors.count {
            let length = Int(descriptors[index])
            guard length >= 2 else { return nil }
            if length >= 5, descriptors[index + 1] == unionDescriptor.type, descriptors[index + 2] == unionDescriptor.subtype { return descriptors[index + 4] }
            index += length
        }
        return nil
    }

    /// Claims both interfaces, sets the line and raises DTR and RTS: many scanners keep silent without. A device that does not know either request has no need of it.
    public func open(on connection: any USBConnection, line: SerialLine = SerialLine()) async throws(USBError) {
        try await connection.claim(interface: control)
        try await connection.claim(interface: data, alternate: alternate)
        try await tolerant(connection, request: SerialLine.setLineCoding, value: 0, data: line.bytes)
        try await tolerant(connection, request: SerialLine.setControlLineState, value: SerialLine.ready)
    }

    /// Lowers DTR and RTS, as a terminal does when it is closed. Nobody waits for a device that does not care.
    func hangUp(on connection: any USBConnection) async {
        let setup = USBSetup(.out, .class, .interface, request: SerialLine.setControlLineState, value: 0, index: UInt16(control))
        try? await connection.controlOut(setup)
    }

    private func tolerant(_ connection: any USBConnection, request: UInt8, value: UInt16, data: [UInt8] = []) async throws(USBError) {
        do throws(USBError) {
            try await connection.controlOut(USBSetup(.out, .class, .interface, request: request, value: value, index: UInt16(control)), data: data)
        } catch {
            guard error.kind == .stalled else { throw error }
        }
    }
}

/// How characters travel on a serial line. Source: USB CDC PSTN subclass 1.2, table 17.
public struct SerialLine: Sendable, Hashable {
    /// Parity of each character.
    public enum Parity: UInt8, Sendable, Hashable, CaseIterable {
        /// None.
        case none = 0
        /// Odd.
        case odd = 1
        /// Even.
        case even = 2
    }

    static let setLineCoding: UInt8 = 0x20
    static let setControlLineState: UInt8 = 0x22
    /// DTR and RTS.
    static let ready: UInt16 = 0b11

    /// Bits per second. A device without a real line behind it does not care.
    public var speed: UInt32
    /// Bits of a character, 7 or 8.
    public var dataBits: UInt8
    /// Parity of each character.
    public var parity: Parity
    /// Stop bits, 1 or 2.
    public var stopBits: UInt8

    /// A line; 9600 bits per second, 8 bits, no parity, 1 stop bit unless said otherwise.
    public init(speed: UInt32 = 9600, dataBits: UInt8 = 8, parity: Parity = .none, stopBits: UInt8 = 1) {
        self.speed = speed
        self.dataBits = dataBits
        self.parity = parity
        self.stopBits = stopBits
    }

    /// SET_LINE_CODING's seven bytes.
    var bytes: [UInt8] {
        (0..<4).map { UInt8(truncatingIfNeeded: speed >> ($0 * 8)) } + [stopBits == 2 ? 2 : 0, parity.rawValue, dataBits]
    }
}
