/// Values that are dear to make, the last few of them.
struct RecentlyUsed<Key: Hashable, Value> {
    private let most: Int
    private var values: [Key: (value: Value, use: Int)] = [:]
    private var uses = 0

    /// Keeps at most this many.
    init(most: Int) { self.most = most }

    /// The value kept for a key, or one made now; the one that was longest not asked for makes room.
    mutating func value(for key: Key, make: () throws -> Value) rethrows -> Value {
        uses += 1
        if let known = values[key]?.value {
            values[key]?.use = uses
            return known
        }
        let value = try make()
        if values.count >= most, let oldest = values.min(by: { $0.value.use < $1.value.use })?.key { values[oldest] = nil }
        values[key] = (value, uses)
        return value
    }
}
