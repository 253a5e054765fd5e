import CardFormats
import PrinterFormats
import USBContract

extension DeviceOpener {
    /// The first HID interface whose descriptor is a reader's; the others are given back.
    func findReader(mayFrame: Bool, on connection: any USBConnection) async throws(USBError) -> RecognisedDevice? {
        for interface in HIDInterface.candidates(of: connection.device) {
            let descriptor = try await claim(interface, on: connection)
            for isFramed in mayFrame ? [false, true] : [false] {
                if let descriptor, let kind = try? ReaderDecoder(isFramed ? .frames : .reports, descriptor: descriptor).reader {
                    return .reports(kind, descriptor, interface, isFramed: isFramed)
                }
            }
            try await connection.release(interface: interface.number)
        }
        return nil
    }

    /// The keyboard of a device that its sheet names as a reader or scanner.
    func findKeyboard(on connection: any USBConnection) async throws(USBError) -> RecognisedDevice? {
        guard let interface = HIDInterface.keyboards(of: connection.device).first else { return nil }
        return .keyboard(try await claim(interface, on: connection), interface)
    }

    func findSerialLine(on connection: any USBConnection) async throws(USBError) -> RecognisedDevice? {
        guard let port = SerialPort.of(connection.device) else { return nil }
        try await retrying(.busy) { () throws(USBError) in try await port.open(on: connection) }
        return .serial(port)
    }

    /// A HID interface that may be a stripe writer's.
    func findWriter(on connection: any USBConnection) async throws(USBError) -> RecognisedDevice? {
        for interface in HIDInterface.candidates(of: connection.device) {
            if let descriptor = try await claim(interface, on: connection), MSR605Packet.mayBeWriter(descriptor) { return .writer(descriptor, interface) }
            try await connection.release(interface: interface.number)
        }
        return nil
    }

    func findPrinter(_ language: PrinterLanguage?, on connection: any USBConnection) async throws(USBError) -> RecognisedDevice? {
        guard let interface = PrinterInterface.of(connection.device) else { return nil }
        try await retrying(.busy) { () throws(USBError) in
            try await connection.claim(interface: interface.number, alternate: interface.alternate)
        }
        guard let found = await interface.recognise(on: connection, sheet: language, limits: settings.printerLimits) else { return nil }
        return .printer(interface, found)
    }

    /// Claims a HID interface; its descriptor, where it can be read.
    private func claim(_ interface: HIDInterface, on connection: any USBConnection) async throws(USBError) -> HIDReportDescriptor? {
        try await retrying(.busy) { () throws(USBError) in try await connection.claim(interface: interface.number) }
        return try await connection.reportDescriptor(interface: interface.number).flatMap { try? HIDReportDescriptor($0) }
    }
}
