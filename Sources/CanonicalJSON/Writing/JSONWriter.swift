/// JSON as `Encodable` values write it, in one pass: the fields of an object are put in order when it is closed, and only where they did not come in order.
final class JSONWriter {
    private var state = State()

    /// How many objects and lists are open.
    var depth: Int { state.levels.count }

    /// All that was written, closed.
    func finished() throws -> [UInt8] {
        state.close(downTo: 0)
        if state.hasLateWriter { throw State.late }
        return try state.text.finished()
    }

    /// A value with all that is in it; one that writes nothing is null.
    func write(_ value: some Encodable) throws {
        if let value = value as? any JSONWritable { return value.write(to: &state.text) }
        let depth = depth
        let start = state.text.bytes.count
        try value.encode(to: JSONValueEncoder(writer: self, depth: depth))
        state.finish(from: start, downTo: depth)
    }

    func writeNull() { state.text.writeNull() }
    func write(_ value: Bool) { state.text.write(value) }
    func write(_ value: String) { state.text.write(value) }
    func write(number: Int) { state.text.write(number) }
    func write(number: some FixedWidthInteger) { state.write(number: number) }

    /// Opens an object or list, or goes on with the one that is open at `depth`; its serial, or 0 when what is open there is of the other kind.
    func open(isObject: Bool, at depth: Int) -> Int { state.open(isObject: isObject, at: depth) }

    /// Makes ready for the next element of the list opened as `serial` at `depth`.
    func beginElement(of serial: Int, at depth: Int) throws { try state.beginElement(of: serial, at: depth) }

    /// Makes ready for a field of the object opened as `serial` at `depth`.
    func beginField(_ name: String, of serial: Int, at depth: Int) throws { try state.beginField(name, of: serial, at: depth) }

    /// Notes that somebody wants to write where nothing can be written any more and cannot be told now.
    func refuseLateWriter() { state.hasLateWriter = true }
}

/// What is written and what is open.
private struct State {
    /// An object or list that is still being filled.
    struct Level {
        /// Tells it from an earlier one at the same depth.
        let serial: Int
        /// Where its content begins.
        let start: Int
        let isObject: Bool
        /// Where its fields begin among those of all open objects.
        let firstField: Int
        var count = 0
        var isSorted = true
    }

    /// A field of an open object.
    struct Field {
        /// Where the quote before its name stands.
        let start: Int
        let name: String
    }

    var text = JSONText()
    var levels: [Level] = []
    var fields: [Field] = []
    var lastSerial = 0
    var hasLateWriter = false

    mutating func write(number: some FixedWidthInteger) {
        for digit in String(number).utf8 { text.append(digit) }
    }

    mutating func open(isObject: Bool, at depth: Int) -> Int {
        if levels.count > depth { return levels[depth].isObject == isObject ? levels[depth].serial : 0 }
        lastSerial += 1
        if isObject { text.beginObject() } else { text.beginList() }
        levels.append(Level(serial: lastSerial, start: text.bytes.count, isObject: isObject, firstField: fields.count))
        return lastSerial
    }

    mutating func beginElement(of serial: Int, at depth: Int) throws {
        try goOn(with: serial, at: depth)
        separate(at: depth)
    }

    mutating func beginField(_ name: String, of serial: Int, at depth: Int) throws {
        try goOn(with: serial, at: depth)
        separate(at: depth)
        if levels[depth].isSorted, levels[depth].count > 1, let last = fields.last, !last.name.utf8Precedes(name) { levels[depth].isSorted = false }
        fields.append(Field(start: text.bytes.count, name: name))
        text.write(name)
        text.append(UInt8(ascii: ":"))
    }

    mutating func finish(from start: Int, downTo depth: Int) {
        close(downTo: depth)
        if text.bytes.count == start { text.writeNull() }
    }

    mutating func close(downTo depth: Int) {
        while let level = levels.last, levels.count > depth {
            levels.removeLast()
            if !level.isSorted { sortFields(of: level) }
            fields.removeSubrange(level.firstField...)
            if level.isObject { text.endObject() } else { text.endList() }
        }
    }

    private mutating func goOn(with serial: Int, at depth: Int) throws {
        guard levels.count > depth, levels[depth].serial == serial else { throw Self.late }
        if levels.count > depth + 1 { close(downTo: depth + 1) }
    }

    private mutating func separate(at depth: Int) {
        if levels[depth].count > 0 { text.append(UInt8(ascii: ",")) }
        levels[depth].count += 1
    }

    private mutating func sortFields(of level: Level) {
        let end = text.bytes.count
        let order = (level.firstField..<fields.count).sorted { fields[$0].name.utf8Precedes(fields[$1].name) }
        var sorted: [UInt8] = []
        sorted.reserveCapacity(end - level.start)
        for index in order {
            if !sorted.isEmpty { sorted.append(UInt8(ascii: ",")) }
            sorted.append(contentsOf: text.bytes[fields[index].start..<(index + 1 < fields.count ? fields[index + 1].start - 1 : end)])
        }
        text.replace(from: level.start, with: sorted)
    }

    static let late = EncodingError.invalidValue(
        "container", EncodingError.Context(codingPath: [], debugDescription: "an object or list is written to after the next one was begun"))
}

extension String {
    /// Order by UTF-8 bytes.
    fileprivate func utf8Precedes(_ other: String) -> Bool {
        var (left, right) = (self, other)
        return left.withUTF8 { left in
            right.withUTF8 { right in
                for index in 0..<min(left.count, right.count) where left[index] != right[index] { return left[index] < right[index] }
                return left.count < right.count
            }
        }
    }
}
