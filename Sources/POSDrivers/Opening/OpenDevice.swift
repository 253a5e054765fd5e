import PointOfService

/// A device that is open and in use.
enum OpenDevice: Sendable {
    case reader(any CardReader)
    case writer(StripeWriterDriver)
    case printer(USBPrinterDriver)

    var identity: DeviceIdentity {
        switch self {
        case .reader(let reader): reader.identity
        case .writer(let writer): writer.identity
        case .printer(let printer): printer.identity
        }
    }

    func close() async {
        switch self {
        case .reader(let reader): await reader.close()
        case .writer(let writer): await writer.close()
        case .printer(let printer): await printer.close()
        }
    }
}
