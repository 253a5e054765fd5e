import CUMockdev
import Glibc
import Synchronization
import USBContract

/// What the kernel keeps of one plugged-in device, and what its node answers.
///
/// Source: `drivers/usb/core/devio.c` of Linux 6.1.
final class UsbfsDevice: Sendable {
    typealias Owner = USBInterfaceBindings.Owner

    struct OpenFile {
        var pending: [UsbfsURB] = []
        var done: [UsbfsURB] = []
        /// Bulk endpoints whose chain of blocks has broken, until a chain begins anew.
        var broken: Set<USBEndpointAddress> = []
    }

    struct State {
        var bindings: USBInterfaceBindings
        var alternates: [UInt8: UInt8] = [:]
        var files: [Owner: OpenFile] = [:]
        var isGone = false
    }

    let info: USBDeviceInfo
    let host: USBFunctionHost
    let capabilities: UInt32
    private let gate: ReadyGate
    let state: Mutex<State>

    init(_ info: USBDeviceInfo, function: any USBFunction, drivers: [UInt8: String], capabilities: UInt32, gate: ReadyGate) {
        self.info = info
        self.capabilities = capabilities
        self.gate = gate
        host = USBFunctionHost(function)
        state = Mutex(State(bindings: USBInterfaceBindings(defaultDrivers: drivers)))
    }

    /// Pulls the cable. Blocks under way end; what has ended can still be reaped.
    func unplug() {
        state.withLock { $0.isGone = true }
        host.unplug()
    }

    /// Binds the endpoint's interface to the file if it is free, as usbfs does for programs that forget to claim.
    func check(_ endpoint: USBEndpointAddress, for owner: Owner, in state: inout State) -> Int32 {
        let interface = info.interfaces.first { interface in
            let setting = interface.alternates.first { $0.number == state.alternates[interface.number, default: 0] }
            return setting?.endpoints.contains { $0.address == endpoint } ?? false
        }
        guard let interface else { return ENOENT }
        return state.bindings.claim(interface.number, for: owner) ? 0 : EBUSY
    }

    func submit(_ pointer: UnsafeMutablePointer<usbdevfs_urb>, for owner: Owner) -> Int32 {
        let id = host.reserve()
        guard let urb = UsbfsURB(pointer, id: id) else { return abandon(id, EINVAL) }
        let refusal = state.withLock { state -> Int32 in
            if state.isGone { return ENODEV }
            if case .control(let setup, _) = urb.request {
                if let interface = setup.interface, !state.bindings.claim(interface, for: owner) { return EBUSY }
            } else {
                let refusal = check(urb.request.endpoint, for: owner, in: &state)
                if refusal != 0 { return refusal }
                if !urb.isContinuation { state.files[owner, default: OpenFile()].broken.remove(urb.request.endpoint) }
                if state.files[owner]?.broken.contains(urb.request.endpoint) == true { return EREMOTEIO }
            }
            state.files[owner, default: OpenFile()].pending.append(urb)
            return 0
        }
        if refusal != 0 { return abandon(id, refusal) }
        host.submit(id, urb.request) { self.ended(urb, $0, of: owner) }
        return 0
    }

    /// A name that is not used has to be given back.
    private func abandon(_ id: USBTransferID, _ code: Int32) -> Int32 {
        host.discard(id)
        host.submit(id, .control(USBSetup(requestType: 0, request: 0, value: 0, index: 0, length: 0), data: [])) { _ in }
        return code
    }

    func discard(_ address: UInt, of owner: Owner) -> Int32 {
        guard let urb = state.withLock({ $0.files[owner]?.pending.first { $0.address == address } }) else { return EINVAL }
        host.discard(urb.id)
        return 0
    }

    /// The block that ended first and has not been reaped; its address goes to the program.
    func reap(for owner: Owner) -> (code: Int32, address: UInt) {
        let (urb, isGone) = state.withLock { state in
            let isEmpty = state.files[owner]?.done.isEmpty ?? true
            return (isEmpty ? nil : state.files[owner]?.done.removeFirst(), state.isGone)
        }
        guard let urb else {
            shutGate()
            return (isGone ? ENODEV : EAGAIN, 0)
        }
        urb.deliver()
        return (0, urb.address)
    }

    private func ended(_ urb: UsbfsURB, _ outcome: USBTransferOutcome, of owner: Owner) {
        var urb = urb
        urb.outcome = outcome
        let isBroken = urb.isTooShort || [.stalled, .overflow, .garbled].contains(outcome.status)
        let continued = state.withLock { state -> [UsbfsURB] in
            guard let index = state.files[owner]?.pending.firstIndex(where: { $0.address == urb.address }) else { return [] }
            state.files[owner]?.pending.remove(at: index)
            state.files[owner]?.done.append(urb)
            guard isBroken, urb.request.endpoint != .control else { return [] }
            state.files[owner]?.broken.insert(urb.request.endpoint)
            let later = state.files[owner]?.pending.filter { $0.request.endpoint == urb.request.endpoint } ?? []
            return Array(later.prefix { $0.isContinuation })
        }
        for urb in continued { host.discard(urb.id) }
        gate.set(ready: true)
    }

    /// Shuts the gate unless something has ended meanwhile.
    private func shutGate() {
        gate.set(ready: false)
        if state.withLock({ $0.files.values.contains { !$0.done.isEmpty } }) { gate.set(ready: true) }
    }
}
