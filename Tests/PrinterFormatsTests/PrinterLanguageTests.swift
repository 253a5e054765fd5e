import PrinterFormats
import Testing

@Suite struct PrinterLanguageTests {
    @Test(arguments: [
        ("MFG:EPSON;CMD:ESC/POS,BDC;MDL:TM-T88V;", PrinterLanguage.escpos), ("CMD:EPSON;MDL:x;", .escpos), ("COMMAND SET:ZPL;MODEL:ZTC GK420d;", .zpl),
        ("CMD:ZPL II,EPL;", .zpl), ("CMD:TSPL2;", .tspl), ("CMD:TSPL;MFG:TSC;", .tspl), ("COMMAND SET:EPL;MODEL:LP2844;", .epl), ("CMD:EPL2;", .epl),
        ("CMD:StarPRNT;", .starPRNT), ("CMD:Star Line;", .starLine), ("CMD:BDC,ESC/POS;", .escpos),
    ])
    func `is read from the IEEE 1284 id`(text: String, language: PrinterLanguage) {
        #expect(PrinterLanguage(deviceID: IEEE1284ID(text)) == language)
        #expect(!IEEE1284ID(text).announcesOthersOnly)
    }

    @Test(arguments: ["", "MDL:POS58;CLS:PRINTER;", "CMD:;", "CMD:STAR;", "CMD:BDC-unknown;"])
    func `is not read from an id that does not say`(text: String) {
        #expect(PrinterLanguage(deviceID: IEEE1284ID(text)) == nil)
    }

    @Test(arguments: [
        ("mC-Print3", PrinterLanguage.starPRNT), ("MCP31 (STR-001)", .starPRNT), ("mPOP", .starPRNT), ("TSP100IV", .starPRNT), ("Star TSP143IV-UE", .starPRNT),
        ("mC-Label3", .starPRNT), ("TSP143 (STR_T-001)", .starGraphics), ("TSP100II", .starGraphics), ("TSP113", .starGraphics), ("TSP654II", .starLine),
        ("TSP700II", .starLine), ("TSP847II", .starLine), ("BSC10", .escpos),
    ])
    func `of a Star printer follows from its product name`(product: String, language: PrinterLanguage) {
        #expect(PrinterLanguage(starProduct: product) == language)
        #expect(PrinterLanguage.find(deviceID: nil, product: product, isStar: true, sheet: nil) == language)
        #expect(PrinterLanguage.find(deviceID: IEEE1284ID("MFG:Star;CMD:STAR;MDL:\(product);"), product: nil, isStar: false, sheet: .escpos) == language)
        #expect(PrinterLanguage.find(deviceID: nil, product: product, isStar: false, sheet: nil) == nil, "another maker's names mean nothing")
    }

    @Test func `is the printer's own word first, then the sheet's`() {
        let zebra = IEEE1284ID("COMMAND SET:ZPL;")
        #expect(PrinterLanguage.find(deviceID: zebra, product: nil, isStar: false, sheet: .epl) == .zpl)
        #expect(PrinterLanguage.find(deviceID: IEEE1284ID("CMD:ZPL,EPL;"), product: nil, isStar: false, sheet: .epl) == .epl, "of two, the sheet's")
        #expect(PrinterLanguage.find(deviceID: IEEE1284ID("MDL:LP2844;"), product: nil, isStar: false, sheet: .epl) == .epl)
        #expect(PrinterLanguage.find(deviceID: nil, product: "TSP9999", isStar: true, sheet: nil) == nil)
        #expect(PrinterLanguage.find(deviceID: IEEE1284ID("CMD:PJL,PCL;"), product: nil, isStar: false, sheet: .escpos) == nil, "an office printer")
    }

    @Test func `is found by a probe, whose answers tell Star from Epson and Star's generations apart`() {
        let steps = PrinterLanguage.Probe.steps
        #expect(steps.map(\.question) == [[0x1B, 0x06, 0x01], [0x10, 0x04, 0x01]])
        #expect(steps[0].language(of: [0x23, 0x0A, 0, 0, 0, 0, 0, 0, 0]) == .starPRNT)
        #expect(steps[0].language(of: [0x0F, 0x06, 0, 0, 0, 0, 0]) == .starLine)
        #expect(steps[0].language(of: [0x0F, 0x06, 0, 0, 0, 0]) == nil, "one byte is missing")
        #expect(steps[0].language(of: [0x12]) == nil)
        #expect(steps[1].language(of: [0x00, 0x1A]) == .escpos)
        #expect(steps[1].language(of: [0x23, 0x0A]) == nil)
        #expect(steps[1].language(of: []) == nil)
    }

    @Test func `reads a printer's IEEE 1284 name whatever its length says`() {
        let name = IEEE1284ID(reply: [0xFF, 0xFF] + Array("MFG:EPSON;CMD:ESC/POS,BDC;MDL:TM-T88V;".utf8))
        #expect(name.name == "EPSON TM-T88V")
        #expect(IEEE1284ID(reply: []).name == nil)
        #expect(IEEE1284ID(reply: [0, 1]).languages.isEmpty)
        #expect(IEEE1284ID("MANUFACTURER: Star ;MODEL:Star TSP143;COMMAND SET:STAR;").name == "Star TSP143")
        #expect(IEEE1284ID("CMD:PCL,PDF;").announcesOthersOnly)
        #expect(!IEEE1284ID("CMD:STAR;").announcesOthersOnly)
    }

    @Test func `has the words of device sheets and of the command line`() {
        #expect(PrinterLanguage.allCases.map(\.rawValue) == ["escpos", "starprnt", "star-line", "star-graphics", "zpl", "tspl", "epl"])
    }
}

@Suite struct PrinterModelTests {
    @Test(arguments: [
        ("EPSON TM-T88V", 512, 180), ("EPSON TM-T88VI", 576, 203), ("TM-T88II receipt", 512, 180), ("EPSON TM-T20III", 576, 203), ("POS-58", 384, 203),
        ("Citizen CT-S651", 640, 203), ("nothing known", 576, 203),
    ])
    func `of a receipt printer is found by a word of its name`(model: String, dots: Int, dpi: Int) {
        let profile = PrinterProfile.named(model)
        #expect((profile.name, profile.headDots, profile.dotsPerInch) == (model, dots, dpi))
        #expect(profile.language == .escpos)
    }

    @Test(arguments: [
        ("ZTC GK420d-203dpi ZPL", PrinterLanguage.zpl, 832, 203), ("ZTC ZD420-300dpi ZPL", .zpl, 1248, 300), ("TTP-245C", .tspl, 832, 203),
        ("Star TSP847II", .starLine, 832, 203), ("mC-Print3", .starPRNT, 576, 203),
    ])
    func `of a label or Star printer has the head of its kind`(model: String, language: PrinterLanguage, dots: Int, dpi: Int) {
        let profile = PrinterProfile.named(model, language: language)
        #expect((profile.language, profile.headDots, profile.dotsPerInch) == (language, dots, dpi))
    }
}
