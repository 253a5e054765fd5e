/// What one event has added under a handful of keys: looked through more quickly than a dictionary is made.
struct FewEntries<Key: Equatable, Value> {
    private(set) var all: [(key: Key, value: Value)] = []

    /// The value under a key; nil where nothing was added. Setting nil is no removal: nothing happens.
    subscript(key: Key) -> Value? {
        get { all.first { $0.key == key }?.value }
        set {
            guard let newValue else { return }
            if let place = all.firstIndex(where: { $0.key == key }) { all[place].value = newValue } else { all.append((key, newValue)) }
        }
    }
}
