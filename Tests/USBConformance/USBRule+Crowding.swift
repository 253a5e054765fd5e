import Testing
import USBContract

/// Many at once, and none of them patient.
extension USBRule {
    static let crowding = [
        USBRule("sixty-four reads at once are each served, and nothing twice") { bench in
            let printer = TestDevice.printer()
            try await bench.withClaimed(printer, alternate: 1) { connection in
                let numbers = try await withThrowingTaskGroup(of: [UInt8].self) { group in
                    for _ in 1...64 { group.addTask { try await connection.read(from: 0x82, length: 64) } }
                    await printer.waitUntilAsked(on: 0x82)
                    for number in UInt8(1)...64 { printer.send([number], on: 0x82) }
                    return try await group.reduce(into: []) { $0 += $1 }
                }
                #expect(numbers.sorted() == Array(1...64))
            }
        },
        USBRule("a storm of cancels loses no report and repeats none") { bench in
            let reader = TestDevice.reader()
            try await bench.withClaimed(reader) { connection in
                var numbers: [UInt8] = []
                for number in UInt8(1)...100 {
                    let read = Task { try await connection.read(from: 0x81, length: 8) }
                    for _ in 0..<number % 7 { await Task.yield() }
                    if number % 2 == 0 {
                        reader.send([number], on: 0x81)
                        read.cancel()
                    } else {
                        read.cancel()
                        reader.send([number], on: 0x81)
                    }
                    numbers += try await received(by: read)
                }
                while numbers.count < 100 { numbers += try await connection.read(from: 0x81, length: 8) }
                #expect(numbers == Array(1...100))
                let rest = Task { try await connection.read(from: 0x81, length: 8, timeout: .milliseconds(20)) }
                #expect(try await received(by: rest).isEmpty)
            }
        },
        USBRule("closing ends forty transfers under way") { bench in
            let printer = TestDevice.printer()
            try await bench.withClaimed(printer, alternate: 1) { connection in
                printer.setRoom(0, on: 0x01)
                let reads = (1...20).map { _ in Task { _ = try await connection.read(from: 0x82, length: 64) } }
                let writes = (1...20).map { _ in Task { try await connection.write([1, 2, 3], to: 0x01, timeout: .seconds(20)) } }
                await printer.wait { $0.refused > 0 && $0.emptyHanded[0x82, default: 0] > 0 }
                await connection.close()
                for task in reads + writes {
                    let error = await #expect(throws: USBError.self) { try await task.value }
                    #expect(error?.kind == .cancelled || error?.kind == .closed)
                }
                #expect(printer.log.taken.isEmpty)
            }
        },
        USBRule("pulling the cable ends forty transfers under way") { bench in
            let printer = TestDevice.printer()
            let device = try await bench.arrive(printer)
            let connection = try await bench.bus.open(device)
            try await connection.claim(interface: 0, alternate: 1)
            printer.setRoom(0, on: 0x01)
            let reads = (1...20).map { _ in Task { _ = try await connection.read(from: 0x82, length: 64) } }
            let writes = (1...20).map { _ in Task { try await connection.write([1, 2, 3], to: 0x01, timeout: .seconds(20)) } }
            await printer.wait { $0.refused > 0 && $0.emptyHanded[0x82, default: 0] > 0 }
            bench.unplug(device.address)
            for task in reads + writes {
                let error = await #expect(throws: USBError.self) { try await task.value }
                #expect(error?.kind == .gone)
            }
            await connection.close()
        },
    ]

    /// What a read brought, whole or until it was ended early.
    private static func received(by read: Task<[UInt8], any Error>) async throws -> [UInt8] {
        do {
            return try await read.value
        } catch let error as USBError where error.kind == .cancelled || error.kind == .timedOut {
            return error.received
        }
    }
}
