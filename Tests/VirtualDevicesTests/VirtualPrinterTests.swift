import PrinterFormats
import Testing
import USBContract
import VirtualDevices

@Suite struct `A virtual printer` {
    private let counter = VirtualCounter(timer: { try await Task.sleep(for: $0) })

    private func open() async throws -> any USBConnection {
        try counter.plug(.printer)
        let connection = try await counter.bus.open(#require(await counter.bus.devices().first))
        try await connection.claim(interface: 0)
        return connection
    }

    @Test func `tells its IEEE 1284 name with a length that counts itself`() async throws {
        let connection = try await open()
        let reply = try await connection.controlIn(.getDeviceID(interface: 0))
        #expect(Int(reply[0]) << 8 | Int(reply[1]) == reply.count)
        #expect(String(decoding: reply.dropFirst(2), as: UTF8.self) == counter.printer.model.deviceID)
        await connection.close()
    }

    @Test func `tells paper end and trouble in its port status`() async throws {
        let connection = try await open()
        #expect(try await connection.controlIn(.getPortStatus(interface: 0)) == [0x18])
        counter.printer.conditions = PrinterState([.paperEnd])
        #expect(try await connection.controlIn(.getPortStatus(interface: 0)) == [0x38])
        counter.printer.conditions = PrinterState([.coverOpen])
        #expect(try await connection.controlIn(.getPortStatus(interface: 0)) == [0x10])
        await connection.close()
    }

    @Test func `puts each job on a sheet of its own`() async throws {
        let connection = try await open()
        var picture = Bitmap(width: 64, height: 20)
        picture.fill(DotRectangle(x: 3, y: 4, width: 10, height: 5))
        let job = try PrintJob(picture, for: .receipt80)
        try await connection.write(job.bytes + job.bytes, to: VirtualPrinter.output, timeout: .seconds(30))
        let sheets = counter.printer.takeSheets()
        #expect(sheets.count == 2)
        #expect(sheets.allSatisfy { $0.inkCount == 50 })
        #expect(counter.printer.misreadings.isEmpty)
        #expect(counter.printer.sheets.isEmpty)
        await connection.close()
    }

    @Test func `holds four kilobytes without paper and refuses the rest until a roll is in`() async throws {
        let connection = try await open()
        counter.printer.conditions = PrinterState([.paperEnd])
        let writing = Task { try await connection.write(Array(repeating: 0x0D, count: 8192), to: VirtualPrinter.output, timeout: .seconds(30)) }
        while counter.printer.refusedPackets == 0 { await Task.yield() }
        #expect(counter.printer.receivedBytes == 4096)
        counter.printer.loadPaper()
        try await writing.value
        #expect(counter.printer.receivedBytes == 8192)
        #expect(counter.printer.isIdle)
        await connection.close()
    }

    @Test func `answers status queries while it is out of paper`() async throws {
        let connection = try await open()
        counter.printer.conditions = PrinterState([.paperEnd])
        try await connection.write(ESCPOS.Query.realTime(.offlineCause).bytes, to: VirtualPrinter.output, timeout: .seconds(30))
        #expect(try await connection.read(from: VirtualPrinter.input, length: 64) == [0x32])
        await connection.close()
    }

    @Test func `is given back to the kernel's driver when it is closed`() async throws {
        let connection = try await open()
        #expect(counter.driver(of: .printer) == "usbfs")
        await connection.close()
        #expect(counter.driver(of: .printer) == "usblp")
        counter.unplug(.printer)
        #expect(counter.driver(of: .printer) == nil)
    }
}
