internal import Glibc

/// A connection to 127.0.0.1 that closes itself.
final class Connection {
    /// Seconds to wait for the other side; far beyond any answer's time, so that a test fails and does not hang.
    private static let patience = 30

    private let socket: Int32

    init(port: UInt16) throws(NoAnswer) {
        socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        guard socket >= 0 else { throw NoAnswer("no socket: \(Self.reason)") }
        var limit = timeval(tv_sec: Self.patience, tv_usec: 0)
        setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        let result = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { connect(socket, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) }
        }
        guard result == 0 else { throw NoAnswer("not connected: \(Self.reason)") }
    }

    deinit { if socket >= 0 { close(socket) } }

    func write(_ bytes: [UInt8]) throws(NoAnswer) {
        var sent = 0
        while sent < bytes.count {
            let count = bytes[sent...].withUnsafeBytes { send(socket, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw NoAnswer("not sent: \(Self.reason)") }
            sent += count
        }
    }

    /// What has come; empty when the other side has closed.
    func read() throws(NoAnswer) -> [UInt8] {
        var buffer = [UInt8](repeating: 0, count: 65_536)
        var count = -1
        // A call with a time limit is not begun again by itself when a child's end interrupts it.
        repeat { count = buffer.withUnsafeMutableBytes { recv(socket, $0.baseAddress, $0.count, 0) } } while count < 0 && errno == EINTR
        guard count >= 0 else { throw NoAnswer("nothing came: \(Self.reason)") }
        return Array(buffer.prefix(count))
    }

    private static var reason: String { String(cString: strerror(errno)) }
}
