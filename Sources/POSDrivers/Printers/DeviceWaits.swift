/// Those who wait for a device to change, each with a time limit.
struct DeviceWaits {
    private var sleepers: [Int: CheckedContinuation<Void, Never>] = [:]
    private var expired: Set<Int> = []
    private var last = 0

    mutating func begin() -> Int {
        last += 1
        return last
    }

    mutating func sleep(_ number: Int, _ continuation: CheckedContinuation<Void, Never>) { sleepers[number] = continuation }

    mutating func wake(_ number: Int) { sleepers.removeValue(forKey: number)?.resume() }

    mutating func wakeAll() {
        for sleeper in sleepers.values { sleeper.resume() }
        sleepers = [:]
    }

    mutating func expire(_ number: Int) {
        expired.insert(number)
        wake(number)
    }

    func isExpired(_ number: Int) -> Bool { expired.contains(number) }

    mutating func end(_ number: Int) {
        wake(number)
        expired.remove(number)
    }
}
