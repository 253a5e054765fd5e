/// A device on the bus that is nothing of ours, as `memberlane doctor` and the page of devices mention it.
public struct ForeignDevice: Sendable, Hashable, Codable {
    /// Maker's and product's number, as `0781:5567`.
    public let usb: String
    /// The socket it is plugged into, as Linux writes it.
    public let port: String
    /// What it calls itself; empty where it says nothing.
    public let name: String

    /// A device in a list.
    public init(usb: String, port: String, name: String) {
        self.usb = usb
        self.port = port
        self.name = name
    }
}
