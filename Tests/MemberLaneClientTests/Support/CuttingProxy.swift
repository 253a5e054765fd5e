import Foundation
import Synchronization

/// Stands between a till and the service and cuts connections as a test says: before the request goes on, or before the answer comes back.
final class CuttingProxy: Sendable {
    enum Fate: Sendable {
        case pass
        case cutBeforeRequest, cutBeforeAnswer
        /// A proxy of the shop's answers in the service's place.
        case answer503
    }

    let port: Int
    private let listener: Int32
    private let target: Int
    private let fates: Mutex<[Fate]>

    /// Connections met so far that were not passed.
    var unspent: Int { fates.withLock { $0.count } }

    /// Listens on a port of 127.0.0.1; connection after connection meets the next fate, and passes when there is none left.
    init?(to target: Int, fates: [Fate]) {
        self.target = target
        self.fates = Mutex(fates)
        let listener = Foundation.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        self.listener = listener
        var address = Self.loopback(0)
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let bound = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { raw in
                Foundation.bind(listener, raw, length) == 0 && Foundation.listen(listener, 16) == 0 && getsockname(listener, raw, &length) == 0
            }
        }
        guard bound else { return nil }
        port = Int(UInt16(bigEndian: address.sin_port))
        Thread.detachNewThread { [self] in
            while true {
                let till = accept(listener, nil, nil)
                // Whoever waits there closes it: its number would else be another proxy's while this one still asks for it.
                guard till >= 0 else {
                    Foundation.close(listener)
                    return
                }
                serve(till)
            }
        }
    }

    func close() { shutdown(listener, Int32(SHUT_RDWR)) }

    /// One request and its answer, then the connection ends: the next request is another connection.
    private func serve(_ till: Int32) {
        defer { Foundation.close(till) }
        let fate = fates.withLock { $0.isEmpty ? .pass : $0.removeFirst() }
        guard let request = Self.message(from: till) else { return }
        if fate == .cutBeforeRequest { return }
        if fate == .answer503 {
            Self.send(Array("HTTP/1.1 503 Service Unavailable\r\nContent-Length: 4\r\nConnection: close\r\n\r\nbusy".utf8), to: till)
            return
        }
        let service = Foundation.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        defer { Foundation.close(service) }
        var address = Self.loopback(target)
        let status = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { connect(service, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) }
        }
        guard status == 0 else { return }
        Self.send(request, to: service)
        guard let answer = Self.message(from: service), fate == .pass else { return }
        Self.send(answer, to: till)
    }

    /// A whole HTTP message with a body of a length that its head tells; the service's and the client's all are.
    private static func message(from socket: Int32) -> [UInt8]? {
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while true {
            if let head = bytes.firstRange(of: Array("\r\n\r\n".utf8)) {
                let lines = String(decoding: bytes[..<head.lowerBound], as: UTF8.self).lowercased().split(separator: "\r\n")
                let length = lines.first { $0.hasPrefix("content-length:") }.flatMap { Int($0.dropFirst(15).drop { $0 == " " }) } ?? 0
                if bytes.count >= head.upperBound + length { return bytes }
            }
            let count = recv(socket, &buffer, buffer.count, 0)
            guard count > 0 else { return nil }
            bytes += buffer[..<count]
        }
    }

    private static func send(_ bytes: [UInt8], to socket: Int32) {
        var sent = 0
        while sent < bytes.count {
            let count = bytes[sent...].withUnsafeBytes { Foundation.send(socket, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
            guard count > 0 else { return }
            sent += count
        }
    }

    private static func loopback(_ port: Int) -> sockaddr_in {
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(port).bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        return address
    }
}
