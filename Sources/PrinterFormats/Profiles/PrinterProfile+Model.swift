extension PrinterProfile {
    /// The profile of a model by its name, as far as the name tells; settings may know better.
    ///
    /// A receipt printer that nobody knows takes 80 mm paper at 203 dpi, 58 mm where its name says 58. A label printer has a head of 4 inches, at the
    /// resolution in its name (`ZTC GK420d-203dpi ZPL`), else 203 dpi.
    public static func named(_ model: String, language: PrinterLanguage = .escpos) -> PrinterProfile {
        var profile =
            switch language {
            case .escpos: ESCPOSModel.named(model)?.profile ?? (model.contains("58") ? receipt58 : receipt80)
            case .starPRNT, .starLine, .starGraphics: star(model)
            case .zpl, .tspl, .epl: label(model)
            }
        profile.name = model
        profile.language = language
        return profile
    }

    /// Source: escpos-printer-db (CC BY 4.0): 576 dots, TSP800 833; the head has whole bytes.
    private static func star(_ model: String) -> PrinterProfile {
        PrinterProfile(name: model, headDots: model.uppercased().contains("TSP8") ? 832 : 576, dotsPerInch: 203, status: .realTime)
    }

    /// Heads of 4 inches have 832 dots at 203 dpi, 1248 at 300 (Zebra and TSC data sheets); no cutter is counted on.
    private static func label(_ model: String) -> PrinterProfile {
        let isFine = model.contains("300dpi") || model.contains("300 dpi")
        return PrinterProfile(
            name: model, headDots: isFine ? 1248 : 832, dotsPerInch: isFine ? 300 : 203, cutter: .none(tearBarDots: 0), status: .realTime)
    }
}
