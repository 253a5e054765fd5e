import PrinterFormats
import Testing
import VirtualDevices

@Suite struct PaperMachineTests {
    private func job(_ width: Int = 64, _ height: Int = 40, raster: PrinterProfile.RasterCommand = .rasterBitImage) throws -> PrintJob {
        var picture = Bitmap(width: width, height: height)
        picture.fill(DotRectangle(x: 3, y: 2, width: 20, height: 30))
        return try PrintJob(picture, for: PrinterProfile(name: "test", headDots: 576, dotsPerInch: 203, raster: raster, rowsPerBand: 16))
    }

    @Test func `a job cut anywhere prints the same`() throws {
        for raster in [PrinterProfile.RasterCommand.rasterBitImage, .graphics] {
            let bytes = try job(raster: raster).bytes
            var whole = PaperMachine(headDots: 64, dotsPerInch: 203)
            whole.receive(bytes)
            for cut in 0..<bytes.count {
                var printer = PaperMachine(headDots: 64, dotsPerInch: 203)
                printer.receive(bytes[..<cut])
                printer.receive(bytes[cut...])
                #expect(printer.sheets == whole.sheets)
            }
        }
    }

    @Test func `questions are answered from the state`() {
        var printer = PaperMachine(headDots: 576, dotsPerInch: 203)
        printer.state = PrinterState([.paperNearEnd])
        printer.identity[.model] = "T-1"
        let queries: [ESCPOS.Query] = [.realTime(.paper), .realTime(.printer), .completion, .automaticStatusNow, .identity(.model)]
        printer.receive(queries.flatMap(\.bytes))
        #expect(printer.takeReplies() == [0x1E, 0x12, 0x03, 0x10, 0x00, 0x03, 0x00, 0x5F, 0x54, 0x2D, 0x31, 0x00])
        #expect(printer.takeReplies().isEmpty)
        #expect(printer.misreadings == [])
    }

    @Test func `an open cover holds the job, answers questions, and closing it prints`() throws {
        var printer = PaperMachine(headDots: 64, dotsPerInch: 203)
        printer.receive(ESCPOS.automaticStatus(on: true))
        #expect(printer.takeReplies() == [0x10, 0, 0, 0])
        printer.state = PrinterState([.coverOpen, .offline])
        #expect(printer.takeReplies() == [0x38, 0, 0, 0])
        printer.receive(try job().bytes)
        printer.receive(ESCPOS.Query.realTime(.offlineCause).bytes)
        #expect(printer.takeReplies() == [0x16])
        #expect(printer.sheets.isEmpty && !printer.isIdle)
        printer.state = .ready
        #expect(printer.sheets.count == 1)
        #expect(printer.takeReplies().suffix(1) == [0x00])
    }

    @Test func `a real-time command inside a picture is obeyed and the picture stays whole`() throws {
        var picture = Bitmap(width: 24, height: 1)
        for (column, byte) in [0x10, 0x04, 0x04].enumerated() { for bit in 0..<8 where byte & (0x80 >> bit) != 0 { picture[column * 8 + bit, 0] = true } }
        var printer = PaperMachine(headDots: 24, dotsPerInch: 203)
        printer.receive(try PrintJob(picture, for: PrinterProfile(name: "test", headDots: 24, dotsPerInch: 203), marginDots: 0).bytes)
        #expect(printer.sheets == [picture])
        #expect(printer.takeReplies().contains(0x12))
    }

    @Test func `recovery after a cutter error prints on`() {
        var printer = PaperMachine(headDots: 64, dotsPerInch: 203)
        printer.state = PrinterState([.cutterError])
        printer.receive(ESCPOS.recover + ESCPOS.cut(full: false, units: 7))
        #expect(printer.state == .ready)
        #expect(printer.sheets.map(\.height) == [7])
    }

    @Test(arguments: [
        ([0x41] as [UInt8], Misreading.Kind.unexpectedByte(0x41)), ([0x1B, 0x70], .unknownCommand([0x1B, 0x70])),
        ([0x1D, 0x6B], .unknownCommand([0x1D, 0x6B])),
        ([0x1D, 0x76, 0x30, 0x01, 1, 0, 1, 0, 0xFF], .badParameter([0x1D, 0x76, 0x30, 0x01, 1, 0, 1, 0])),
        ([0x1D, 0x28, 0x6B, 0x03, 0x00, 1, 2, 3], .badParameter([0x1D, 0x28, 0x6B, 0x03, 0x00])),
        (
            [0x1D, 0x28, 0x4C, 12, 0, 0x30, 0x70, 0x30, 1, 1, 0x31, 8, 0, 3, 0, 9, 9],
            .badParameter([0x1D, 0x28, 0x4C, 12, 0, 0x30, 0x70, 0x30, 1, 1, 0x31, 8, 0, 3, 0])
        ),
    ])
    func `what is not known is recorded, its data skipped, and printing goes on`(bytes: [UInt8], kind: Misreading.Kind) throws {
        var printer = PaperMachine(headDots: 64, dotsPerInch: 203)
        printer.receive(bytes)
        #expect(printer.misreadings.map(\.kind) == [kind])
        #expect(printer.misreadings.allSatisfy { $0.sentence.hasSuffix(".") })
        printer.receive(try job().bytes)
        #expect(printer.misreadings.count == 1)
        #expect(printer.sheets.count == 1)
    }

    @Test func `a picture wider than the head loses its right part and says so`() throws {
        var printer = PaperMachine(headDots: 16, dotsPerInch: 203)
        printer.receive(try job().bytes)
        #expect(printer.misreadings.first?.kind == .widerThanHead(dots: 64))
        #expect(printer.sheets.first?.width == 16)
    }

    @Test func `a sheet without end stops at 65,535 rows`() {
        var printer = PaperMachine(headDots: 8, dotsPerInch: 203)
        for _ in 0..<300 { printer.receive([0x1B, 0x4A, 0xFF]) }
        #expect(printer.unfinishedSheet.height == Bitmap.longestSide)
        #expect(printer.misreadings.map(\.kind) == [.sheetTooLong])
    }

    @Test func `no sequence of bytes breaks the printer`() {
        var seed: UInt64 = 1_442_695_040_888_963_407
        for _ in 0..<300 {
            var printer = PaperMachine(headDots: 100, dotsPerInch: 203)
            for _ in 0..<200 {
                seed ^= seed << 13
                seed ^= seed >> 7
                seed ^= seed << 17
                let byte = UInt8(truncatingIfNeeded: seed)
                let lead: [UInt8] = [[], [0x1D, 0x28, 0x4C], [0x1D, 0x76, 0x30, 0], [0x10, 0x14], [0x1B], [0x1D, 0x38, 0x4C]][Int(seed >> 60) % 6]
                printer.receive(lead + [byte])
            }
            #expect(printer.misreadings.count <= 100)
        }
    }
}
