import Testing
import USBContract

extension USBRule {
    static let streaming = [
        USBRule("reports come in order, and none is lost between two of them") { bench in
            let reader = TestDevice.reader()
            try await bench.withClaimed(reader) { connection in
                let reports = connection.reports(from: 0x81, length: 7)
                for number in 1...100 { reader.send([UInt8(number), 0, 0], on: 0x81) }
                var numbers: [UInt8] = []
                for await report in reports {
                    numbers += try report.get().prefix(1)
                    if numbers.count == 100 { break }
                }
                #expect(numbers == Array(1...100))
            }
        },
        USBRule("a report of 337 bytes in packets of 8 is one report") { bench in
            let reader = TestDevice.reader()
            let report = (0..<337).map { UInt8(truncatingIfNeeded: $0 * 7) }
            try await bench.withClaimed(reader) { connection in
                let reports = connection.reports(from: 0x81, length: 337)
                reader.send(report, on: 0x81)
                reader.send(report.reversed(), on: 0x81)
                var received: [[UInt8]] = []
                for await next in reports.prefix(2) { received.append(try next.get()) }
                #expect(received == [report, report.reversed()])
            }
        },
        USBRule("a report that ends short is a report, and the next one is whole again") { bench in
            let reader = TestDevice.reader()
            let report = (0..<337).map { UInt8(truncatingIfNeeded: $0 * 5) }
            try await bench.withClaimed(reader) { connection in
                let reports = connection.reports(from: 0x81, length: 337)
                for length in [330, 1, 337, 7] { reader.send(Array(report.prefix(length)), on: 0x81) }
                var received: [[UInt8]] = []
                for await next in reports.prefix(4) { received.append(try next.get()) }
                #expect(received == [330, 1, 337, 7].map { Array(report.prefix($0)) })
            }
        },
        USBRule("a transfer stays posted while nobody asks for the next report") { bench in
            let reader = TestDevice.reader()
            try await bench.withClaimed(reader) { connection in
                let reports = connection.reports(from: 0x81, length: 8)
                for number in 1...3 {
                    await reader.waitUntilAsked(on: 0x81)
                    let asked = reader.log.emptyHanded[0x81, default: 0]
                    reader.send([UInt8(number)], on: 0x81)
                    await reader.wait { $0.emptyHanded[0x81, default: 0] > asked }
                }
                var numbers: [UInt8] = []
                for await report in reports.prefix(3) { numbers += try report.get() }
                #expect(numbers == [1, 2, 3])
            }
        },
        USBRule("a stream ends when its reader is cancelled, and the next one goes on") { bench in
            let reader = TestDevice.reader()
            try await bench.withClaimed(reader) { connection in
                let reading = Task {
                    for await _ in connection.reports(from: 0x81, length: 8) {}
                }
                await reader.waitUntilAsked(on: 0x81)
                reading.cancel()
                await reading.value
            }
            try await bench.withClaimed(reader) { connection in
                reader.send([9], on: 0x81)
                let next = await connection.reports(from: 0x81, length: 8).first { _ in true }
                let report = try next?.get()
                #expect(report == [9])
            }
        },
        USBRule("closing ends a stream without a failure") { bench in
            let reader = TestDevice.reader()
            try await bench.withClaimed(reader) { connection in
                let reports = connection.reports(from: 0x81, length: 8)
                await reader.waitUntilAsked(on: 0x81)
                await connection.close()
                var count = 0
                for await _ in reports { count += 1 }
                #expect(count == 0)
            }
        },
        USBRule("pulling the cable is the last thing a stream tells") { bench in
            let reader = TestDevice.reader()
            let device = try await bench.arrive(reader)
            let connection = try await bench.bus.open(device)
            try await connection.claim(interface: 0)
            let reports = connection.reports(from: 0x81, length: 8)
            reader.send([5], on: 0x81)
            await reader.waitUntilAsked(on: 0x81)
            bench.unplug(device.address)
            var told: [Result<[UInt8], USBError>] = []
            for await report in reports { told.append(report) }
            #expect(told == [.success([5]), .failure(USBError(.gone, device: device.description, endpoint: 0x81))])
            await connection.close()
        },
        USBRule("a stall is the last thing a stream tells, and a new one works once the halt is cleared") { bench in
            let reader = TestDevice.reader()
            try await bench.withClaimed(reader) { connection in
                reader.fail(.stall, on: 0x81)
                var kinds: [USBError.Kind?] = []
                for await report in connection.reports(from: 0x81, length: 8) {
                    if case .failure(let error) = report { kinds.append(error.kind) } else { kinds.append(nil) }
                }
                #expect(kinds == [.stalled])
                try await connection.clearHalt(0x81)
                reader.send([6], on: 0x81)
                let next = await connection.reports(from: 0x81, length: 8).first { _ in true }
                let report = try next?.get()
                #expect(report == [6])
            }
        },
    ]
}
