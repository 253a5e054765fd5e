/// One element of an SVG file: what a face needs to know of it.
struct SVGElement: Sendable {
    /// The name without its namespace's prefix.
    let name: String
    /// Attributes as written, prefixes kept.
    let attributes: [String: String]
    /// The elements around it, the outermost first, by their place in the list.
    let ancestors: [Int]
    /// Where it begins in the file, counted from 1.
    let line: Int
    /// The text directly inside.
    var text = ""

    var id: String? { attributes["id"] }

    /// What it is called: what Inkscape's layer or object panel shows, else the id.
    var label: String? { attributes["inkscape:label"] ?? id }

    /// For faults: the id, or the element and its line.
    var address: String { id ?? "<\(name)> in line \(line)" }

    /// A value from the attribute of that name or from `style`.
    func property(_ name: String) -> String? {
        if let value = attributes[name] { return value }
        for part in attributes["style"]?.split(separator: ";") ?? [] {
            let pair = part.split(separator: ":", maxSplits: 1)
            if pair.count == 2, pair[0].trimmed == name { return pair[1].trimmed }
        }
        return nil
    }
}

extension Substring {
    /// Without white space at both ends.
    fileprivate var trimmed: String {
        String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    }
}
