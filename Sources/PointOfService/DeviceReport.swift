/// A device as `memberlane devices` lists it.
public struct DeviceReport: Sendable, Hashable, Codable {
    /// Which device.
    public var device: DeviceIdentity
    /// Maker's and product's number, as `0801:0002`.
    public var usb: String
    /// The socket it is plugged into, as Linux writes it.
    public var port: String
    /// The data sheet that describes its family, such as `hardware/magtek-337.yaml`.
    public var sheet: String
    /// How far it has come.
    public var state: DeviceState
    /// Its state in words, for printers.
    public var sentence: String?
    /// What is wrong.
    public var trouble: DeviceTrouble?

    /// A device in a list.
    public init(
        device: DeviceIdentity, usb: String, port: String, sheet: String, state: DeviceState, sentence: String? = nil, trouble: DeviceTrouble? = nil
    ) {
        self.device = device
        self.usb = usb
        self.port = port
        self.sheet = sheet
        self.state = state
        self.sentence = sentence
        self.trouble = trouble
    }
}
