public import USBContract

/// What some HID readers need before they speak, once their driver has been started.
public enum HIDReaderActivation {
    private static let outputRedirection: UInt8 = 0xFE

    /// Tells a Honeywell or Youjie scanner in HID-POS mode to send what it reads: feature report FE with the value 1. A reader that does not know the request needs none and
    /// goes on.
    ///
    /// Source: NielsLeenheer/WebHidBarcodeScanner, feature report 254 with the value 1.
    public static func redirectOutput(on connection: any USBConnection, interface: UInt8) async throws(USBError) {
        let setup = USBSetup.setReport(.feature, id: outputRedirection, interface: interface)
        try await tolerant { () throws(USBError) in try await connection.controlOut(setup, data: [outputRedirection, 0x01]) }
    }

    /// Sets a keyboard to the reports of its descriptor, and to say nothing while nothing changes. One that does not know the requests does so anyway.
    ///
    /// Source: HID 1.11, sections 7.2.4 SET_IDLE and 7.2.6 SET_PROTOCOL.
    public static func settleKeyboard(on connection: any USBConnection, interface: UInt8) async throws(USBError) {
        try await tolerant { () throws(USBError) in try await connection.controlOut(.setProtocol(1, interface: interface)) }
        try await tolerant { () throws(USBError) in try await connection.controlOut(.setIdle(interface: interface)) }
    }

    private static func tolerant(_ request: () async throws(USBError) -> Void) async throws(USBError) {
        do throws(USBError) {
            try await request()
        } catch {
            guard error.kind == .stalled || error.kind == .timedOut || error.kind == .inputOutput else { throw error }
        }
    }
}
