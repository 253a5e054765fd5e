internal import Glibc

/// A buffer for what may be a bank card's: of fixed size, never copied, overwritten with zeros when it is emptied and when it goes.
///
/// It cannot be printed, mirrored, encoded or compared, because it cannot be copied.
public struct SensitiveBytes: ~Copyable {
    private let storage: UnsafeMutableBufferPointer<UInt8>
    /// Bytes in use.
    public private(set) var count = 0

    /// An empty buffer for at most `capacity` bytes.
    public init(capacity: Int) {
        storage = .allocate(capacity: max(capacity, 1))
        storage.initialize(repeating: 0)
    }

    deinit {
        Self.overwrite(storage)
        storage.deallocate()
    }

    /// Bytes it holds at most.
    public var capacity: Int { storage.count }

    /// Puts bytes behind those it has; false, and nothing is put, when they do not all fit.
    public mutating func append(_ bytes: Span<UInt8>) -> Bool {
        guard bytes.count <= capacity - count else { return false }
        for index in 0..<bytes.count { storage[count + index] = bytes[index] }
        count += bytes.count
        return true
    }

    /// Puts one byte behind those it has; false, and nothing is put, when it is full.
    public mutating func append(_ byte: UInt8) -> Bool {
        guard count < capacity else { return false }
        storage[count] = byte
        count += 1
        return true
    }

    /// Takes the bytes from `newCount` on away again and overwrites them.
    mutating func truncate(to newCount: Int) {
        guard newCount < count else { return }
        for index in max(newCount, 0)..<count { storage[index] = 0 }
        count = max(newCount, 0)
    }

    /// Empties the buffer; nothing of its contents remains in it.
    public mutating func wipe() {
        Self.overwrite(storage)
        count = 0
    }

    /// Lends the bytes for the time of the call. What `body` makes of them is its own to guard.
    public borrowing func withSpan<Result, Failure: Error>(_ body: (Span<UInt8>) throws(Failure) -> Result) throws(Failure) -> Result {
        try body(UnsafeBufferPointer(rebasing: storage[0..<count]).span)
    }

    /// Whether all bytes, in use or not, are zero.
    var isZero: Bool { storage.allSatisfy { $0 == 0 } }

    /// `explicit_bzero` rather than a loop: the optimiser may drop stores into memory that is about to be freed.
    private static func overwrite(_ storage: UnsafeMutableBufferPointer<UInt8>) {
        guard let start = storage.baseAddress else { return }
        explicit_bzero(start, storage.count)
    }
}

extension [UInt8] {
    /// Overwrites the bytes where they are, and empties the array. An array that somebody else holds too is theirs to overwrite.
    public mutating func wipe() {
        withUnsafeMutableBytes { bytes in
            if let start = bytes.baseAddress { explicit_bzero(start, bytes.count) }
        }
        removeAll()
    }
}
