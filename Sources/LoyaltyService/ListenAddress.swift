public import Foundation

/// Where the service listens: an address of this computer, and a port.
public struct ListenAddress: Sendable, Hashable {
    /// An address such as `127.0.0.1`, `0.0.0.0` or `::1`, or a name.
    public let host: String
    /// 1 … 65535; 0 has the system choose a free one.
    public let port: Int

    /// Where a till expects the service.
    public static let usual = ListenAddress(host: "127.0.0.1", port: 8484)

    /// Reads `127.0.0.1:8484`, `localhost:8484`, `[::1]:8484` or `till.shop.example:443`.
    public init(parsing text: String) throws(ListenAddressFault) {
        guard let colon = text.lastIndex(of: ":"), !text[..<colon].isEmpty else { throw .portMissing(text) }
        guard let port = UInt16(text[text.index(after: colon)...]) else { throw .portWrong(text) }
        let name = text[..<colon]
        guard Self.isPlausible(name) else { throw .unreadable(text) }
        let plain = name.hasPrefix("[") ? String(name.dropFirst().dropLast()) : String(name)
        self.init(host: Self.loopback(name) ?? plain, port: Int(port))
    }

    /// Whether no other computer can reach it.
    public var isLoopback: Bool { Self.loopback(host.contains(":") ? "[\(host)]" : host[...]) == host }

    init(host: String, port: Int) {
        self.host = host
        self.port = port
    }

    /// The host in the form that sockets take; nil when it is not this computer's own.
    private static func loopback(_ name: Substring) -> String? {
        if name == "localhost" { return "127.0.0.1" }
        if name == "[::1]" { return "::1" }
        let parts = name.split(separator: ".", omittingEmptySubsequences: false).map { UInt8($0) }
        return parts.count == 4 && parts[0] == 127 && !parts.contains(nil) ? String(name) : nil
    }

    private static func isPlausible(_ name: Substring) -> Bool {
        if name.hasPrefix("["), name.hasSuffix("]") { return name.dropFirst().dropLast().allSatisfy { $0.isHexDigit || $0 == ":" || $0 == "." } }
        return name.utf8.allSatisfy { byte in
            (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || byte == UInt8(ascii: "-")
                || byte == UInt8(ascii: ".")
        }
    }
}

extension ListenAddress: CustomStringConvertible {
    /// `127.0.0.1:8484` or `[::1]:8484`.
    public var description: String { host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)" }
}

/// Why the service does not listen where it was told to.
public enum ListenAddressFault: Error, Sendable, Hashable {
    /// There is no `:PORT` at the end.
    case portMissing(String)
    /// What stands for the port is no port.
    case portWrong(String)
    /// What stands for the host is no host.
    case unreadable(String)
    /// Something else listens there.
    case inUse(ListenAddress)
    /// The system does not let it listen there, and says why.
    case refused(ListenAddress, why: String)
}

extension ListenAddressFault: LocalizedError {
    /// What is wrong.
    public var errorDescription: String? {
        switch self {
        case .portMissing(let text): "“\(text)” names no port"
        case .portWrong(let text): "“\(text)” does not end in a port between 0 and 65535"
        case .unreadable(let text): "“\(text)” is not an address"
        case .inUse(let address): "something else already listens at \(address)"
        case .refused(let address, let why): "the system does not let the service listen at \(address): \(why)"
        }
    }

    /// The way out.
    public var recoverySuggestion: String? {
        switch self {
        case .portMissing, .portWrong, .unreadable: "Write an address and a port, such as --listen \(ListenAddress.usual)."
        case .inUse(let address):
            "Stop the other program (a MemberLane that is running already?), or choose another port: --listen \(address.host):\(address.port &+ 1)."
        case .refused: "Choose a port above 1023, such as --listen \(ListenAddress.usual)."
        }
    }
}
