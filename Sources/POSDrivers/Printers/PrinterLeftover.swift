/// What a job that was broken off has left in the printer, which keeps it even while the cable is out.
struct PrinterLeftover: Sendable, Hashable {
    /// Bytes the printer may still expect of a command. Filling up with zeros does no harm: outside of a command printers ignore them.
    var missing = 0
    /// Whether the printer has taken part of a job: on paper, or drawn in its memory.
    var isSpoiled = false

    static let none = PrinterLeftover()
}
