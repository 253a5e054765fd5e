import DeviceSheets
import USBContract

extension DeviceDriver.Activation {
    /// Wakes a reader up. A reader that does not know the request needs none and goes on.
    ///
    /// Source: NielsLeenheer/WebHidBarcodeScanner, feature report 254 with the value 1.
    func perform(on connection: any USBConnection, interface: UInt8) async throws(USBError) {
        guard self == .outputRedirection else { return }
        do {
            try await connection.controlOut(.setReport(.feature, id: 0xFE, interface: interface), data: [0xFE, 0x01])
        } catch  where error.kind == .stalled || error.kind == .timedOut || error.kind == .inputOutput {
            return
        }
    }
}
