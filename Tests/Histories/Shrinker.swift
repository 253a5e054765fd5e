/// Makes a history that breaks a promise as short as it can: leaves out one event after the other while it still breaks one.
struct Shrinker {
    let trial: HistoryTrial

    func shrunk(_ lines: [String]) async -> (lines: [String], promise: String)? {
        guard var promise = await broken(by: lines) else { return nil }
        var shortest = lines
        var index = 0
        while index < shortest.count {
            var shorter = shortest
            shorter.remove(at: index)
            if let still = await broken(by: shorter) {
                shortest = shorter
                promise = still
            } else {
                index += 1
            }
        }
        return (shortest, promise)
    }

    private func broken(by lines: [String]) async -> String? {
        do {
            try await trial.run(lines)
            return nil
        } catch let broken as Broken { return broken.promise } catch { return "\(error)" }
    }
}
