import PrinterFormats
import Testing
import VirtualDevices

@Suite struct ESCPOSJobTests {
    private func profile(
        dots: Int = 576, dpi: Int = 203, raster: PrinterProfile.RasterCommand = .rasterBitImage, rows: Int = 128, cutter: PrinterProfile.Cutter = .partial,
        confirms: Bool = true, status: PrinterProfile.StatusSupport = []
    ) -> PrinterProfile {
        PrinterProfile(
            name: "test", headDots: dots, dotsPerInch: dpi, raster: raster, rowsPerBand: rows, cutter: cutter, confirmsCompletion: confirms, status: status)
    }

    private func stripes(width: Int, height: Int) -> Bitmap {
        var bitmap = Bitmap(width: width, height: height)
        for y in 0..<height { bitmap.fill(DotRectangle(x: y % 7, y: y, width: width / 2 + y % 3, height: 1)) }
        return bitmap
    }

    @Test func `a small picture is exactly these bytes`() throws {
        let picture = try #require(Bitmap(width: 12, height: 2, bytes: [0xF0, 0x10, 0x0F, 0x20]))
        let job = try PrintJob(picture, for: profile(status: .automatic), marginDots: 24)
        #expect(
            Array(job) == [
                [0x1B, 0x40, 0x1C, 0x2E, 0x1D, 0x50, 203, 203, 0x1D, 0x61, 0x0E],
                [0x1D, 0x76, 0x30, 0, 2, 0, 2, 0, 0xF0, 0x10, 0x0F, 0x20],
                [0x1B, 0x4A, 24, 0x1D, 0x56, 66, 0, 0x1D, 0x72, 1],
            ])
    }

    @Test(arguments: [PrinterProfile.RasterCommand.rasterBitImage, .graphics, .longGraphics])
    func `a card leaves in bands of at most 128 rows whose counts are exact`(raster: PrinterProfile.RasterCommand) throws {
        let job = try PrintJob(stripes(width: 432, height: 685), for: profile(raster: raster))
        let parts = Array(job)
        #expect(parts.count == 1 + 6 + 1)
        let overhead =
            switch raster {
            case .rasterBitImage: 8
            case .graphics: 5 + 10 + 7
            case .longGraphics: 7 + 10 + 7
            }
        #expect(parts.dropFirst().dropLast().map(\.count) == [128, 128, 128, 128, 128, 45].map { $0 * 54 + overhead })
        #expect(job.bytes == parts.flatMap { $0 })
    }

    @Test(arguments: [1, 7, 127, 128, 129, 256, 685], [1, 8, 9, 431, 576])
    func `what is sent is what comes out of the printer`(height: Int, width: Int) throws {
        let picture = stripes(width: width, height: height)
        for raster in [PrinterProfile.RasterCommand.rasterBitImage, .graphics, .longGraphics] {
            var printer = PaperMachine(headDots: 576, dotsPerInch: 203)
            printer.receive(try PrintJob(picture, for: profile(raster: raster), marginDots: 10).bytes)
            var expected = Bitmap(width: 576, height: height + 10)
            expected.draw(picture, x: 0, y: 0)
            #expect(printer.misreadings == [])
            #expect(printer.takeSheets() == [expected])
            #expect(printer.isIdle)
        }
    }

    @Test func `above 255 dpi the margin is white rows, since no motion unit fits a byte`() throws {
        let picture = stripes(width: 300, height: 20)
        let job = try PrintJob(picture, for: profile(dots: 1200, dpi: 300, rows: 10), marginDots: 25)
        var printer = PaperMachine(headDots: 1200, dotsPerInch: 300)
        printer.receive(job.bytes)
        #expect(printer.misreadings == [])
        #expect(printer.sheets.map(\.height) == [45])
        #expect(ESCPOS.motionUnit(dotsPerInch: 300) == nil)
    }

    @Test func `without a cutter the slip is fed to the tear bar`() throws {
        let job = try PrintJob(stripes(width: 8, height: 8), for: profile(cutter: .none(tearBarDots: 300), confirms: false))
        var printer = PaperMachine(headDots: 384, dotsPerInch: 203)
        printer.receive(job.bytes)
        #expect(printer.misreadings == [])
        #expect(printer.sheets.isEmpty)
        #expect(printer.unfinishedSheet.height == 8 + 24 + 300)
        #expect(!job.bytes.suffix(3).elementsEqual(ESCPOS.Query.completion.bytes))
    }

    @Test func `a picture wider than the head is refused with the way out`() {
        #expect(throws: PictureRefusal.widerThanHead(dots: 577, head: 576)) { try PrintJob(Bitmap(width: 577, height: 1), for: profile()) }
        #expect(throws: PictureRefusal.empty) { try PrintJob(Bitmap(width: 0, height: 3), for: profile()) }
        #expect(PictureRefusal.widerThanHead(dots: 577, head: 576).recoverySuggestion?.isEmpty == false)
    }

    @Test func `a profile's limits are kept whatever is asked`() {
        let odd = profile(dots: 100_000, dpi: 0, rows: 4000)
        #expect((odd.headDots, odd.dotsPerInch, odd.rowsPerBand) == (2047, 1, 128))
        #expect(profile(dots: -3, rows: 0).rowsPerBand == 1)
    }

    @Test(arguments: [(832, FittedBitmap.Placement.landscape, 685, 432), (576, .turned, 432, 685), (432, .turned, 432, 685), (384, .slip, 384, 609)])
    func `a card lies along a wide head, across a receipt, and smaller on a slip`(
        head: Int, placement: FittedBitmap.Placement, width: Int, height: Int
    ) throws {
        let card = stripes(width: 685, height: 432)
        let fitted = card.fitted(toHead: head)
        #expect(fitted.placement == placement)
        #expect((fitted.bitmap.width, fitted.bitmap.height) == (width, height))
        #expect(fitted.placement != .turned || fitted.bitmap == card.turnedClockwise())
    }

    @Test func `a tall picture is made smaller without being turned`() {
        #expect(stripes(width: 600, height: 900).fitted(toHead: 576).bitmap.height == 864)
    }
}
