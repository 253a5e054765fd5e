/// Prometheus' text format, 0.0.4: a line for each number.
struct MetricsText {
    enum Kind: String {
        case counter, gauge, histogram
    }

    private(set) var text = ""

    /// Says what the lines of a name are.
    mutating func describe(_ name: String, _ kind: Kind, _ help: String) { text += "# HELP \(name) \(help)\n# TYPE \(name) \(kind.rawValue)\n" }

    /// One number.
    mutating func line(_ name: String, _ labels: [(String, String)] = [], _ value: String) {
        let labels = labels.map { "\($0.0)=\"\(Self.escaped($0.1))\"" }.joined(separator: ",")
        text += "\(name)\(labels.isEmpty ? "" : "{\(labels)}") \(value)\n"
    }

    /// The buckets, each with all that the ones below it hold, the sum in seconds and the count.
    mutating func histogram(_ name: String, _ labels: [(String, String)], _ times: ServiceMetrics.Times) {
        var sum = 0
        let bounds = ServiceMetrics.Times.bounds.map { Self.seconds(nanoseconds: $0 * 1_000_000) } + ["+Inf"]
        for (bound, count) in zip(bounds, times.buckets) {
            sum += count
            line(name + "_bucket", labels + [("le", bound)], "\(sum)")
        }
        line(name + "_sum", labels, Self.seconds(nanoseconds: times.nanoseconds))
        line(name + "_count", labels, "\(sum)")
    }

    /// Seconds as a decimal, without zeros at its end.
    static func seconds(nanoseconds: Int) -> String {
        let fraction = String(String(1_000_000_000 + nanoseconds % 1_000_000_000).dropFirst())
        let kept = String(fraction.reversed().drop { $0 == "0" }.reversed())
        return "\(nanoseconds / 1_000_000_000)" + (kept.isEmpty ? "" : "." + kept)
    }

    private static func escaped(_ text: String) -> String {
        text.map { character in
            switch character {
            case "\\": "\\\\"
            case "\"": "\\\""
            case "\n": "\\n"
            default: String(character)
            }
        }.joined()
    }
}
