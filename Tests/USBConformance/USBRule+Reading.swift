import Testing
import USBContract

extension USBRule {
    static let reading = [
        USBRule("a read brings what the device gives when it gives it") { bench in
            let reader = TestDevice.reader()
            try await bench.withClaimed(reader) { connection in
                async let report = connection.read(from: 0x81, length: 8)
                await reader.waitUntilAsked(on: 0x81)
                reader.send([1, 2, 3], on: 0x81)
                let bytes = try await report
                #expect(bytes == [1, 2, 3])
            }
        },
        USBRule("two reads on one endpoint are served in their order") { bench in
            let printer = TestDevice.printer()
            try await bench.withClaimed(printer, alternate: 1) { connection in
                printer.send(Array(0..<64), on: 0x82)
                printer.send([64], on: 0x82)
                let first = try await connection.read(from: 0x82, length: 64)
                #expect(first == Array(0..<64))
                let second = try await connection.read(from: 0x82, length: 64)
                #expect(second == [64])
            }
        },
        USBRule("a long transfer from the device is one transfer, and a short packet ends it early") { bench in
            let printer = TestDevice.printer()
            let long = (0..<40_960).map { UInt8(truncatingIfNeeded: $0 &* 13 ^ $0 >> 7) }
            try await bench.withClaimed(printer, alternate: 1) { connection in
                printer.send(long, on: 0x82)
                let whole = try await connection.read(from: 0x82, length: 40_960)
                #expect(whole == long)
                printer.send(Array(long.prefix(20_001)), on: 0x82)
                let early = try await connection.read(from: 0x82, length: 40_960)
                #expect(early == Array(long.prefix(20_001)))
            }
        },
        USBRule("a device that gives nothing runs into the time limit") { bench in
            try await bench.withClaimed(TestDevice.reader()) { connection in
                let error = await #expect(throws: USBError.self) {
                    _ = try await connection.read(from: 0x81, length: 8, timeout: .milliseconds(20))
                }
                #expect(error?.kind == .timedOut && error?.received == [])
            }
        },
        USBRule("a read that runs out of time tells the bytes that had come") { bench in
            let reader = TestDevice.reader()
            try await bench.withClaimed(reader) { connection in
                reader.send(Array(1...16), on: 0x81)
                let error = await #expect(throws: USBError.self) {
                    _ = try await connection.read(from: 0x81, length: 24, timeout: .milliseconds(250))
                }
                #expect(error?.kind == .timedOut && error?.received == Array(1...16))
            }
        },
        USBRule("a cancelled read tells the bytes that had come, and the next read goes on after them") { bench in
            let reader = TestDevice.reader()
            try await bench.withClaimed(reader) { connection in
                let read = Task { try await connection.read(from: 0x81, length: 24) }
                reader.send(Array(1...16), on: 0x81)
                await reader.waitUntilAsked(on: 0x81)
                read.cancel()
                let error = await #expect(throws: USBError.self) { _ = try await read.value }
                #expect(error?.kind == .cancelled && error?.received == Array(1...16))
                reader.send([17], on: 0x81)
                let rest = try await connection.read(from: 0x81, length: 24)
                #expect(rest == [17])
            }
        },
        USBRule("a read in a cancelled task does not begin") { bench in
            try await bench.withClaimed(TestDevice.reader()) { connection in
                let read = Task {
                    withUnsafeCurrentTask { $0?.cancel() }
                    _ = try await connection.read(from: 0x81, length: 8)
                }
                let error = await #expect(throws: USBError.self) { try await read.value }
                #expect(error?.kind == .cancelled)
            }
        },
        USBRule("an endpoint that stalls works again once its halt is cleared") { bench in
            let reader = TestDevice.reader()
            try await bench.withClaimed(reader) { connection in
                reader.fail(.stall, on: 0x81)
                for _ in 1...2 {
                    let error = await #expect(throws: USBError.self) { _ = try await connection.read(from: 0x81, length: 8) }
                    #expect(error?.kind == .stalled)
                }
                try await connection.clearHalt(0x81)
                reader.send([7], on: 0x81)
                let bytes = try await connection.read(from: 0x81, length: 8)
                #expect(bytes == [7])
            }
        },
        USBRule("a garbled transfer is told from a refused one") { bench in
            let reader = TestDevice.reader()
            try await bench.withClaimed(reader) { connection in
                reader.fail(.garbled, on: 0x81)
                let error = await #expect(throws: USBError.self) { _ = try await connection.read(from: 0x81, length: 8) }
                #expect(error?.kind == .inputOutput)
            }
        },
        USBRule("a packet longer than the room for it is an overflow") { bench in
            let printer = TestDevice.printer()
            try await bench.withClaimed(printer, alternate: 1) { connection in
                printer.send(Array(0..<64), on: 0x82)
                let error = await #expect(throws: USBError.self) { _ = try await connection.read(from: 0x82, length: 32) }
                #expect(error?.kind == .overflow)
            }
        },
        USBRule("closing ends a read under way, and nothing starts after it") { bench in
            let reader = TestDevice.reader()
            try await bench.withClaimed(reader) { connection in
                let read = Task { try await connection.read(from: 0x81, length: 8) }
                await reader.waitUntilAsked(on: 0x81)
                await connection.close()
                let cancelled = await #expect(throws: USBError.self) { _ = try await read.value }
                #expect(cancelled?.kind == .cancelled)
                let closed = await #expect(throws: USBError.self) { _ = try await connection.read(from: 0x81, length: 8) }
                let unclaimed = await #expect(throws: USBError.self) { try await connection.claim(interface: 0) }
                #expect(closed?.kind == .closed && unclaimed?.kind == .closed)
            }
        },
        USBRule("pulling the cable ends a read under way") { bench in
            let reader = TestDevice.reader()
            let device = try await bench.arrive(reader)
            let connection = try await bench.bus.open(device)
            try await connection.claim(interface: 0)
            let read = Task { try await connection.read(from: 0x81, length: 8) }
            await reader.waitUntilAsked(on: 0x81)
            await bench.leave(device)
            let error = await #expect(throws: USBError.self) { _ = try await read.value }
            #expect(error?.kind == .gone)
            let late = await #expect(throws: USBError.self) { _ = try await connection.read(from: 0x81, length: 8) }
            #expect(late?.kind == .gone)
            await connection.close()
        },
    ]
}
