import CardFormats

/// Transfers for a decoder in one piece of memory, written digit by digit and overwritten afterwards, so that the test itself leaves no copy of a number behind.
struct Tape: ~Copyable {
    private let memory = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: 8192)
    private(set) var count = 0
    private var ends: [Int] = []

    deinit { memory.deallocate() }

    mutating func put(_ byte: UInt8) {
        memory[count] = byte
        count += 1
    }

    mutating func put(_ text: StaticString) {
        for index in 0..<text.utf8CodeUnitCount { put(text.utf8Start[index]) }
    }

    mutating func zeros(_ number: Int) {
        for _ in 0..<max(0, number) { put(0) }
    }

    /// Sixteen digits.
    mutating func put(number: UInt64) {
        var divisor: UInt64 = 1_000_000_000_000_000
        while divisor > 0 {
            put(UInt8(0x30 + number / divisor % 10))
            divisor /= 10
        }
    }

    /// The byte at a place, and the same changed.
    subscript(index: Int) -> UInt8 {
        get { memory[index] }
        set { memory[index] = newValue }
    }

    /// Ends a transfer.
    mutating func end() { ends.append(count) }

    /// Hands every transfer over, then overwrites all.
    mutating func play(to decoder: inout ReaderDecoder) -> [DecodedEvent] {
        var events: [DecodedEvent] = []
        var start = 0
        for end in ends {
            events += decoder.receive(UnsafeBufferPointer(rebasing: memory[start..<end]).span)
            start = end
        }
        for index in 0..<count { memory[index] = 0 }
        (count, ends) = (0, [])
        return events + decoder.finish()
    }
}
