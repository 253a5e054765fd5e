/// The standard requests MemberLane sends or answers. Source: USB 2.0, table 9-4.
extension USBSetup {
    /// GET_DESCRIPTOR of the device: `type` from `USBDescriptorType`, `language` only for strings.
    public static func getDescriptor(type: UInt8, index: UInt8 = 0, language: UInt16 = 0, length: UInt16) -> USBSetup {
        USBSetup(.in, .standard, .device, request: 0x06, value: UInt16(type) << 8 | UInt16(index), index: language, length: length)
    }

    /// GET_DESCRIPTOR of a HID interface's report descriptor; the length stands in `USBAlternateSetting.reportDescriptorLength`.
    ///
    /// Source: HID 1.11, section 7.1.1.
    public static func getReportDescriptor(interface: UInt8, length: UInt16) -> USBSetup {
        USBSetup(
            .in, .standard, .interface, request: 0x06, value: UInt16(USBDescriptorType.hidReport) << 8, index: UInt16(interface), length: length)
    }
}

/// The requests of the HID class. Source: HID 1.11, section 7.2.
extension USBSetup {
    /// The kinds of HID reports.
    public enum ReportType: UInt8, Sendable, Hashable {
        /// From the device, as on its interrupt endpoint.
        case input = 1
        /// To the device.
        case output = 2
        /// Settings, both ways.
        case feature = 3
    }

    /// GET_REPORT. Where the device numbers its reports, the answer starts with the number.
    public static func getReport(_ type: ReportType, id: UInt8 = 0, interface: UInt8, length: UInt16) -> USBSetup {
        USBSetup(.in, .class, .interface, request: 0x01, value: UInt16(type.rawValue) << 8 | UInt16(id), index: UInt16(interface), length: length)
    }

    /// SET_REPORT. Where the device numbers its reports, the data start with the number.
    public static func setReport(_ type: ReportType, id: UInt8 = 0, interface: UInt8) -> USBSetup {
        USBSetup(.out, .class, .interface, request: 0x09, value: UInt16(type.rawValue) << 8 | UInt16(id), index: UInt16(interface))
    }

    /// SET_IDLE: `duration` in units of 4 ms, 0 for reports only when something changes.
    public static func setIdle(duration: UInt8 = 0, report: UInt8 = 0, interface: UInt8) -> USBSetup {
        USBSetup(.out, .class, .interface, request: 0x0A, value: UInt16(duration) << 8 | UInt16(report), index: UInt16(interface))
    }

    /// SET_PROTOCOL of a boot device: 0 the boot protocol, 1 the one of the report descriptor.
    public static func setProtocol(_ number: UInt16, interface: UInt8) -> USBSetup {
        USBSetup(.out, .class, .interface, request: 0x0B, value: number, index: UInt16(interface))
    }
}

/// The requests of the printer class. Source: USB Printing Devices 1.1, section 4.2.
extension USBSetup {
    /// GET_DEVICE_ID: two bytes of length, high byte first and counting themselves, then the IEEE 1284 text.
    ///
    /// `configuration` is an index from 0, not `bConfigurationValue`.
    public static func getDeviceID(configuration: UInt8 = 0, interface: UInt8, alternate: UInt8 = 0, length: UInt16 = 1024) -> USBSetup {
        USBSetup(
            .in, .class, .interface, request: 0x00, value: UInt16(configuration), index: UInt16(interface) << 8 | UInt16(alternate), length: length)
    }

    /// GET_PORT_STATUS: one byte; 0x20 paper empty, 0x10 selected, 0x08 no error.
    public static func getPortStatus(interface: UInt8) -> USBSetup {
        USBSetup(.in, .class, .interface, request: 0x01, index: UInt16(interface), length: 1)
    }

    /// SOFT_RESET: empties the printer's buffers and clears halts. Some printers want the recipient `.other` of version 1.0.
    public static func softReset(interface: UInt8, recipient: Recipient = .interface) -> USBSetup {
        USBSetup(.out, .class, recipient, request: 0x02, index: UInt16(interface))
    }
}
