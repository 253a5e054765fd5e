import PrinterFormats

extension PrinterProfile {
    /// The profile of a model by its name; 80 mm paper at 203 dpi for one that is not known. Settings may know better.
    ///
    /// Sources: escpos-printer-db, `media` of its profiles; 58-mm clones are named after their paper.
    static func named(_ model: String) -> PrinterProfile {
        let name = model.uppercased()
        let old88 = ["TM-T88II", "TM-T88III", "TM-T88IV"].contains { name.hasSuffix($0) || name.contains($0 + " ") }
        var profile = old88 ? receipt80At180 : name.contains("58") ? receipt58 : receipt80
        profile.name = model
        return profile
    }
}
