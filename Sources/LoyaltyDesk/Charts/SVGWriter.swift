/// Writes the elements of an SVG picture: whole numbers for coordinates, every text and attribute escaped, no script and no reference to anything.
struct SVGWriter {
    /// Where a text begins or ends, as the reader reads.
    enum Anchor {
        case start, middle, end
    }

    /// What tells the bars of a chart apart without colour: plain, hatched, dotted, dark, crossed, barred; and again.
    static func fill(_ index: Int) -> String { ["#fff", "url(#hatch)", "url(#dots)", "#222", "url(#cross)", "url(#bars)"][index % 6] }

    private(set) var elements: [String] = []
    private let width: Int
    private let isRightToLeft: Bool

    /// A picture `width` units wide; `isRightToLeft` mirrors it, so that what is drawn at 0 stands at the right edge.
    init(width: Int, isRightToLeft: Bool) {
        self.width = width
        self.isRightToLeft = isRightToLeft
    }

    mutating func rectangle(x: Int, y: Int, width: Int, height: Int, fill: String) {
        let left = isRightToLeft ? self.width - x - width : x
        add("rect", ["x": left, "y": y, "width": width, "height": height], ["fill": fill, "stroke": "#222"])
    }

    mutating func line(from start: (x: Int, y: Int), to end: (x: Int, y: Int), stroke: String) {
        add("line", ["x1": mirrored(start.x), "y1": start.y, "x2": mirrored(end.x), "y2": end.y], ["stroke": stroke])
    }

    /// Straight lines from point to point: whole, dashed, dotted, by `dash`.
    mutating func polyline(_ points: [(x: Int, y: Int)], dash: Int) {
        let places = points.map { "\(mirrored($0.x)),\($0.y)" }.joined(separator: " ")
        let pattern = ["", #" stroke-dasharray="8 4""#, #" stroke-dasharray="2 4""#, #" stroke-dasharray="12 3 2 3""#][dash % 4]
        elements.append(##"<polyline points="\##(places)" fill="none" stroke="#222" stroke-width="2"\##(pattern)/>"##)
    }

    /// A mark on a line, the same for every point of it: a disc, a square, a triangle, a ring.
    mutating func mark(x: Int, y: Int, shape: Int) {
        let x = mirrored(x)
        switch shape % 4 {
        case 0: add("circle", ["cx": x, "cy": y, "r": 4], ["fill": "#222"])
        case 1: add("rect", ["x": x - 4, "y": y - 4, "width": 8, "height": 8], ["fill": "#222"])
        case 2: elements.append(##"<path d="M\##(x) \##(y - 5)l5 9h-10z" fill="#222"/>"##)
        default: add("circle", ["cx": x, "cy": y, "r": 4], ["fill": "#fff", "stroke": "#222"])
        }
    }

    /// A text at its base line; in a right-to-left picture isolated, so that its neighbours do not turn it.
    mutating func text(_ text: String, x: Int, y: Int, size: Int, anchor: Anchor = .start, isBold: Bool = false) {
        let edge =
            switch anchor {
            case .start: isRightToLeft ? "end" : "start"
            case .middle: "middle"
            case .end: isRightToLeft ? "start" : "end"
            }
        let shown = isRightToLeft ? "\u{2067}\(text)\u{2069}" : text
        let weight = isBold ? #" font-weight="bold""# : ""
        elements.append(#"<text x="\#(mirrored(x))" y="\#(y)" font-size="\#(size)" text-anchor="\#(edge)"\#(weight)>\#(Self.escaped(shown))</text>"#)
    }

    /// The whole picture; `title` and `description` are what a screen reader says.
    func document(height: Int, title: String, description: String = "", language: String) -> String {
        """
        <svg xmlns="http://www.w3.org/2000/svg" width="\(width)" height="\(height)" viewBox="0 0 \(width) \(height)" role="img" direction="ltr" \
        xml:lang="\(Self.escaped(language))" font-family="sans-serif" fill="#222">
        <title>\(Self.escaped(title))</title>
        <desc>\(Self.escaped(description))</desc>
        <defs>
        <pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">\
        <rect width="6" height="6" fill="#fff"/><line x1="0" y1="0" x2="0" y2="6" stroke="#222" stroke-width="3"/></pattern>
        <pattern id="dots" width="6" height="6" patternUnits="userSpaceOnUse"><rect width="6" height="6" fill="#fff"/>\
        <circle cx="3" cy="3" r="1.5" fill="#222"/></pattern>
        <pattern id="cross" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="7" height="7" fill="#fff"/>\
        <path d="M0 0V7M0 0H7" stroke="#222" stroke-width="2"/></pattern>
        <pattern id="bars" width="6" height="6" patternUnits="userSpaceOnUse"><rect width="6" height="6" fill="#fff"/>\
        <line x1="0" y1="3" x2="6" y2="3" stroke="#222" stroke-width="2"/></pattern>
        </defs>
        <rect width="\(width)" height="\(height)" fill="#fff"/>
        \(elements.joined(separator: "\n"))
        </svg>

        """
    }

    /// Text as it may stand in an element or a quoted attribute; what XML cannot hold is left out.
    static func escaped(_ text: String) -> String {
        var escaped = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "\"": escaped += "&quot;"
            case "'": escaped += "&#39;"
            case "\t", "\n", "\r": escaped += " "
            case "\u{0}"..<"\u{20}", "\u{FFFE}", "\u{FFFF}": continue
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }

    private func mirrored(_ x: Int) -> Int { isRightToLeft ? width - x : x }

    private mutating func add(_ name: String, _ numbers: KeyValuePairs<String, Int>, _ words: KeyValuePairs<String, String>) {
        let attributes = numbers.map { #"\#($0.key)="\#($0.value)""# } + words.map { #"\#($0.key)="\#(Self.escaped($0.value))""# }
        elements.append("<\(name) \(attributes.joined(separator: " "))/>")
    }
}
