import LoyaltyModel

/// What a notice's number says: `birthday.2026-03-02.M1`, `festival.2026-01-01.M1` or `news.2.N1.M1`. The same message always has the same number.
enum NoticePlace {
    case greeting(NoticeOccasion, Day, MemberID)
    case news(NewsID, MemberID)

    /// Reads a number; nil for one that no notice has. News numbers are told from accounts by their length, for both may hold dots.
    init?(_ id: NoticeID) {
        let parts = id.rawValue.split(separator: ".", maxSplits: 2, omittingEmptySubsequences: false)
        guard parts.count == 3, let occasion = NoticeOccasion(rawValue: String(parts[0])) else { return nil }
        if occasion == .news {
            guard let length = Int(parts[1]), length >= 0, parts[2].count > length else { return nil }
            let rest = parts[2].dropFirst(length)
            guard rest.first == "." else { return nil }
            self = .news(NewsID(String(parts[2].prefix(length))), MemberID(String(rest.dropFirst())))
        } else {
            guard let day = Day(String(parts[1])) else { return nil }
            self = .greeting(occasion, day, MemberID(String(parts[2])))
        }
    }

    var id: NoticeID {
        switch self {
        case .greeting(let occasion, let day, let member): NoticeID("\(occasion.rawValue).\(day).\(member)")
        case .news(let news, let member): NoticeID("news.\(news.rawValue.count).\(news).\(member)")
        }
    }

    var member: MemberID {
        switch self {
        case .greeting(_, _, let member), .news(_, let member): member
        }
    }

    var day: Day? { if case .greeting(_, let day, _) = self { day } else { nil } }
    var news: NewsID? { if case .news(let news, _) = self { news } else { nil } }
}
