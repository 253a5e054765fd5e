import Testing
import USBContract

extension USBRule {
    private static let job = (0..<100_000).map { UInt8(truncatingIfNeeded: $0 &* 31 ^ $0 >> 8) }

    static let writing = [
        USBRule("100000 bytes arrive byte for byte") { bench in
            let printer = TestDevice.printer()
            try await bench.withClaimed(printer) { connection in
                try await connection.write(job, to: 0x01, timeout: .seconds(20))
                #expect(printer.log.taken == job)
            }
        },
        USBRule("a printer that takes no more is timed out, with the number of bytes it took") { bench in
            let printer = TestDevice.printer()
            try await bench.withClaimed(printer) { connection in
                printer.setRoom(5000, on: 0x01)
                let error = await #expect(throws: USBError.self) {
                    try await connection.write(Array(job.prefix(40_000)), to: 0x01, timeout: .milliseconds(250))
                }
                #expect(error?.kind == .timedOut && error?.transferred == 4992)
                #expect(printer.log.taken == Array(job.prefix(4992)))
                printer.setRoom(nil, on: 0x01)
                try await connection.write(Array(job[4992..<40_000]), to: 0x01, timeout: .seconds(20))
                #expect(printer.log.taken == Array(job.prefix(40_000)))
            }
        },
        USBRule("a write that is held up goes on when there is room") { bench in
            let printer = TestDevice.printer()
            try await bench.withClaimed(printer) { connection in
                printer.setRoom(64, on: 0x01)
                let write = Task { try await connection.write(Array(job.prefix(300)), to: 0x01, timeout: .seconds(20)) }
                await printer.wait { $0.refused > 0 }
                printer.setRoom(nil, on: 0x01)
                try await write.value
                #expect(printer.log.taken == Array(job.prefix(300)))
            }
        },
        USBRule("a cancelled write tells the number of bytes taken") { bench in
            let printer = TestDevice.printer()
            try await bench.withClaimed(printer) { connection in
                printer.setRoom(640, on: 0x01)
                let write = Task { try await connection.write(job, to: 0x01, timeout: .seconds(20)) }
                await printer.wait { $0.refused > 0 }
                write.cancel()
                let error = await #expect(throws: USBError.self) { try await write.value }
                #expect(error?.kind == .cancelled && error?.transferred == 640)
                #expect(error?.received == [])
            }
        },
        USBRule("a printer that stalls in a job works again once its halt is cleared") { bench in
            let printer = TestDevice.printer()
            try await bench.withClaimed(printer) { connection in
                printer.setRoom(128, on: 0x01)
                printer.fail(.stall, on: 0x01)
                let error = await #expect(throws: USBError.self) {
                    try await connection.write(Array(job.prefix(1000)), to: 0x01, timeout: .seconds(20))
                }
                #expect(error?.kind == .stalled && error?.transferred == 128)
                try await connection.clearHalt(0x01)
                await printer.wait { $0.events.contains(.haltCleared(0x01)) }
                printer.setRoom(nil, on: 0x01)
                try await connection.write([1, 2, 3], to: 0x01, timeout: .seconds(20))
                #expect(printer.log.taken.suffix(3) == [1, 2, 3])
            }
        },
        USBRule("pulling the cable ends a write under way") { bench in
            let printer = TestDevice.printer()
            let device = try await bench.arrive(printer)
            let connection = try await bench.bus.open(device)
            try await connection.claim(interface: 0)
            printer.setRoom(320, on: 0x01)
            let write = Task { try await connection.write(job, to: 0x01, timeout: .seconds(20)) }
            await printer.wait { $0.refused > 0 }
            bench.unplug(device.address)
            let error = await #expect(throws: USBError.self) { try await write.value }
            #expect(error?.kind == .gone && error?.transferred == 320)
            await connection.close()
        },
        USBRule("a status comes in while a job goes out") { bench in
            let printer = TestDevice.printer()
            try await bench.withClaimed(printer, alternate: 1) { connection in
                printer.setRoom(64, on: 0x01)
                let write = Task { try await connection.write(Array(job.prefix(128)), to: 0x01, timeout: .seconds(20)) }
                await printer.wait { $0.refused > 0 }
                async let status = connection.read(from: 0x82, length: 64)
                await printer.waitUntilAsked(on: 0x82)
                printer.send([0x72, 0x7E], on: 0x82)
                let answer = try await status
                #expect(answer == [0x72, 0x7E])
                printer.setRoom(nil, on: 0x01)
                try await write.value
            }
        },
    ]
}
