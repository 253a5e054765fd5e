import PrinterFormats

/// What CUPS's programs `lp` and `lpstat` print in English.
///
/// Whether a job that is over was printed or given up they do not say: CUPS 2.4 shows both with the same alert. Source: CUPS 2.4, `systemv/lp.c` and `systemv/lpstat.c`; RFC 8011, section 5.4.12.
enum CUPSAnswers {
    /// A queue, from `lpstat -l -p QUEUE`.
    struct Queue: Sendable, Hashable {
        /// Whether jobs are handed on to the printer.
        let isEnabled: Bool
        /// What its alerts say about the printer.
        let state: PrinterState
    }

    /// The job's name in `request id is Evolis-12 (1 file(s))`.
    static func job(in output: String) -> String? {
        let words = output.split { $0.isWhitespace }
        guard let index = words.firstIndex(of: "is"), words.starts(with: ["request", "id"]), index + 1 < words.count else { return nil }
        return String(words[index + 1])
    }

    /// The state of a queue; nil when the output is not about a printer.
    static func queue(in output: String) -> Queue? {
        guard output.hasPrefix("printer ") else { return nil }
        let lines = output.split(separator: "\n")
        let alerts = lines.first { $0.hasPrefix("\tAlerts:") }.map { $0.dropFirst(8).split { $0 == " " || $0 == "," } } ?? []
        let state = PrinterState(Set(alerts.compactMap { condition(String($0)) }))
        return Queue(isEnabled: !lines[0].contains(" disabled "), state: state)
    }

    /// Whether a job is in a list of `lpstat -o`.
    static func lists(_ job: String, in output: String) -> Bool {
        output.split(separator: "\n").contains { $0.split(separator: " ").first == Substring(job) }
    }

    // “paused” is missing, since it means the queue and not the printer.
    //
    //  printer-state-reasons keyword, without its severity   condition
    private static let keywords: [String: PrinterCondition] = [
        "media-empty": .paperEnd, "media-needed": .paperEnd, "media-low": .paperNearEnd, "media-jam": .recoverableError, "cover-open": .coverOpen,
        "door-open": .coverOpen, "interlock-open": .coverOpen, "marker-supply-empty": .ribbonEnd, "offline": .offline,
        "shutdown": .offline, "timed-out": .offline, "other": .recoverableError,
    ]

    /// A reason as a condition. Reports and warnings stop nothing, so only what stops nothing anyhow is taken from them.
    private static func condition(_ reason: String) -> PrinterCondition? {
        for (ending, isError) in [("-error", true), ("-warning", false), ("-report", false), ("", true)] where reason.hasSuffix(ending) {
            guard let condition = keywords[String(reason.dropLast(ending.count))] else { continue }
            return isError || !condition.stopsPrinting ? condition : nil
        }
        return nil
    }
}
