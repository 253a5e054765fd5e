import PointOfService

/// Which of a reader's events go on: not what was read before the reader was claimed, and not the same card twice.
struct ReadGate {
    private let settings: ReaderSettings
    private var opened = Duration.zero
    /// A report that began too early has not ended.
    private var isMidwayInStale = false
    private var last: (event: CardEvent, at: Duration)?

    init(settings: ReaderSettings) { self.settings = settings }

    /// The reader is claimed.
    mutating func open(at instant: Duration) { opened = instant }

    /// Whether what comes now was read before.
    func isSettling(at instant: Duration) -> Bool { instant - opened < settings.settling }

    /// Whether an event goes on; `isStale` where bytes of it came too early. What a disabled device throws away was not handed over.
    mutating func lets(_ event: CardEvent, at instant: Duration, isStale: Bool, isEnabled: Bool) -> Bool {
        if case .fault = event { return true }
        guard !isStale, !isMidwayInStale else { return false }
        guard event.isSwipedCard else { return true }
        if let last, last.event == event, instant - last.at < settings.repeats { return false }
        if isEnabled { last = (event, instant) }
        return true
    }

    /// Between two transfers.
    mutating func rest(isMidway: Bool, isStale: Bool) { isMidwayInStale = isMidway && (isMidwayInStale || isStale) }
}

extension CardEvent {
    /// A card that was read on a stripe, whatever came of it; not a swipe to be repeated.
    fileprivate var isSwipedCard: Bool {
        switch self {
        case .number(let read): read.entry == .swiped
        case .foreign(_, let entry), .refused(_, let entry): entry == .swiped
        case .retry, .fault: false
        }
    }
}
