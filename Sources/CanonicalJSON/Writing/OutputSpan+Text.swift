/// Several parts go into room that was made for all of them: most values are a few bytes, and asking for room would cost more than writing.
extension OutputSpan<UInt8> {
    mutating func append(_ word: StaticString) { append(UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount)) }

    mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard let source = bytes.baseAddress else { return }
        precondition(bytes.count <= freeCapacity)
        withUnsafeMutableBufferPointer { room, count in
            guard let start = room.baseAddress else { return }
            (start + count).initialize(from: source, count: bytes.count)
            count += bytes.count
        }
    }
}
