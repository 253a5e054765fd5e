public import LoyaltyModel
import LoyaltyWording

/// Numbers by month, as columns in layers or as lines, above a table of every number: readable in black and white, and in either direction of writing.
public struct MonthChart: Sendable, Hashable {
    /// How the numbers of a month stand to each other.
    public enum Form: Sendable, Hashable {
        /// They are parts of a whole, and stand on each other.
        case layers
        /// They are compared.
        case lines
    }

    /// Numbers of one kind.
    public struct Series: Sendable, Hashable {
        /// What they count.
        public let name: String
        /// One for each month; negative ones are drawn at the axis.
        public let values: [Int]

        /// Numbers of one kind.
        public init(name: String, values: [Int]) {
            self.name = name
            self.values = values
        }
    }

    /// The headline.
    public let title: String
    /// How the numbers stand to each other.
    public let form: Form
    /// The months, in order, as the reader writes them.
    public let months: [String]
    /// The kinds of numbers, the lowest layer first.
    public let series: [Series]
    /// The language of digits and direction.
    public let language: Language

    /// A chart of the last twelve of the months.
    public init(title: String, form: Form, months: [String], series: [Series], language: Language) {
        self.title = title
        self.form = form
        self.months = Array(months.suffix(Self.most))
        self.series = series.map { Series(name: $0.name, values: Array($0.values.suffix(Self.most))) }
        self.language = language
    }

    private static let most = 12
    private static let width = 1040
    private static let margin = 16
    private static let labels = 190
    private static let plot = 220
    private static let row = 22

    private var column: Int { (Self.width - Self.labels - Self.margin) / max(1, months.count) }

    /// The picture, SVG 1.1.
    public var svg: String {
        let catalogue = Catalogue(language)
        var writer = SVGWriter(width: Self.width, isRightToLeft: language.isRightToLeft)
        writer.text(title, x: Self.margin, y: 32, size: 20, isBold: true)
        let top = 56
        let floor = top + Self.plot
        let scale = ChartScale(largest: largest, length: Self.plot)
        for tick in scale.ticks {
            let y = floor - scale.length(of: tick)
            writer.line(from: (Self.labels, y), to: (Self.width - Self.margin, y), stroke: "#ccc")
            writer.text(catalogue.format(tick), x: Self.labels - 8, y: y + 4, size: 12, anchor: .end)
        }
        switch form {
        case .layers: drawLayers(in: &writer, floor, scale)
        case .lines: drawLines(in: &writer, floor, scale)
        }
        let height = drawTable(in: &writer, from: floor + 20, catalogue)
        let description = series.map(\.name).joined(separator: ", ")
        return writer.document(height: height, title: title, description: description, language: language.rawValue)
    }

    private var largest: Int {
        switch form {
        case .layers: months.indices.map { month in series.reduce(0) { $0.clampedAdding(max(0, $1.values[month])) } }.max() ?? 0
        case .lines: series.flatMap(\.values).max() ?? 0
        }
    }

    private func middle(_ month: Int) -> Int { Self.labels + month * column + column / 2 }

    private func drawLayers(in writer: inout SVGWriter, _ floor: Int, _ scale: ChartScale) {
        let width = min(44, column * 2 / 3)
        for month in months.indices {
            var below = 0
            for (index, one) in series.enumerated() {
                let (foot, head) = (scale.length(of: below), scale.length(of: below.clampedAdding(max(0, one.values[month]))))
                below.addClamped(max(0, one.values[month]))
                guard head > foot else { continue }
                writer.rectangle(x: middle(month) - width / 2, y: floor - head, width: width, height: head - foot, fill: SVGWriter.fill(index))
            }
        }
    }

    private func drawLines(in writer: inout SVGWriter, _ floor: Int, _ scale: ChartScale) {
        for (index, one) in series.enumerated() {
            let points = one.values.enumerated().map { (x: middle($0), y: floor - scale.length(of: $1)) }
            writer.polyline(points, dash: index)
            for point in points { writer.mark(x: point.x, y: point.y, shape: index) }
        }
    }

    /// Every number under its month, each row led by the sign that its series is drawn with; the bottom of it.
    private func drawTable(in writer: inout SVGWriter, from top: Int, _ catalogue: Catalogue) -> Int {
        let numbers = series.map { $0.values.map { catalogue.format($0) } }
        let longest = max(7, (numbers.flatMap(\.self) + months).map(\.count).max() ?? 0)
        let size = min(13, max(7, column * 16 / (longest * 10)))
        var y = top
        for (month, name) in months.enumerated() { writer.text(name, x: middle(month), y: y, size: size, anchor: .middle) }
        // The topmost layer stands in the topmost row.
        for (index, one) in form == .layers ? Array(series.enumerated()).reversed() : Array(series.enumerated()) {
            y += Self.row
            writer.line(from: (Self.margin, y - 15), to: (Self.width - Self.margin, y - 15), stroke: "#ddd")
            switch form {
            case .layers: writer.rectangle(x: Self.margin, y: y - 11, width: 24, height: 12, fill: SVGWriter.fill(index))
            case .lines:
                writer.polyline([(Self.margin, y - 4), (Self.margin + 26, y - 4)], dash: index)
                writer.mark(x: Self.margin + 13, y: y - 4, shape: index)
            }
            writer.text(one.name, x: Self.margin + 34, y: y, size: 13)
            for (month, number) in numbers[index].enumerated() { writer.text(number, x: middle(month), y: y, size: size, anchor: .middle) }
        }
        return y + 16
    }
}
