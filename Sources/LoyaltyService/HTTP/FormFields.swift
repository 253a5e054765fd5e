import Foundation

/// The fields of a form that a page posted (WHATWG URL, 5.1).
struct FormFields {
    private var values: [String: String] = [:]

    init(_ body: String) {
        for pair in body.split(separator: "&") {
            let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map { part in
                String(part.map { $0 == "+" ? " " : $0 }).removingPercentEncoding ?? ""
            }
            values[parts[0]] = parts.count > 1 ? parts[1] : ""
        }
    }

    /// A field; empty when it was not sent.
    subscript(name: String) -> String { values[name] ?? "" }
}
