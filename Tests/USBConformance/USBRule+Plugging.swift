import Testing
import USBContract

extension USBRule {
    static let plugging = [
        USBRule("what is plugged in already arrives first in every stream") { bench in
            let device = try await bench.arrive(TestDevice.reader())
            for _ in 1...2 {
                let first = await bench.bus.events().first { $0 == .arrived(device) }
                #expect(first == .arrived(device))
            }
            #expect(await bench.bus.devices().contains(device))
            await bench.leave(device)
        },
        USBRule("a device arrives once and leaves once") { bench in
            let events = bench.bus.events()
            let device = try await bench.arrive(TestDevice.reader())
            await bench.leave(device)
            let next = try await bench.arrive(TestDevice.reader())
            var told: [USBEvent] = []
            for await event in events {
                if event.isOf(device.address) { told.append(event) }
                if event == .arrived(next) { break }
            }
            #expect(told == [.arrived(device), .left(device.address)])
            await bench.leave(next)
        },
        USBRule("a replugged device has another address and the same port") { bench in
            let reader = TestDevice.reader()
            let port = bench.freePort()
            let first = try await bench.arrive(reader, port: port)
            await bench.leave(first)
            let second = try await bench.arrive(reader, port: port)
            #expect(first.address != second.address)
            #expect(first.ports == second.ports && second.portPath == first.portPath)
            await bench.leave(second)
        },
        USBRule("a device is described without being opened") { bench in
            let reader = TestDevice.reader()
            let port = bench.freePort()
            let device = try await bench.arrive(reader, port: port, mayOpen: false)
            let expected = try #require(reader.descriptors.info(address: device.address, ports: [port]))
            #expect(device == expected)
            #expect(device.interfaces.first?.alternates.first?.reportDescriptorLength == TestDevice.readerReport.count)
            #expect(device.description == "Test Reader (0801:0002 at \(device.address))")
            #expect(reader.log.events.isEmpty)
            await bench.leave(device)
        },
        USBRule("alternate settings are told apart") { bench in
            let device = try await bench.arrive(TestDevice.printer())
            let alternates = try #require(device.interfaces.first?.alternates)
            #expect(alternates.map(\.interfaceProtocol) == [1, 2])
            #expect(alternates[0].endpoint(.bulk, .in) == nil)
            #expect(alternates[1].endpoint(.bulk, .in)?.address == 0x82)
            await bench.leave(device)
        },
        USBRule("a device that has left cannot be opened") { bench in
            let device = try await bench.arrive(TestDevice.reader())
            await bench.leave(device)
            let error = await #expect(throws: USBError.self) { _ = try await bench.bus.open(device) }
            #expect(error?.kind == .gone)
        },
        USBRule("many times in and out are as many arrivals and departures") { bench in
            let reader = TestDevice.reader()
            let port = bench.freePort()
            var stays: Set<USBAddress> = []
            for _ in 1...bench.pluggings {
                let device = try await bench.arrive(reader, port: port)
                stays.insert(device.address)
                await bench.leave(device)
            }
            #expect(stays.count > 1)
            #expect(reader.log.events.filter { $0 == .unplugged }.count == bench.pluggings)
        },
    ]
}

extension USBEvent {
    fileprivate func isOf(_ address: USBAddress) -> Bool {
        switch self {
        case .arrived(let device): device.address == address
        case .left(let left): left == address
        }
    }
}
