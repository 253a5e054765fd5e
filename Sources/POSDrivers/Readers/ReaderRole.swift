public import CardFormats
public import PointOfService

/// What a reader is for.
public protocol ReaderRole: Sendable {
    /// What it is for.
    static var kind: DeviceKind { get }
    /// What its texts are, where keys or a serial line do not say.
    static var reader: ReportDecoder.Reader { get }
}

/// Reads magnetic stripes.
public enum StripeReaderRole: ReaderRole {
    /// A card reader.
    public static var kind: DeviceKind { .stripeReader }
    /// Swipes.
    public static var reader: ReportDecoder.Reader { .msr }
}

/// Reads barcodes.
public enum ScannerRole: ReaderRole {
    /// A scanner.
    public static var kind: DeviceKind { .scanner }
    /// Scans.
    public static var reader: ReportDecoder.Reader { .scanner }
}

/// The driver of magnetic stripe readers, whatever way they speak.
public typealias MagneticStripeReaderDriver = ReaderDriver<StripeReaderRole>
/// The driver of barcode scanners, whatever way they speak.
public typealias BarcodeScannerDriver = ReaderDriver<ScannerRole>
/// The same, by the name of its most frequent mode.
public typealias HIDPOSScannerDriver = BarcodeScannerDriver

extension ReaderDriver: MagneticStripeReader where Role == StripeReaderRole {}
extension ReaderDriver: BarcodeScanner where Role == ScannerRole {}
