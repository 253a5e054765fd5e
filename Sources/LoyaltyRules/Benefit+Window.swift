public import LoyaltyModel

/// The days between which a benefit may be asked for, both included; nil where no day bounds it.
public struct RequestWindow: Sendable, Hashable {
    /// The first day.
    public var from: Day?
    /// The last day: by then it has to be decided, too.
    public var through: Day?

    /// Days without bounds.
    public init() {}
}

extension Benefit {
    /// When a request may be made, from what the dealer has said: the narrowest of the rows that hang on a day (KM-15 … KM-17, A-KM-8).
    public func window(for circumstances: BenefitRequest.Circumstances, calendar: ClubCalendar) -> RequestWindow {
        var window = RequestWindow()
        for condition in conditions {
            switch condition.need {
            case .beforeDue(let months, let reading):
                guard circumstances.invitation != true, let due = circumstances.dueDate else { continue }
                let opening = calendar.adding(months: -months, to: due)
                window.narrow(from: reading == .notLater ? nil : opening, through: reading == .fromThenOn ? due : opening)
            case .announcedTime: window.narrow(from: circumstances.announcedFrom, through: circumstances.announcedThrough)
            case .paidInFull, .schemeCapacity: continue
            }
        }
        return window
    }
}

extension RequestWindow {
    fileprivate mutating func narrow(from first: Day?, through last: Day?) {
        if let first { from = from.map { max($0, first) } ?? first }
        if let last { through = through.map { min($0, last) } ?? last }
    }
}
