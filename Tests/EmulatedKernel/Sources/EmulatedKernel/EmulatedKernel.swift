import CUMockdev
import CUMockdevPreload
import Glibc
import Synchronization
public import USBContract

/// A Linux kernel with one USB bus, as far as libusb can see: its device nodes, sysfs, and the events of udev.
///
/// It lives in umockdev's testbed, of which a process has one. It has to exist before libusb is started.
public final class EmulatedKernel: Sendable {
    /// Why the emulator could not do something: the call and its `errno`, or umockdev's words.
    public struct Failure: Error, Sendable, CustomStringConvertible {
        /// What failed, and why.
        public let description: String

        static func check(_ call: String, _ answer: Int32) throws(Failure) {
            if answer < 0 { throw Failure(description: "\(call): \(String(cString: strerror(errno)))") }
        }
    }

    /// What the host controller says it can do, which decides how libusb cuts a long transfer.
    public enum Controller: UInt32, Sendable, CaseIterable {
        /// Without scatter-gather, as EHCI: blocks of 16 KiB, each continuing the one before.
        case chained = 0x17
        /// With scatter-gather, as xHCI: one block.
        case whole = 0x1DD
    }

    fileprivate struct Plugged {
        let device: UsbfsDevice
        let record: SysfsRecord
        let base: SharedPointer<UnsafeMutablePointer<UMockdevIoctlBase>>
    }

    fileprivate struct State {
        var plugged: [USBAddress: Plugged] = [:]
        var lastAddress: UInt8 = 1
        var lastPort: UInt8 = 0
    }

    /// The testbed of this process. It is removed at the end of the process, since nobody else would.
    private static let living = Mutex<SharedPointer<UnsafeMutablePointer<UMockdevTestbed>>?>(nil)

    private let testbed: SharedPointer<UnsafeMutablePointer<UMockdevTestbed>>
    private let root: String
    private let state = Mutex(State())

    /// A kernel with an empty bus.
    ///
    /// Errors: when umockdev's preload library does not interpose the system calls of this process, or `TMPDIR` is below `/dev`.
    public init() throws(Failure) {
        guard let testbed = umockdev_testbed_new(), let root = umockdev_testbed_get_root_dir(testbed) else {
            throw Failure(description: "umockdev has no testbed")
        }
        self.testbed = SharedPointer(raw: testbed)
        self.root = String(cString: root)
        g_free(root)
        Self.living.withLock { [testbed = self.testbed] living in living = testbed }
        atexit { EmulatedKernel.removeTestbed() }
        if self.root.hasPrefix("/dev/") { throw Failure(description: "umockdev takes its own files for devices when TMPDIR is below /dev") }
        guard umockdev_in_mock_environment() != 0 else { throw Failure(description: "libumockdev-preload is not linked first") }
        try add(SysfsRecord.rootHub)
    }

    deinit { Self.removeTestbed() }

    /// Removes the testbed's directory, once. libusb must not be used any more.
    private static func removeTestbed() {
        let testbed = living.withLock { living in
            defer { living = nil }
            return living
        }
        if let testbed { g_object_unref(testbed.raw) }
    }

    /// A port of the root hub where nothing is plugged in.
    public func freePort() -> UInt8 {
        state.withLock { state in
            let taken = state.plugged.values.compactMap(\.device.info.ports.first)
            repeat { state.lastPort = state.lastPort % 254 + 1 } while taken.contains(state.lastPort)
            return state.lastPort
        }
    }

    /// Plugs a device in: node, answers, sysfs and event, in this order. umockdev takes the node's empty directories away again.
    public func plug(
        _ function: any USBFunction, port: UInt8, drivers: [UInt8: String], controller: Controller, mayOpen: Bool = true
    ) throws -> USBAddress {
        try state.withLock { state in
            repeat { state.lastAddress = state.lastAddress % 127 + 1 } while state.isTaken(state.lastAddress)
            let address = USBAddress(bus: 1, address: state.lastAddress)
            guard let info = function.descriptors.info(address: address, ports: [port]) else { throw Failure(description: "no device descriptor") }
            for directory in ["/dev", "/dev/bus", "/dev/bus/usb", "/dev/bus/usb/001"] { mkdir(root + directory, 0o755) }
            let gate = try ReadyGate(path: root + address.nodePath)
            chmod(root + address.nodePath, mayOpen ? 0o666 : 0)
            let device = UsbfsDevice(info, function: function, drivers: drivers, capabilities: controller.rawValue, gate: gate)
            let record = SysfsRecord(info, descriptors: function.descriptors)
            let base = try attach(device)
            try add(record.text)
            state.plugged[address] = Plugged(device: device, record: record, base: SharedPointer(raw: base))
            return address
        }
    }

