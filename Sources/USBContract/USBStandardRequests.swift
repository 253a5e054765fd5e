/// The standard requests, answered from a function's descriptors.
///
/// Source: USB 2.0, section 9.4; HID 1.11, section 7.1.
struct USBStandardRequests: Sendable {
    enum Answer {
        case reply(USBControlReply)
        case clearHalt(USBEndpointAddress)
        case select(interface: UInt8, alternate: UInt8)
        case unknown
    }

    private let descriptors: USBFunctionDescriptors

    init(_ descriptors: USBFunctionDescriptors) { self.descriptors = descriptors }

    func answer(_ setup: USBSetup) -> Answer {
        guard setup.kind == .standard else { return .unknown }
        let low = UInt8(truncatingIfNeeded: setup.value)
        let index = UInt8(truncatingIfNeeded: setup.index)
        switch (setup.request, setup.recipient) {
        case (0x00, _): return .reply(.done([0, 0]))
        case (0x01, .endpoint) where setup.value == 0: return .clearHalt(USBEndpointAddress(rawValue: index))
        case (0x06, _): return .reply(descriptor(type: UInt8(setup.value >> 8), index: low, interface: index))
        case (0x08, .device): return .reply(.done([configurationValue]))
        case (0x09, .device): return .reply(low == configurationValue ? .done([]) : .stall)
        case (0x0B, .interface): return .select(interface: index, alternate: low)
        default: return .unknown
        }
    }

    private var configurationValue: UInt8 { descriptors.configurations.first.flatMap { USBConfiguration(bytes: $0) }?.value ?? 0 }

    private func descriptor(type: UInt8, index: UInt8, interface: UInt8) -> USBControlReply {
        let bytes: [UInt8]? =
            switch type {
            case USBDescriptorType.device: descriptors.device
            case USBDescriptorType.configuration: descriptors.configurations.indices.contains(Int(index)) ? descriptors.configurations[Int(index)] : nil
            case USBDescriptorType.string: descriptors.strings[index]
            case USBDescriptorType.hidReport: descriptors.reports[interface]
            default: nil
            }
        return bytes.map(USBControlReply.done) ?? .stall
    }
}
