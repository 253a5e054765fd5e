/// A language that printers speak, under the word that device sheets and `card render --format` use for it.
public enum PrinterLanguage: String, Sendable, Hashable, CaseIterable {
    /// Epson's, and that of most receipt printers.
    case escpos
    /// Star's present one: mC-Print, mPOP, TSP100IV.
    case starPRNT = "starprnt"
    /// Star's older one: TSP600, TSP650, TSP700, TSP800.
    case starLine = "star-line"
    /// Star's raster mode, all that TSP100 to TSP100III know.
    case starGraphics = "star-graphics"
    /// Zebra's, ZPL II.
    case zpl
    /// TSC's and most label clones', TSPL and TSPL2.
    case tspl
    /// Eltron's, later Zebra's: EPL2.
    case epl

    /// Its name, as manuals write it.
    public var name: String {
        switch self {
        case .escpos: "ESC/POS"
        case .starPRNT: "StarPRNT"
        case .starLine: "Star Line Mode"
        case .starGraphics: "Star Graphic Mode"
        case .zpl: "ZPL II"
        case .tspl: "TSPL2"
        case .epl: "EPL2"
        }
    }

    /// Whether rows come out while the next are still to come. Label languages draw in memory first and print when told to.
    public var printsAsItArrives: Bool {
        switch self {
        case .escpos, .starPRNT, .starLine, .starGraphics: true
        case .zpl, .tspl, .epl: false
        }
    }

    /// Whether the language is one of Star's.
    public var isStar: Bool { [.starPRNT, .starLine, .starGraphics].contains(self) }
}
