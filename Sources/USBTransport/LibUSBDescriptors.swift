import CLibUSB
import USBContract

extension USBDeviceDescriptor {
    init(_ raw: libusb_device_descriptor) {
        self.init(
            id: USBDeviceID(vendor: raw.idVendor, product: raw.idProduct), usbVersion: raw.bcdUSB,
            deviceClass: USBClass(rawValue: raw.bDeviceClass), deviceSubclass: raw.bDeviceSubClass, deviceProtocol: raw.bDeviceProtocol,
            controlPacketSize: raw.bMaxPacketSize0, release: raw.bcdDevice, manufacturerString: raw.iManufacturer,
            productString: raw.iProduct, serialNumberString: raw.iSerialNumber, configurationCount: raw.bNumConfigurations)
    }
}

extension USBConfiguration {
    init(_ raw: libusb_config_descriptor) {
        let interfaces = UnsafeBufferPointer(start: raw.interface, count: raw.interface == nil ? 0 : Int(raw.bNumInterfaces))
        self.init(
            value: raw.bConfigurationValue, interfaces: interfaces.compactMap(USBInterface.init), attributes: raw.bmAttributes,
            maxPower: raw.MaxPower)
    }
}

extension USBInterface {
    /// Nil for an interface without a setting, which a garbled descriptor can announce.
    fileprivate init?(_ raw: libusb_interface) {
        let settings = UnsafeBufferPointer(start: raw.altsetting, count: raw.altsetting == nil ? 0 : Int(max(raw.num_altsetting, 0)))
        guard let first = settings.first else { return nil }
        self.init(number: first.bInterfaceNumber, alternates: settings.map(USBAlternateSetting.init))
    }
}

extension USBAlternateSetting {
    fileprivate init(_ raw: libusb_interface_descriptor) {
        let endpoints = UnsafeBufferPointer(start: raw.endpoint, count: raw.endpoint == nil ? 0 : Int(raw.bNumEndpoints))
        let extra = UnsafeBufferPointer(start: raw.extra, count: raw.extra == nil ? 0 : Int(max(raw.extra_length, 0)))
        self.init(
            number: raw.bAlternateSetting, interfaceClass: USBClass(rawValue: raw.bInterfaceClass), interfaceSubclass: raw.bInterfaceSubClass,
            interfaceProtocol: raw.bInterfaceProtocol, endpoints: endpoints.map(USBEndpoint.init), classDescriptors: Array(extra))
    }
}

extension USBEndpoint {
    fileprivate init(_ raw: libusb_endpoint_descriptor) {
        let types: [USBTransferType] = [.control, .isochronous, .bulk, .interrupt]
        self.init(
            address: USBEndpointAddress(rawValue: raw.bEndpointAddress), transferType: types[Int(raw.bmAttributes & 0x03)],
            maxPacketSize: Int(raw.wMaxPacketSize & 0x07FF), interval: raw.bInterval)
    }
}
