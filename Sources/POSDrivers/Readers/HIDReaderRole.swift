import CardFormats
public import PointOfService

/// What a HID reader is for.
public protocol HIDReaderRole: Sendable {
    /// What it is for.
    static var kind: DeviceKind { get }
    /// A report or scan whose next part is later than this will get none.
    static var longestPause: Duration { get }
}

/// Reads magnetic stripes.
public enum StripeReaderRole: HIDReaderRole {
    /// A card reader.
    public static var kind: DeviceKind { .stripeReader }
    /// Two seconds, as the reader itself waits.
    public static var longestPause: Duration { SwipeAssembler.longestPause }
}

/// Reads barcodes.
public enum ScannerRole: HIDReaderRole {
    /// A scanner.
    public static var kind: DeviceKind { .scanner }
    /// Half a second.
    public static var longestPause: Duration { ScanAssembler.longestPause }
}

/// The driver of magnetic stripe readers with HID reports.
public typealias MagneticStripeReaderDriver = HIDReaderDriver<StripeReaderRole>
/// The driver of barcode scanners in HID-POS mode.
public typealias HIDPOSScannerDriver = HIDReaderDriver<ScannerRole>

extension HIDReaderDriver: MagneticStripeReader where Role == StripeReaderRole {}
extension HIDReaderDriver: BarcodeScanner where Role == ScannerRole {}