    /// Pulls a device out: blocks under way, event, sysfs and node, in this order.
    public func unplug(_ address: USBAddress) {
        guard let plugged = state.withLock({ $0.plugged[address] }) else { return }
        plugged.device.unplug()
        state.withLock { state in
            guard state.plugged.removeValue(forKey: address) != nil else { return }
            umockdev_testbed_uevent(testbed.raw, "/sys" + plugged.record.path, "remove")
            umockdev_testbed_remove_device(testbed.raw, "/sys" + plugged.record.path)
            umockdev_testbed_detach_ioctl(testbed.raw, address.nodePath, nil)
            g_object_unref(plugged.base.raw)
        }
    }

    /// Changes the rights of a device's node, as udev does.
    public func setMayOpen(_ mayOpen: Bool, _ address: USBAddress) throws {
        try Failure.check("chmod", chmod(root + address.nodePath, mayOpen ? 0o666 : 0))
    }

    /// The driver bound to an interface; `usbfs` while a program has claimed it.
    public func driver(of interface: UInt8, of address: USBAddress) -> String? {
        state.withLock { $0.plugged[address] }?.device.state.withLock { $0.bindings.driver(of: interface) }
    }

    /// Lets a made-up program hold an interface, or let go of it with nil.
    public func hold(_ interface: UInt8, of address: USBAddress, by program: String?) {
        state.withLock { $0.plugged[address] }?.device.state.withLock { $0.bindings.hold(interface, by: program) }
    }

    /// Takes an interface from its driver for nobody, as the end of a program that is killed does.
    public func orphan(_ interface: UInt8, of address: USBAddress) {
        state.withLock { $0.plugged[address] }?.device.state.withLock { _ = $0.bindings.detachDriver(of: interface) }
    }

    private func add(_ record: String) throws(Failure) {
        var error: UnsafeMutablePointer<GError>?
        if umockdev_testbed_add_from_string(testbed.raw, record, &error) == 0 { throw Failure(error) }
    }

    private func attach(_ device: UsbfsDevice) throws(Failure) -> UnsafeMutablePointer<UMockdevIoctlBase> {
        guard let base = umockdev_ioctl_base_new() else { throw Failure(description: "umockdev has no handler") }
        usbfs_on_ioctl(
            base,
            { _, client, device in
                guard let client, let device else { return 0 }
                Unmanaged<UsbfsDevice>.fromOpaque(device).takeUnretainedValue().answer(client)
                return 1
            },
            Unmanaged.passRetained(device).toOpaque(),
            { device, _ in
                if let device { Unmanaged<UsbfsDevice>.fromOpaque(device).release() }
            })
        var error: UnsafeMutablePointer<GError>?
        if umockdev_testbed_attach_ioctl(testbed.raw, device.info.address.nodePath, base, &error) == 0 { throw Failure(error) }
        return base
    }
}

extension EmulatedKernel.State {
    fileprivate func isTaken(_ address: UInt8) -> Bool { address == 1 || plugged[USBAddress(bus: 1, address: address)] != nil }
}

extension EmulatedKernel.Failure {
    fileprivate init(_ error: UnsafeMutablePointer<GError>?) {
        description = error?.pointee.message.map { String(cString: $0) } ?? "umockdev"
        g_error_free(error)
    }
}

extension UsbfsDevice {
    /// Answers on umockdev's thread, at once. Each client is one opening of the node.
    fileprivate func answer(_ client: UnsafeMutablePointer<UMockdevIoctlClient>) {
        let owner = Owner(number: Int(bitPattern: client))
        switch call(UInt(umockdev_ioctl_client_get_request(client)), usbfs_argument(client), by: owner) {
        case .result(let result): umockdev_ioctl_client_complete(client, result, 0)
        case .error(let code): umockdev_ioctl_client_complete(client, -1, code)
        }
    }
}
