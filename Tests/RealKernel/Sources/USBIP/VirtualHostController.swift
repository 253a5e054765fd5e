import Foundation
import Glibc
import Synchronization
public import USBContract

/// The kernel's `vhci_hcd`: a USB host controller whose sockets are sockets.
///
/// Source: Linux, `drivers/usb/usbip/vhci_sysfs.c`.
public final class VirtualHostController: Sendable {
    fileprivate struct Plugged {
        let link: USBIPLink
        let port: UInt8
        let portPath: String
    }

    private struct State {
        var plugged: [USBAddress: Plugged] = [:]
        var lastPort: UInt8 = 0
    }

    private static let folder = "/sys/devices/platform/vhci_hcd.0"
    /// What USB/IP calls the device; the kernel gives it an address of its own.
    private static let remoteDevice = 0x10001

    /// Ports for devices up to high speed.
    private let portCount: UInt8
    private let bus: UInt8
    private let state = Mutex(State())

    /// Errors: when the kernel has no such controller.
    public init() throws(USBIPFailure) {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: Self.folder)) ?? []
        let buses = names.filter { $0.hasPrefix("usb") }.compactMap { UInt8($0.dropFirst(3)) }.sorted()
        let rows = Self.rows.filter { $0.first == "hs" }
        guard let bus = buses.first, !rows.isEmpty else { throw USBIPFailure(description: "no vhci_hcd in \(Self.folder)") }
        self.bus = bus
        portCount = UInt8(clamping: rows.count)
    }

    /// A port where nothing is plugged in, each in its turn; when all are taken, one of them.
    public func freePort() -> UInt8 {
        state.withLock { state in
            let taken = state.plugged.values.map(\.port)
            for _ in 1...portCount {
                state.lastPort = state.lastPort % portCount + 1
                if !taken.contains(state.lastPort) { break }
            }
            return state.lastPort
        }
    }

    /// Plugs a function in and waits until the kernel has bound it. Blocks for about half a second.
    ///
    /// Errors: when the port does not become free within a second, or the kernel finds no device.
    public func plug(_ function: any USBFunction, port: UInt8) throws(USBIPFailure) -> USBAddress {
        var ends: [Int32] = [0, 0]
        try USBIPFailure.check("socketpair", socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0, &ends))
        let portPath = "\(bus)-\(port)"
        let events = try KernelEvents()
        // The link is there before the kernel asks.
        let link = USBIPLink(function, socket: ends[1])
        defer { close(ends[0]) }
        try attach("\(port - 1) \(ends[0]) \(Self.remoteDevice) \(USBSpeed.full.rawValue)")
        let event = try events.waitForBinding(portPath: portPath)
        guard let number = event["DEVNUM"].flatMap({ UInt8($0) }) else { throw USBIPFailure(description: "no DEVNUM of \(portPath)") }
        let address = USBAddress(bus: bus, address: number)
        state.withLock { $0.plugged[address] = Plugged(link: link, port: port, portPath: portPath) }
        return address
    }

    /// Pulls a device out; the kernel notices in its own time.
    public func unplug(_ address: USBAddress) {
        state.withLock { $0.plugged.removeValue(forKey: address) }?.link.unplug()
    }

    /// The driver bound to an interface; `usbfs` while a program has claimed it.
    public func driver(of interface: UInt8, of address: USBAddress) -> String? {
        guard let portPath = state.withLock({ $0.plugged[address]?.portPath }) else { return nil }
        let link = "/sys/bus/usb/devices/\(portPath):1.\(interface)/driver"
        return (try? FileManager.default.destinationOfSymbolicLink(atPath: link)).map { ($0 as NSString).lastPathComponent }
    }

    /// A port whose device has just been pulled out is the kernel's for a moment longer.
    private func attach(_ words: String) throws(USBIPFailure) {
        let file = open(Self.folder + "/attach", O_WRONLY | O_CLOEXEC)
        try USBIPFailure.check("open attach", file)
        defer { close(file) }
        for _ in 1...100 {
            if write(file, words, words.utf8.count) >= 0 { return }
            guard errno == EBUSY || errno == EINVAL else { break }
            usleep(10_000)
        }
        try USBIPFailure.check("attach \(words)", -1)
    }

    /// `hub port sta spd dev sockfd local_busid`, a port a row.
    private static var rows: [[Substring]] {
        let text = (try? String(contentsOfFile: folder + "/status", encoding: .utf8)) ?? ""
        return text.split(separator: "\n").map { $0.split(separator: " ") }
    }
}
