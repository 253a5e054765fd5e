import LoyaltyModel

/// A part of a list: at most so many, and only those behind one that was seen before.
public struct ListPage: Sendable, Hashable {
    /// 1 and up.
    public let limit: Int
    /// The number of the last one seen; nil from the beginning.
    public let after: String?

    /// A part of a list.
    public init(limit: Int, after: String? = nil) {
        self.limit = limit
        self.after = after
    }

    /// The part, and the number of its last where more follow.
    ///
    /// One that was seen and has left the list since, as a complaint that was settled, cannot be gone on from: the list has to be begun again.
    func part<Item>(of items: [Item], number: (Item) -> String) throws(Trouble) -> (items: [Item], next: String?) {
        var start = 0
        if let after {
            guard let index = items.firstIndex(where: { number($0) == after }) else {
                throw Trouble(.fieldWrong, field: "after", detail: "that one is not in the list any more; begin the list again")
            }
            start = index + 1
        }
        let part = Array(items[start...].prefix(limit))
        return (part, start + part.count < items.count ? part.last.map(number) : nil)
    }
}

extension ListPage {
    /// An answer with a part of its list, and the number to go on from.
    fileprivate func cut<Answer, Item>(
        _ answer: Answer, _ list: WritableKeyPath<Answer, [Item]>, _ next: WritableKeyPath<Answer, String?>, number: (Item) -> String
    ) throws -> Answer {
        var answer = answer
        (answer[keyPath: list], answer[keyPath: next]) = try part(of: answer[keyPath: list], number: number)
        return answer
    }
}

extension StatementAnswer {
    /// A part of the entries; the balances stay those of the whole account.
    public func part(_ page: ListPage?) throws -> Self { try page?.cut(self, \.entries, \.next) { $0.id.rawValue } ?? self }
}

extension FeedbackListAnswer {
    /// A part of the words.
    public func part(_ page: ListPage?) throws -> Self { try page?.cut(self, \.feedback, \.next) { $0.feedback.rawValue } ?? self }
}

extension DayVisitsAnswer {
    /// A part of the visits; the counts stay those of the whole day.
    public func part(_ page: ListPage?) throws -> Self { try page?.cut(self, \.visits, \.next) { $0.visit.rawValue } ?? self }
}

extension NoticeListAnswer {
    /// A part of the messages.
    public func part(_ page: ListPage?) throws -> Self { try page?.cut(self, \.notices, \.next) { $0.notice.rawValue } ?? self }
}

/// Card jobs that are not over.
public struct CardJobListAnswer: Codable, Sendable, Hashable {
    /// The jobs, oldest first.
    public private(set) var jobs: [CardJobAnswer]
    /// What the next part comes after; absent at the end, and in the whole list.
    public private(set) var next: String?

    /// A list of jobs.
    public init(jobs: [CardJobAnswer]) { self.jobs = jobs }

    /// A part of the jobs.
    public func part(_ page: ListPage?) throws -> Self { try page?.cut(self, \.jobs, \.next) { $0.job.rawValue } ?? self }
}
