import PrinterFormats
import Testing
import VirtualDevices

/// What every language has in common, each read by an interpreter that shares nothing with its encoder.
@Suite struct PrintJobTests {
    private static let languages = PrinterLanguage.allCases

    private func profile(
        _ language: PrinterLanguage, dots: Int, rows: Int = 128, cutter: PrinterProfile.Cutter = .partial, form: ZPLGraphicForm = .runLength
    ) -> PrinterProfile {
        PrinterProfile(name: "test", headDots: dots, dotsPerInch: 203, language: language, graphicForm: form, rowsPerBand: rows, cutter: cutter)
    }

    /// What comes out of a printer that has been sent a picture.
    private func printed(_ picture: Bitmap, on profile: PrinterProfile) throws -> PaperMachine {
        var printer = PaperMachine(profile.language, headDots: profile.headDots, dotsPerInch: profile.dotsPerInch)
        printer.receive(try PrintJob(picture, for: profile).bytes)
        return printer
    }

    /// Whether a sheet shows the picture in its top left corner, and is white elsewhere.
    private func shows(_ sheet: Bitmap, _ picture: Bitmap) -> Bool {
        var expected = Bitmap(width: sheet.width, height: sheet.height)
        expected.draw(picture, x: 0, y: 0)
        return sheet.width >= picture.width && sheet.height >= picture.height && sheet == expected
    }

    @Test(arguments: languages, [1, 7, 8, 9, 431, 576, 685])
    func `what is sent is what comes out, whatever the width`(language: PrinterLanguage, width: Int) throws {
        for height in [1, 24, 25, 128, 129, 255, 256] {
            let picture = Noise.picture(width: width, height: height, seed: UInt64(width * 1000 + height))
            let printer = try printed(picture, on: profile(language, dots: 688))
            #expect(printer.misreadings == [] && printer.isIdle)
            #expect(printer.sheets.count == 1 && shows(printer.sheets[0], picture), "\(width) × \(height)")
        }
    }

    @Test(arguments: languages)
    func `a long picture comes out whole`(language: PrinterLanguage) throws {
        let picture = Noise.picture(width: 432, height: 2303, seed: 7)
        let printer = try printed(picture, on: profile(language, dots: 576))
        #expect(printer.misreadings == [])
        #expect(printer.sheets.count == 1 && shows(printer.sheets[0], picture))
    }

    @Test(
        arguments: languages,
        [[0x10, 0x04, 0x01], [0x10, 0x14, 0x01, 0x00, 0x05], [0x1B, 0x06, 0x01], [0x1B, 0x21, 0x3F], [0x7E, 0x4A, 0x41]] as [[UInt8]])
    func `dots that look like a real-time command are dots`(language: PrinterLanguage, bytes: [UInt8]) throws {
        for inverted in [false, true] {
            let rows = (0..<40).flatMap { _ in (0..<10).flatMap { _ in inverted ? bytes.map { ~$0 } : bytes } }
            let picture = try #require(Bitmap(width: bytes.count * 80, height: 40, bytes: rows))
            let printer = try printed(picture, on: profile(language, dots: 832))
            #expect(printer.misreadings == [])
            #expect(printer.sheets.count == 1 && shows(printer.sheets[0], picture))
        }
    }

    @Test(arguments: ZPLGraphicForm.allCases)
    func `every form of a ZPL picture is the same picture`(form: ZPLGraphicForm) throws {
        var picture = Bitmap(width: 685, height: 432)
        picture.fill(DotRectangle(x: 0, y: 100, width: 685, height: 60))
        picture.draw(Noise.picture(width: 300, height: 90, seed: 3), x: 50, y: 200)
        let printer = try printed(picture, on: profile(.zpl, dots: 832, form: form))
        #expect(printer.misreadings == [] && printer.sheets == [picture])
    }

