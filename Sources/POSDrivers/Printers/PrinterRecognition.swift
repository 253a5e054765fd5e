import PrinterFormats
import USBContract

/// What a printer turned out to be.
struct PrinterRecognition: Sendable, Hashable {
    /// The language it speaks.
    let language: PrinterLanguage
    /// What it says it is, IEEE 1284; nil where it says nothing.
    let deviceID: IEEE1284ID?

    /// What it can print, as far as its names tell: the IEEE 1284 one, else that of its string descriptors.
    func profile(of device: USBDeviceInfo) -> PrinterProfile {
        .named(deviceID?.name ?? device.product ?? language.name, language: language)
    }
}

extension PrinterInterface {
    /// Star Micronics: three languages under one maker's and often one product's number.
    private static let starVendor: UInt16 = 0x0519

    /// Finds out what an idle printer is whose interface has been claimed; nil when it announces languages of which none is ours.
    ///
    /// First goes its IEEE 1284 id, then Star's product names, then `sheet`, the device sheet's word; without all of them a printer that can answer is
    /// probed, which takes at most twice `limits.answer`. What answers nothing is taken for `otherwise`. A Star in ESC/POS emulation keeps its name, so
    /// one that does not announce its language is probed too.
    func recognise(
        on connection: any USBConnection, sheet: PrinterLanguage?, otherwise: PrinterLanguage = .escpos, limits: PrinterLimits = PrinterLimits()
    ) async -> PrinterRecognition? {
        let deviceID = await deviceID(on: connection)
        let device = connection.device
        let known = PrinterLanguage.find(
            deviceID: deviceID, product: device.product, isStar: device.deviceID.vendor == Self.starVendor, sheet: sheet)
        if let known {
            let isSure = !known.isStar || deviceID.flatMap(PrinterLanguage.init(deviceID:)) != nil
            let isEmulating = isSure ? false : await probe(on: connection, limits: limits) == .escpos
            return PrinterRecognition(language: isEmulating ? .escpos : known, deviceID: deviceID)
        }
        if deviceID?.announcesOthersOnly == true { return nil }
        return PrinterRecognition(language: await probe(on: connection, limits: limits) ?? otherwise, deviceID: deviceID)
    }

    private func deviceID(on connection: any USBConnection) async -> IEEE1284ID? {
        let configurations = connection.device.configurations
        let index = configurations.firstIndex { $0.value == connection.device.activeConfigurationValue } ?? 0
        let setup = USBSetup.getDeviceID(configuration: UInt8(clamping: index), interface: number, alternate: alternate)
        return (try? await connection.controlIn(setup)).map { IEEE1284ID(reply: $0) }
    }

    /// Asks Star's question, then Epson's; nil when neither is answered, as behind a one-way cable.
    private func probe(on connection: any USBConnection, limits: PrinterLimits) async -> PrinterLanguage? {
        guard let input else { return nil }
        for step in PrinterLanguage.Probe.steps {
            guard (try? await connection.write(step.question, to: output.address, timeout: limits.question)) != nil else { return nil }
            guard let answer = try? await connection.read(from: input.address, length: input.maxPacketSize, timeout: limits.answer) else { continue }
            if let language = step.language(of: answer) { return language }
        }
        return nil
    }
}
