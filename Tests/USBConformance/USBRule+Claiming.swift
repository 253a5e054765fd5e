import Testing
import USBContract

extension USBRule {
    static let claiming = [
        USBRule("a claim takes the interface from the kernel driver, and release gives it back") { bench in
            let device = try await bench.arrive(TestDevice.reader(), kernelDrivers: [0: "usbhid"])
            #expect(bench.driver(of: 0, of: device.address) == "usbhid")
            let connection = try await bench.bus.open(device)
            #expect(bench.driver(of: 0, of: device.address) == "usbhid")
            try await connection.claim(interface: 0)
            #expect(bench.driver(of: 0, of: device.address) == "usbfs")
            try await connection.release(interface: 0)
            #expect(bench.driver(of: 0, of: device.address) == "usbhid")
            await connection.close()
            await bench.leave(device)
        },
        USBRule("closing gives every interface back to its kernel driver") { bench in
            let device = try await bench.arrive(TestDevice.printer(), kernelDrivers: [0: "usblp"])
            let connection = try await bench.bus.open(device)
            try await connection.claim(interface: 0)
            await connection.close()
            #expect(bench.driver(of: 0, of: device.address) == "usblp")
            await connection.close()
            await bench.leave(device)
        },
        USBRule("an interface that another program holds is busy") { bench in
            let device = try await bench.arrive(TestDevice.printer(), kernelDrivers: [0: "usblp"])
            try await bench.hold(0, of: device.address, by: "cupsd")
            let connection = try await bench.bus.open(device)
            let error = await #expect(throws: USBError.self) { try await connection.claim(interface: 0) }
            #expect(error?.kind == .busy)
            try await bench.hold(0, of: device.address, by: nil)
            try await connection.claim(interface: 0)
            await connection.close()
            await bench.leave(device)
        },
        USBRule("one connection at a time has an interface") { bench in
            let device = try await bench.arrive(TestDevice.reader())
            let first = try await bench.bus.open(device)
            let second = try await bench.bus.open(device)
            try await first.claim(interface: 0)
            let error = await #expect(throws: USBError.self) { try await second.claim(interface: 0) }
            #expect(error?.kind == .busy)
            await first.close()
            try await second.claim(interface: 0)
            await second.close()
            await bench.leave(device)
        },
        USBRule("what a killed program leaves without a driver is given back, and what somebody holds is not") { bench in
            let device = try await bench.arrive(TestDevice.reader(), kernelDrivers: [0: "usbhid"])
            try await bench.orphan(0, of: device.address)
            #expect(bench.driver(of: 0, of: device.address) == nil)
            let restored = try await bench.bus.restoreDrivers(of: device)
            #expect(restored == [0] && bench.driver(of: 0, of: device.address) == "usbhid")
            #expect(try await bench.bus.restoreDrivers(of: device) == [])
            try await bench.hold(0, of: device.address, by: "another")
            #expect(try await bench.bus.restoreDrivers(of: device) == [])
            #expect(bench.driver(of: 0, of: device.address) == "usbfs")
            try await bench.hold(0, of: device.address, by: nil)
            await bench.leave(device)
        },
        USBRule("claiming and releasing gives back what a killed program has left") { bench in
            let device = try await bench.arrive(TestDevice.printer(), kernelDrivers: [0: "usblp"])
            try await bench.orphan(0, of: device.address)
            let connection = try await bench.bus.open(device)
            try await connection.claim(interface: 0)
            await connection.close()
            #expect(bench.driver(of: 0, of: device.address) == "usblp")
            await bench.leave(device)
        },
        USBRule("an interface or setting the device has not cannot be claimed") { bench in
            let device = try await bench.arrive(TestDevice.printer())
            let connection = try await bench.bus.open(device)
            let noInterface = await #expect(throws: USBError.self) { try await connection.claim(interface: 4) }
            let noSetting = await #expect(throws: USBError.self) { try await connection.claim(interface: 0, alternate: 2) }
            #expect(noInterface?.kind == .notFound && noSetting?.kind == .notFound)
            await connection.close()
            await bench.leave(device)
        },
        USBRule("a claim selects the alternate setting that it names") { bench in
            let printer = TestDevice.printer()
            try await bench.withClaimed(printer, alternate: 1) { connection in
                await printer.wait { $0.events.contains(.selected(interface: 0, alternate: 1)) }
                printer.send([0x12], on: 0x82)
                let bytes = try await connection.read(from: 0x82, length: 64)
                #expect(bytes == [0x12])
            }
        },
        USBRule("nothing is claimed, reset or configured by opening") { bench in
            let reader = TestDevice.reader()
            let device = try await bench.arrive(reader, kernelDrivers: [0: "usbhid"])
            reader.forget()
            let connection = try await bench.bus.open(device)
            await connection.close()
            #expect(bench.driver(of: 0, of: device.address) == "usbhid")
            #expect(reader.log.events.isEmpty && reader.log.requests.isEmpty)
            await bench.leave(device)
        },
        USBRule("what has not been claimed is out of reach") { bench in
            let device = try await bench.arrive(TestDevice.printer())
            let connection = try await bench.bus.open(device)
            let unread = await #expect(throws: USBError.self) { _ = try await connection.read(from: 0x82, length: 64) }
            let unwritten = await #expect(throws: USBError.self) { try await connection.write([1], to: 0x01, timeout: .seconds(1)) }
            let unasked = await #expect(throws: USBError.self) { _ = try await connection.controlIn(.getPortStatus(interface: 0)) }
            #expect([unread, unwritten, unasked].allSatisfy { $0?.kind == .notFound })
            for await result in connection.reports(from: 0x82, length: 64) {
                #expect(throws: USBError(.notFound, device: device.description, endpoint: 0x82)) { try result.get() }
            }
            await connection.close()
            await bench.leave(device)
        },
        USBRule("a device whose rights do not allow it is not opened until they do", deniesAccess: true) { bench in
            let device = try await bench.arrive(TestDevice.reader(), mayOpen: false)
            let error = await #expect(throws: USBError.self) { _ = try await bench.bus.open(device) }
            #expect(error?.kind == .accessDenied)
            try bench.setMayOpen(true, device.address)
            let connection = try await bench.bus.open(device)
            await connection.close()
            await bench.leave(device)
        },
    ]
}
