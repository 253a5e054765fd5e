public import LoyaltyModel

/// A greeting that is due to a member on a day.
public struct DueGreeting: Sendable, Hashable {
    /// The words, in the club's or in the catalogue's.
    public enum Words: Sendable, Hashable {
        case published(Wording)
        case phrase(Phrase)
    }

    /// The row of the table.
    public let rule: RuleID
    /// Birthday or festival.
    public let occasion: NoticeOccasion
    /// What it says.
    public let words: Words
}

extension Programme {
    /// The greetings due on `day` to a member who has agreed to them, whatever the tier (SH-14). Several festivals of one day are one greeting.
    public func greetings(for member: Member, on day: Day) -> [DueGreeting] {
        desk.notices.compactMap { rule in
            guard member.profile.agrees(to: rule.occasion) else { return nil }
            switch rule.occasion {
            case .birthday:
                guard let birthday = member.profile.birthday, birthdays.isKept(birthday: birthday, on: day) else { return nil }
                return greeting(rule, Phrase(.noticeBirthday, ["club": .words(name)]))
            case .festival:
                guard let festival = extra?.festivals.value?.first(where: { $0.falls(on: day) }) else { return nil }
                return greeting(rule, Phrase(.noticeFestival, ["festival": .words(festival.name), "club": .words(name)]))
            case .news: return nil
            }
        }
    }

    private func greeting(_ rule: NoticeRule, _ phrase: Phrase) -> DueGreeting {
        DueGreeting(rule: rule.rule, occasion: rule.occasion, words: rule.text.map { .published($0) } ?? .phrase(phrase))
    }

    /// The tiers that get messages of an occasion: those of the benefit in the same row (KM-12); nil where the table names none.
    public func tiers(thatGet occasion: NoticeOccasion) -> Set<TierID>? {
        guard let rule = desk.notices.first(where: { $0.occasion == occasion })?.rule else { return nil }
        let rows = benefits.filter { $0.rule == rule }
        return rows.isEmpty ? nil : rows.reduce(into: []) { $0.formUnion($1.tiers) }
    }
}

extension Profile {
    /// Whether the member has agreed to messages of an occasion and not taken it back.
    public func agrees(to occasion: NoticeOccasion) -> Bool { agreesTo?.contains(occasion) ?? false }
}

extension Programme {
    /// The calendar a birthday comes round in: that of the birthday's discount (A-SH-5), else the club's own.
    private var birthdays: BirthdayCalendar {
        if let extra { return extra.birthday }
        return switch calendar.system {
        case .gregorian: .gregorian
        case .iranian: .iranian
        }
    }
}
