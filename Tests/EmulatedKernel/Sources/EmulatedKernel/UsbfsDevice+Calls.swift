import CUMockdev
import Glibc
import Synchronization
import USBContract

/// The answer to a system call.
enum UsbfsAnswer {
    case result(Int)
    case error(Int32)

    /// 0 is success, anything else an error.
    init(_ code: Int32) { self = code == 0 ? .result(0) : .error(code) }
}

extension UsbfsDevice {
    /// Answers `ioctl(node, request, argument)`.
    func call(_ request: UInt, _ argument: UnsafeMutableRawPointer?, by owner: Owner) -> UsbfsAnswer {
        if request == USBFS_REAPURBNDELAY {
            guard let argument else { return .error(EFAULT) }
            let (code, address) = reap(for: owner)
            if code == 0 { argument.storeBytes(of: address, as: UInt.self) }
            return UsbfsAnswer(code)
        }
        if request == USBFS_DISCARDURB { return UsbfsAnswer(discard(UInt(bitPattern: argument), of: owner)) }
        if state.withLock({ $0.isGone }) { return .error(ENODEV) }
        switch request {
        case USBFS_GET_SPEED: return .result(Int(info.speed.rawValue))
        case USBFS_RESET:
            host.reset()
            return .result(0)
        default:
            guard let argument else { return .error(EFAULT) }
            return call(request, argument, by: owner)
        }
    }

    private func call(_ request: UInt, _ argument: UnsafeMutableRawPointer, by owner: Owner) -> UsbfsAnswer {
        switch request {
        case USBFS_GET_CAPABILITIES:
            argument.storeBytes(of: capabilities, as: UInt32.self)
            return .result(0)
        case USBFS_SUBMITURB: return UsbfsAnswer(submit(argument.assumingMemoryBound(to: usbdevfs_urb.self), for: owner))
        case USBFS_GETDRIVER: return UsbfsAnswer(nameDriver(argument.assumingMemoryBound(to: usbdevfs_getdriver.self)))
        case USBFS_IOCTL: return rebind(argument.load(as: usbdevfs_ioctl.self))
        case USBFS_DISCONNECT_CLAIM: return UsbfsAnswer(take(argument.load(as: usbdevfs_disconnect_claim.self), by: owner))
        case USBFS_CLAIMINTERFACE: return UsbfsAnswer(claim(interface(argument), by: owner))
        case USBFS_RELEASEINTERFACE: return UsbfsAnswer(release(interface(argument), by: owner))
        case USBFS_SETINTERFACE: return UsbfsAnswer(select(argument.load(as: usbdevfs_setinterface.self), by: owner))
        case USBFS_CLEAR_HALT: return UsbfsAnswer(clearHalt(USBEndpointAddress(rawValue: interface(argument)), by: owner))
        case USBFS_SETCONFIGURATION: return .error(EBUSY)
        default: return .error(ENOTTY)
        }
    }

    /// The number an `unsigned int` argument points to.
    private func interface(_ argument: UnsafeMutableRawPointer) -> UInt8 { UInt8(truncatingIfNeeded: argument.load(as: UInt32.self)) }

    private func nameDriver(_ question: UnsafeMutablePointer<usbdevfs_getdriver>) -> Int32 {
        let interface = UInt8(truncatingIfNeeded: question.pointee.interface)
        guard let driver = state.withLock({ $0.bindings.driver(of: interface) }) else { return ENODATA }
        withUnsafeMutableBytes(of: &question.pointee.driver) { room in
            room.copyBytes(from: Array(driver.utf8.prefix(room.count - 1)) + [0])
        }
        return 0
    }

    /// DISCONNECT and CONNECT, which come wrapped. CONNECT tells how many drivers it has bound: 1 or 0.
    private func rebind(_ wrapped: usbdevfs_ioctl) -> UsbfsAnswer {
        let interface = UInt8(truncatingIfNeeded: wrapped.ifno)
        return state.withLock { state in
            switch UInt(UInt32(bitPattern: wrapped.ioctl_code)) {
            case USBFS_DISCONNECT: UsbfsAnswer(state.bindings.detachDriver(of: interface) ? 0 : ENODATA)
            case USBFS_CONNECT: state.bindings.driver(of: interface) != nil ? .error(EBUSY) : .result(state.bindings.attachDriver(of: interface) ? 1 : 0)
            default: .error(ENOTTY)
            }
        }
    }

    private func take(_ wish: usbdevfs_disconnect_claim, by owner: Owner) -> Int32 {
        let interface = UInt8(truncatingIfNeeded: wish.interface)
        let answer = state.withLock { state -> Int32 in
            if state.bindings.driver(of: interface) == "usbfs" { return EBUSY }
            _ = state.bindings.detachDriver(of: interface)
            return state.bindings.claim(interface, for: owner) ? 0 : EBUSY
        }
        if answer == 0 { host.function.notice(.claimed(interface: interface)) }
        return answer
    }

    private func claim(_ interface: UInt8, by owner: Owner) -> Int32 {
        guard state.withLock({ $0.bindings.claim(interface, for: owner) }) else { return EBUSY }
        host.function.notice(.claimed(interface: interface))
        return 0
    }

    private func release(_ interface: UInt8, by owner: Owner) -> Int32 {
        guard state.withLock({ $0.bindings.release(interface, by: owner) }) else { return EINVAL }
        host.function.notice(.released(interface: interface))
        return 0
    }

    private func select(_ wish: usbdevfs_setinterface, by owner: Owner) -> Int32 {
        let interface = UInt8(truncatingIfNeeded: wish.interface)
        let alternate = UInt8(truncatingIfNeeded: wish.altsetting)
        let settings = info.interfaces.first { $0.number == interface }?.alternates ?? []
        guard settings.contains(where: { $0.number == alternate }) else { return EINVAL }
        let isClaimed = state.withLock { state in
            guard state.bindings.claim(interface, for: owner) else { return false }
            state.alternates[interface] = alternate
            return true
        }
        guard isClaimed else { return EBUSY }
        host.select(interface: interface, alternate: alternate)
        return 0
    }

    private func clearHalt(_ endpoint: USBEndpointAddress, by owner: Owner) -> Int32 {
        let refusal = state.withLock { check(endpoint, for: owner, in: &$0) }
        if refusal == 0 { host.clearHalt(endpoint) }
        return refusal
    }
}
