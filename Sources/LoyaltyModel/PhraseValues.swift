/// What stands in the gaps of a sentence, in the order of the gaps' names.
///
/// Every amount carries its sentence and few of them are ever read, so that a list of a handful is made where a dictionary would be felt.
public struct PhraseValues: Sendable, Hashable {
    /// A gap with what stands in it.
    public struct Gap: Sendable, Hashable {
        /// The name of the gap.
        public let name: String
        /// What stands there.
        public let value: PhraseValue
    }

    /// The gaps; no name stands twice.
    public private(set) var gaps: [Gap]

    /// The gaps by their names.
    public init(_ values: [String: PhraseValue]) {
        gaps = values.map { Gap(name: $0, value: $1) }.sorted { $0.name.precedes($1.name) }
    }

    /// The gaps by their names, most quickly where they come in order.
    public init(sorted values: [(name: String, value: PhraseValue)]) {
        gaps = []
        gaps.reserveCapacity(values.count)
        for (name, value) in values { append(value, in: name) }
    }

    private mutating func append(_ value: PhraseValue, in name: String) {
        if let last = gaps.last, !last.name.precedes(name) { put(value, in: name) } else { gaps.append(Gap(name: name, value: value)) }
    }

    /// What stands in a gap; nil where there is no such gap.
    public subscript(name: String) -> PhraseValue? {
        get { gaps.first { $0.name == name }?.value }
        set {
            if let newValue { put(newValue, in: name) } else { gaps.removeAll { $0.name == name } }
        }
    }

    /// Hands out those gaps that are not the same in `other`, in the order of their names; nil for a gap that only `other` has.
    public func forEachGap(unlike other: PhraseValues, _ body: (_ name: String, _ value: PhraseValue?) -> Void) {
        var others = other.gaps[...]
        for gap in gaps {
            while let first = others.first, first.name.precedes(gap.name) {
                body(first.name, nil)
                others.removeFirst()
            }
            let same = others.first?.name == gap.name ? others.popFirst() : nil
            if same != gap { body(gap.name, gap.value) }
        }
        for gap in others { body(gap.name, nil) }
    }

    /// The same with one gap more, or with another value in it.
    public func with(_ name: String, _ value: PhraseValue) -> PhraseValues {
        var values = self
        values.put(value, in: name)
        return values
    }

    private mutating func put(_ value: PhraseValue, in name: String) {
        let place = gaps.firstIndex { !$0.name.precedes(name) } ?? gaps.endIndex
        let gap = Gap(name: name, value: value)
        if place < gaps.endIndex, gaps[place].name == name { gaps[place] = gap } else { gaps.insert(gap, at: place) }
    }
}

extension PhraseValues: ExpressibleByDictionaryLiteral {
    /// Gaps by their names; of two with one name the last counts.
    public init(dictionaryLiteral elements: (String, PhraseValue)...) {
        gaps = []
        gaps.reserveCapacity(elements.count)
        for (name, value) in elements { append(value, in: name) }
    }
}

extension PhraseValues: Codable {
    /// Reads an object with a field for each gap.
    public init(from decoder: any Decoder) throws {
        self.init(try [String: PhraseValue](from: decoder))
    }

    /// Writes an object with a field for each gap.
    public func encode(to encoder: any Encoder) throws {
        try Dictionary(gaps.map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first }).encode(to: encoder)
    }
}

extension String {
    /// Order by code unit, that of the stored form.
    fileprivate func precedes(_ other: String) -> Bool { utf8.lexicographicallyPrecedes(other.utf8) }
}
