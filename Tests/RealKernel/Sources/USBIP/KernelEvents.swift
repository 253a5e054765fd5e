import CLinux
import Glibc

/// What the kernel itself tells of devices, before udev has done anything: `NETLINK_KOBJECT_UEVENT`.
struct KernelEvents: ~Copyable {
    private let socket: Int32

    /// Listens from now on. Errors: `errno`.
    init() throws(USBIPFailure) {
        socket = Glibc.socket(AF_NETLINK, Int32(SOCK_RAW.rawValue) | Int32(SOCK_CLOEXEC.rawValue), NETLINK_KOBJECT_UEVENT)
        try USBIPFailure.check("socket", socket)
        var limit = timeval(tv_sec: 10, tv_usec: 0)
        setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
        var address = sockaddr_nl()
        address.nl_family = sa_family_t(AF_NETLINK)
        address.nl_groups = 1
        let answer = withUnsafeBytes(of: &address) { bytes in
            guard let start = bytes.baseAddress else { return -1 as Int32 }
            return bind(socket, start.assumingMemoryBound(to: sockaddr.self), socklen_t(bytes.count))
        }
        try USBIPFailure.check("bind", answer)
    }

    deinit { close(socket) }

    /// Waits until the kernel has bound the device in a port, its interfaces' drivers included, and gives back what it said.
    ///
    /// Errors: when nothing of the kind has come for ten seconds.
    func waitForBinding(portPath: String) throws(USBIPFailure) -> [String: String] {
        var room = [UInt8](repeating: 0, count: 8192)
        while true {
            let count = recv(socket, &room, room.count, 0)
            try USBIPFailure.check("waiting for \(portPath)", Int32(clamping: count))
            let fields = room.prefix(count).split(separator: 0).dropFirst().map { String(decoding: $0, as: UTF8.self) }
            let event = Dictionary(
                fields.compactMap { field in field.firstIndex(of: "=").map { (String(field[..<$0]), String(field[field.index(after: $0)...])) } },
                uniquingKeysWith: { $1 })
            guard event["ACTION"] == "bind", event["DEVTYPE"] == "usb_device", event["DEVPATH"]?.hasSuffix("/\(portPath)") == true else { continue }
            return event
        }
    }
}

/// Why a device could not be plugged in: the call and its `errno`.
public struct USBIPFailure: Error, Sendable, CustomStringConvertible {
    /// What failed, and why.
    public let description: String

    static func check(_ call: String, _ answer: Int32) throws(USBIPFailure) {
        if answer < 0 { throw USBIPFailure(description: "\(call): \(String(cString: strerror(errno)))") }
    }
}
