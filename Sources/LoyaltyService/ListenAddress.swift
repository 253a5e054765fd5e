public import Foundation

/// Where the service listens: an address of this computer that no other computer can reach, and a port.
///
/// Until there is access control, whoever can reach the service may do everything with it. So only loopback addresses are taken.
public struct ListenAddress: Sendable, Hashable {
    /// `127.0.0.1`, another address of 127/8, or `::1`.
    public let host: String
    /// 1 … 65535; 0 has the system choose a free one.
    public let port: Int

    /// Where a till expects the service.
    public static let usual = ListenAddress(host: "127.0.0.1", port: 8484)

    /// Reads `127.0.0.1:8484`, `localhost:8484` or `[::1]:8484`.
    public init(parsing text: String) throws(ListenAddressFault) {
        guard let colon = text.lastIndex(of: ":"), !text[..<colon].isEmpty else { throw .portMissing(text) }
        guard let port = UInt16(text[text.index(after: colon)...]) else { throw .portWrong(text) }
        let name = text[..<colon]
        guard let host = Self.loopback(name) else { throw Self.isPlausible(name) ? .notLoopback(text) : .unreadable(text) }
        self.init(host: host, port: Int(port))
    }

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
        if name.hasPrefix("["), name.hasSuffix("]") { return true }
        return name.allSatisfy { $0.isLetter || $0.isNumber || "-.*".contains($0) }
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
    /// Other computers could reach it.
    case notLoopback(String)
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
        case .notLoopback(let text): "“\(text)” could be reached from other computers, and the service has no access control yet"
        case .inUse(let address): "something else already listens at \(address)"
        case .refused(let address, let why): "the system does not let the service listen at \(address): \(why)"
        }
    }

    /// The way out.
    public var recoverySuggestion: String? {
        switch self {
        case .portMissing, .portWrong, .unreadable: "Write an address and a port, such as --listen \(ListenAddress.usual)."
        case .notLoopback: "Listen on this computer only, such as --listen \(ListenAddress.usual), and run one service at every till."
        case .inUse(let address):
            "Stop the other program (a MemberLane that is running already?), or choose another port: --listen \(address.host):\(address.port &+ 1)."
        case .refused: "Choose a port above 1023, such as --listen \(ListenAddress.usual)."
        }
    }
}
