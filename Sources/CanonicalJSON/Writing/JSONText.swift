/// JSON being written by hand, part after part: for the values that are written so often that `Encodable` would be felt.
///
/// Whoever writes an object names its fields in the order of their bytes, as ``JSON`` promises; tests hold each of them to what
/// `Encodable` gives, or to what its reading gives back.
public struct JSONText {
    private(set) var bytes: [UInt8] = []
    /// Why a part could not be written.
    private var fault: (any Error)?

    /// Nothing yet, with room for so many bytes.
    public init(room: Int = 1024) { bytes.reserveCapacity(room) }

    /// All that was written; throws when a part could not be.
    func finished() throws -> [UInt8] {
        if let fault { throw fault }
        return bytes
    }

    /// What has been written so far.
    public var text: String { String(decoding: bytes, as: UTF8.self) }

    /// Begins an object.
    public mutating func beginObject() { bytes.append(UInt8(ascii: "{")) }
    /// Ends an object.
    public mutating func endObject() { bytes.append(UInt8(ascii: "}")) }
    /// Begins a list.
    public mutating func beginList() { bytes.append(UInt8(ascii: "[")) }
    /// Ends a list.
    public mutating func endList() { bytes.append(UInt8(ascii: "]")) }

    /// Makes ready for the next element of a list.
    public mutating func element() {
        if bytes.last != UInt8(ascii: "[") { bytes.append(UInt8(ascii: ",")) }
    }

    /// The name of an object's next field. It has nothing in it that would have to be escaped.
    public mutating func name(_ name: StaticString) {
        let isFirst = bytes.last == UInt8(ascii: "{")
        bytes.append(addingCapacity: name.utf8CodeUnitCount + 4) { room in
            room.append(isFirst ? "\"" : ",\"")
            room.append(name)
            room.append("\":")
        }
    }

    /// The name of an object's next field, whatever characters are in it.
    public mutating func name(_ name: String) {
        if bytes.last != UInt8(ascii: "{") { bytes.append(UInt8(ascii: ",")) }
        write(name)
        bytes.append(UInt8(ascii: ":"))
    }

    /// Some of the text as it stands: names, punctuation and what comes before the next value.
    public mutating func raw(_ part: StaticString) { append(part) }

    /// The last digits of a number that is not negative, with zeros before them where it has fewer; no quotes.
    public mutating func raw(digits number: Int, count: Int) {
        if count > 1 { raw(digits: number / 10, count: count - 1) }
        bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number % 10))
    }

    /// A text in quotes.
    public mutating func write(_ text: String) { JSONEscaping.append(text, to: &bytes) }

    /// A whole number.
    public mutating func write(_ number: Int) {
        // A sign and the 19 figures of `Int.min`; the figures come from the last to the first.
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 20) { room in
            var rest = number.magnitude
            var start = room.count
            repeat {
                start -= 1
                room[start] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
                rest /= 10
            } while rest > 0
            if number < 0 {
                start -= 1
                room[start] = UInt8(ascii: "-")
            }
            let figures = UnsafeBufferPointer(rebasing: room[start...])
            bytes.append(addingCapacity: figures.count) { $0.append(figures) }
        }
    }

    /// True or false.
    public mutating func write(_ truth: Bool) { append(truth ? "true" : "false") }

    /// A value that does not write itself.
    public mutating func write(encoding value: some Encodable) {
        do { bytes += try JSON.bytes(of: value) } catch { fault = fault ?? error }
    }

    /// A list of values that write themselves.
    public mutating func write(_ list: [some JSONWritable]) {
        beginList()
        for index in list.indices {
            element()
            list[index].write(to: &self)
        }
        endList()
    }

    /// A list of texts.
    public mutating func write(_ list: [String]) {
        beginList()
        for text in list {
            element()
            write(text)
        }
        endList()
    }

    /// Null.
    public mutating func writeNull() { append("null") }

    mutating func append(_ word: StaticString) { bytes.append(addingCapacity: word.utf8CodeUnitCount) { $0.append(word) } }
    mutating func append(_ byte: UInt8) { bytes.append(byte) }
    mutating func replace(from start: Int, with part: some Collection<UInt8>) { bytes.replaceSubrange(start..., with: part) }
}

extension JSONText {
    /// A field with a text.
    public mutating func field(_ name: StaticString, _ value: String) {
        self.name(name)
        write(value)
    }

    /// A field with a text; none without one.
    public mutating func field(_ name: StaticString, _ value: String?) {
        if let value { field(name, value) }
    }

    /// A field with a whole number.
    public mutating func field(_ name: StaticString, _ value: Int) {
        self.name(name)
        write(value)
    }

    /// A field with a whole number; none without one.
    public mutating func field(_ name: StaticString, _ value: Int?) {
        if let value { field(name, value) }
    }

    /// A field that is true or false.
    public mutating func field(_ name: StaticString, _ value: Bool) {
        self.name(name)
        write(value)
    }

    /// A field with a value that writes itself.
    public mutating func field(_ name: StaticString, _ value: some JSONWritable) {
        self.name(name)
        value.write(to: &self)
    }

    /// A field with a value that writes itself; none without one.
    public mutating func field(_ name: StaticString, _ value: (some JSONWritable)?) {
        if let value { field(name, value) }
    }

    /// A field with a list.
    public mutating func field(_ name: StaticString, _ list: [some JSONWritable]) {
        self.name(name)
        write(list)
    }

    /// A field with a list of texts.
    public mutating func field(_ name: StaticString, _ list: [String]) {
        self.name(name)
        write(list)
    }
}
