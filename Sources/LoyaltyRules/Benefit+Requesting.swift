public import LoyaltyModel

extension Benefit {
    /// Why a request cannot be made as things are, from what the dealer has said; what was not said is the examiner's to find out (KM-15 … KM-17).
    public func objection(to circumstances: BenefitRequest.Circumstances, on day: Day, calendar: ClubCalendar) -> Trouble? {
        for condition in conditions {
            switch condition.need {
            case .paidInFull:
                if circumstances.invitation == true, circumstances.paidInFull == false { return Trouble(.requestNeedsPayment, field: "paid_in_full") }
            case .beforeDue(let months, let window):
                guard circumstances.invitation != true, let due = circumstances.dueDate else { continue }
                if let trouble = window.objection(to: day, opening: calendar.adding(months: -months, to: due), due: due) { return trouble }
            case .announcedTime:
                if let from = circumstances.announcedFrom, day < from { return Trouble(.requestTooEarly, ["day": .day(from)]) }
                if let through = circumstances.announcedThrough, day > through { return Trouble(.requestTooLate, ["day": .day(through)]) }
            case .schemeCapacity(let isFilled):
                if let filled = circumstances.scheme?.capacityFilled, filled != isFilled { return Trouble(.schemeNotOpen, field: "scheme") }
            }
        }
        return nil
    }
}

extension RequestCondition.Window {
    /// The three readings of “one month before the due date” (A-KM-8).
    fileprivate func objection(to day: Day, opening: Day, due: Day) -> Trouble? {
        let first = self == .notLater ? nil : opening
        let last = self == .fromThenOn ? due : opening
        if let first, day < first { return Trouble(.requestTooEarly, ["day": .day(first)], field: "due_date") }
        return day > last ? Trouble(.requestTooLate, ["day": .day(last)], field: "due_date") : nil
    }
}
