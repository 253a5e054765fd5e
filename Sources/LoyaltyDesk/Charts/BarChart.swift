public import LoyaltyModel
import LoyaltyWording

/// Groups of horizontal bars, each with its number beside it: readable in black and white, in print, and in either direction of writing.
public struct BarChart: Sendable, Hashable {
    /// A group of bars.
    public struct Group: Sendable, Hashable {
        /// What it is about.
        public let name: String
        /// One number for each series; negative ones have no bar.
        public let values: [Int]

        /// A group.
        public init(name: String, values: [Int]) {
            self.name = name
            self.values = values
        }
    }

    /// The headline.
    public let title: String
    /// Lines below it.
    public let remarks: [String]
    /// What the numbers count.
    public let axis: String
    /// What the bars of a group are, in order, told apart by their pattern.
    public let series: [String]
    /// The groups, from the top.
    public let groups: [Group]
    /// What money is counted in, where the numbers are minor units; nil where they are counts.
    public let currency: Currency?
    /// The language of digits and direction.
    public let language: Language

    /// A chart.
    public init(
        title: String, remarks: [String] = [], axis: String, series: [String], groups: [Group], currency: Currency? = nil, language: Language
    ) {
        self.title = title
        self.remarks = remarks
        self.axis = axis
        self.series = series
        self.groups = groups
        self.currency = currency
        self.language = language
    }

    private static let width = 720
    private static let margin = 24
    private static let labels = 168
    private static let bar = 16

    /// Room for a number beside the longest bar.
    private var numbers: Int { currency == nil ? 96 : 176 }

    /// The picture, SVG 1.1.
    public var svg: String {
        var writer = SVGWriter(width: Self.width, isRightToLeft: language == .persian)
        var y = 40
        writer.text(title, x: Self.margin, y: y, size: 20, isBold: true)
        y += 6
        for remark in remarks {
            y += 20
            writer.text(remark, x: Self.margin, y: y, size: 13)
        }
        y += 18
        for (index, name) in series.enumerated() {
            writer.rectangle(x: Self.margin, y: y, width: 28, height: 12, fill: SVGWriter.fill(index))
            writer.text(name, x: Self.margin + 36, y: y + 11, size: 13)
            y += 20
        }
        y += 10
        draw(in: &writer, from: &y)
        return writer.document(height: y, title: title, description: ([axis] + series).joined(separator: ", "), language: language.rawValue)
    }

    private func draw(in writer: inout SVGWriter, from y: inout Int) {
        let scale = ChartScale(largest: groups.flatMap(\.values).max() ?? 0, length: Self.width - Self.margin - Self.labels - numbers)
        let catalogue = Catalogue(language)
        let height = groups.count * (series.count * (Self.bar + 3) + 14)
        for tick in scale.ticks {
            let x = Self.labels + scale.length(of: tick)
            writer.line(from: (x, y), to: (x, y + height), stroke: "#bbb")
            // Amounts are long: the ends of the axis say enough.
            guard currency == nil || tick == scale.ticks.last || tick == 0 else { continue }
            writer.text(text(tick, catalogue), x: x, y: y + height + 16, size: 12, anchor: .middle)
        }
        let bottom = y + height
        y += 7
        for group in groups {
            writer.text(group.name, x: Self.margin, y: y + series.count * (Self.bar + 3) / 2 + 4, size: Self.size(of: group.name))
            for (index, value) in group.values.enumerated() {
                let length = scale.length(of: value)
                writer.rectangle(x: Self.labels, y: y, width: length, height: Self.bar, fill: SVGWriter.fill(index))
                writer.text(text(value, catalogue), x: Self.labels + length + 6, y: y + 13, size: 13)
                y += Self.bar + 3
            }
            y += 14
        }
        writer.text(axis, x: Self.labels, y: bottom + 36, size: 13)
        y = bottom + 56
    }

    /// The size at which a name fits before the axis: 14, or less for a long one. Ideographs are taken for square, other letters for narrower than they are high.
    private static func size(of name: String) -> Int {
        let width = name.unicodeScalars.reduce(0) { $0 + ($1.value >= 0x2E80 ? 14 : 8) }
        let room = labels - margin - 8
        return width <= room ? 14 : max(8, 14 * room / width)
    }

    private func text(_ value: Int, _ catalogue: Catalogue) -> String {
        currency.map { catalogue.format(Money(minor: value), $0) } ?? catalogue.format(value)
    }
}

/// An axis from 0 to a round number at or above the largest value.
struct ChartScale {
    /// Round numbers, a round step apart: six at the most.
    let ticks: [Int]
    private let top: Int
    private let pixels: Int

    init(largest: Int, length: Int) {
        let largest = max(1, min(largest, .max / 16))
        var step = 1
        while largest / step >= 5 && largest > step * 5 {
            // 1, 2, 5, 10, 20, 50 …
            step = String(step).hasPrefix("2") ? step / 2 * 5 : step * 2
        }
        let count = (largest + step - 1) / step
        ticks = (0...count).map { $0 * step }
        top = count * step
        pixels = length
    }

    /// How long a bar is: rounded down, none below zero, all of it from the end of the axis on.
    func length(of value: Int) -> Int {
        guard value > 0 else { return 0 }
        guard value < top else { return pixels }
        return top.dividingFullWidth(value.multipliedFullWidth(by: pixels)).quotient
    }
}
