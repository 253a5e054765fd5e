public import LoyaltyModel
public import LoyaltyStorage

/// Reads the journal once and then only what was added to it, some thousand links to a view, so that a service at work is not held up.
public actor FigureBook {
    private static let batch = 2000

    private let store: any ReadableStore
    private var figures: JournalFigures

    /// Figures of a store, none read yet.
    public init(store: any ReadableStore, calendar: ClubCalendar) {
        self.store = store
        figures = JournalFigures(calendar: calendar)
    }

    /// The figures up to the journal's last link.
    public func upToDate() async throws -> JournalFigures {
        while true {
            let before = figures
            let after = try await store.read { view in
                var figures = before
                for link in try view.records(from: before.next, limit: Self.batch) { try figures.take(link.record, in: view) }
                return figures
            }
            if after.next == before.next { return after }
            // Somebody else may have read on meanwhile.
            if figures.next == before.next { figures = after }
            try Task.checkCancellation()
        }
    }
}
