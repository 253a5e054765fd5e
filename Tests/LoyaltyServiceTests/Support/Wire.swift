import Dispatch
import Foundation

/// A bare connection to a service on this computer: what it gets is what went over the wire.
actor Wire {
    private let socket: Int32
    private var received: [UInt8] = []

    /// Connects to a port of 127.0.0.1; nil when nobody listens there.
    init?(port: Int) {
        socket = Foundation.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(port).bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        let status = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { connect(socket, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) }
        }
        guard status == 0 else { return nil }
    }

    deinit { close(socket) }

    /// Ends the connection, which stays a socket of this test's.
    func hangUp() { shutdown(socket, Int32(SHUT_RDWR)) }

    func send(_ text: String) {
        let bytes = Array(text.utf8)
        _ = Foundation.send(socket, bytes, bytes.count, 0)
    }

    /// Everything up to and with `end`; what there is when the other side hangs up first.
    func receive(upTo end: String) async -> String {
        let mark = Array(end.utf8)
        while true {
            if let place = received.firstRange(of: mark) {
                defer { received.removeSubrange(..<place.upperBound) }
                return String(decoding: received[..<place.upperBound], as: UTF8.self)
            }
            let more = await Self.read(socket)
            guard !more.isEmpty else { return String(decoding: received, as: UTF8.self) }
            received += more
        }
    }

    /// Waits on a thread of its own: the pool's few threads have the service to run.
    private static func read(_ socket: Int32) async -> [UInt8] {
        await withCheckedContinuation { continuation in
            DispatchQueue.global().async {
                var buffer = [UInt8](repeating: 0, count: 4096)
                let count = recv(socket, &buffer, buffer.count, 0)
                continuation.resume(returning: Array(buffer.prefix(max(0, count))))
            }
        }
    }
}
