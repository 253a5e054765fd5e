import Testing
import USBContract

extension USBRule {
    static let controlling = [
        USBRule("a string descriptor can be asked for before anything is claimed") { bench in
            let device = try await bench.arrive(TestDevice.reader())
            let connection = try await bench.bus.open(device)
            let languages = try await connection.controlIn(.getDescriptor(type: USBDescriptorType.string, length: 255))
            #expect(languages == [4, 3, 0x09, 0x04])
            let text = try await connection.controlIn(
                .getDescriptor(type: USBDescriptorType.string, index: device.descriptor.productString, language: 0x0409, length: 255))
            #expect(USBFunctionDescriptors.text(text) == "Reader")
            await connection.close()
            await bench.leave(device)
        },
        USBRule("the report descriptor of a claimed interface is the device's own") { bench in
            try await bench.withClaimed(TestDevice.reader()) { connection in
                let descriptor = try await connection.reportDescriptor(interface: 0)
                #expect(descriptor == TestDevice.readerReport)
            }
        },
        USBRule("GET_DEVICE_ID and GET_PORT_STATUS reach the printer") { bench in
            let printer = TestDevice.printer()
            let identity: [UInt8] = [0, 22] + Array("MFG:Test;MDL:Print;".utf8) + [0x0A]
            printer.answer(0x00, .done(identity))
            printer.answer(0x01, .done([0x18]))
            try await bench.withClaimed(printer, alternate: 1) { connection in
                let id = try await connection.controlIn(.getDeviceID(interface: 0, alternate: 1))
                #expect(id == identity)
                let status = try await connection.controlIn(.getPortStatus(interface: 0))
                #expect(status == [0x18])
                #expect(
                    printer.log.requests.map(\.setup) == [.getDeviceID(interface: 0, alternate: 1), .getPortStatus(interface: 0)])
            }
        },
        USBRule("SET_REPORT carries its data to the device") { bench in
            let reader = TestDevice.reader()
            reader.answer(0x09, .done([]))
            try await bench.withClaimed(reader) { connection in
                try await connection.controlOut(.setReport(.feature, interface: 0), data: [0x00, 0x01, 0x10])
                var setup = USBSetup.setReport(.feature, interface: 0)
                setup.length = 3
                #expect(reader.log.requests == [TestDevice.Request(setup: setup, data: [0x00, 0x01, 0x10])])
            }
        },
        USBRule("an answer longer than asked for is cut") { bench in
            let reader = TestDevice.reader()
            reader.answer(0x01, .done([1, 2, 3, 4]))
            try await bench.withClaimed(reader) { connection in
                let answer = try await connection.controlIn(.getReport(.feature, interface: 0, length: 2))
                #expect(answer == [1, 2])
            }
        },
        USBRule("a request the device does not know is refused, and the next one works") { bench in
            let printer = TestDevice.printer()
            printer.answer(0x01, .done([0x10]))
            try await bench.withClaimed(printer) { connection in
                let error = await #expect(throws: USBError.self) { try await connection.controlOut(.softReset(interface: 0)) }
                #expect(error?.kind == .stalled)
                let status = try await connection.controlIn(.getPortStatus(interface: 0))
                #expect(status == [0x10])
            }
        },
        USBRule("a request the device never answers runs into the time limit") { bench in
            let printer = TestDevice.printer()
            printer.answer(0x01, .nak)
            try await bench.withClaimed(printer) { connection in
                let error = await #expect(throws: USBError.self) {
                    _ = try await connection.controlIn(.getPortStatus(interface: 0), timeout: .milliseconds(20))
                }
                #expect(error?.kind == .timedOut)
            }
        },
    ]
}