    @Test(arguments: languages)
    func `the first band is whole before the last is made, and all parts are the job`(language: PrinterLanguage) throws {
        let job = try PrintJob(Noise.picture(width: 432, height: 685, seed: 1), for: profile(language, dots: 576))
        let parts = Array(job)
        #expect(parts.count == 1 + 6 + 1)
        #expect(parts.flatMap { $0 } == job.bytes)
        var printer = PaperMachine(language, headDots: 576, dotsPerInch: 203)
        for part in parts {
            printer.receive(part)
            if language.printsAsItArrives { #expect(printer.isIdle, "each part is whole") }
        }
    }

    @Test(arguments: languages)
    func `a job cut anywhere prints the same`(language: PrinterLanguage) throws {
        let bytes = try PrintJob(Noise.picture(width: 43, height: 30, seed: 2), for: profile(language, dots: 64, rows: 16)).bytes
        var whole = PaperMachine(language, headDots: 64, dotsPerInch: 203)
        whole.receive(bytes)
        #expect(whole.sheets.count == 1)
        for cut in 0..<bytes.count {
            var printer = PaperMachine(language, headDots: 64, dotsPerInch: 203)
            printer.receive(bytes[..<cut])
            printer.receive(bytes[cut...])
            #expect(printer.sheets == whole.sheets)
        }
    }

    @Test(arguments: languages)
    func `a job broken off anywhere is cleared away, and the next one is whole`(language: PrinterLanguage) throws {
        let profile = profile(language, dots: 64, rows: 16)
        let picture = Noise.picture(width: 43, height: 18, seed: 4)
        let job = try PrintJob(picture, for: profile)
        let last = job.map(\.count).count - 1
        for (number, part) in job.enumerated() {
            let later = language.printsAsItArrives ? 0 : job.dropFirst(number + 1).reduce(0) { $0 + $1.count }
            for sent in 1...part.count {
                let before = job.prefix(number).flatMap { $0 } + part.prefix(sent)
                var printer = PaperMachine(language, headDots: 64, dotsPerInch: 203)
                printer.receive(before + profile.recovery(missing: part.count - sent + later, isSpoiled: true))
                let spoiled = printer.takeSheets().count
                printer.receive(job.bytes)
                #expect(printer.sheets.count == 1 && shows(printer.sheets[0], picture), "\(before.count) bytes, \(spoiled) spoiled")
                #expect(spoiled <= (language.printsAsItArrives ? 2 : number == last ? 1 : 0), "a label comes out by its last part only")
            }
        }
    }

    @Test(arguments: [PrinterLanguage.escpos, .starPRNT, .starLine, .starGraphics])
    func `without a cutter the sheet is fed to the tear bar`(language: PrinterLanguage) throws {
        let profile = profile(language, dots: 64, cutter: .none(tearBarDots: 96))
        let printer = try printed(Bitmap(width: 64, height: 24), on: profile)
        let height = language == .starGraphics ? printer.sheets.first?.height : printer.unfinishedSheet.height
        #expect(height == 24 + 24 + 96)
        #expect(printer.misreadings == [])
    }

    @Test(arguments: languages)
    func `an empty picture and one wider than the head are refused`(language: PrinterLanguage) {
        #expect(throws: PictureRefusal.empty) { try PrintJob(Bitmap(width: 0, height: 3), for: profile(language, dots: 64)) }
        #expect(throws: PictureRefusal.widerThanHead(dots: 65, head: 64)) { try PrintJob(Bitmap(width: 65, height: 1), for: profile(language, dots: 64)) }
    }
}

/// Pictures and bytes without any order, the same on every run.
enum Noise {
    static func bytes(_ count: Int, seed: UInt64) -> [UInt8] {
        var state = seed &* 2_862_933_555_777_941_757 &+ 3_037_000_493
        return (0..<count).map { _ in
            state ^= state << 13
            state ^= state >> 7
            state ^= state << 17
            return UInt8(truncatingIfNeeded: state >> 24)
        }
    }

    static func picture(width: Int, height: Int, seed: UInt64) -> Bitmap {
        Bitmap(width: width, height: height, bytes: bytes((width + 7) / 8 * height, seed: seed)) ?? Bitmap(width: 0, height: 0)
    }
}
