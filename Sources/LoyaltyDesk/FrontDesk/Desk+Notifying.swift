public import LoyaltyModel
import LoyaltyRules
import LoyaltyStorage

extension Desk {
    /// The messages of a day: greetings and news that are due to members who have agreed to them, and those already sent
    /// (SH-14, SH-15, CI-06, KM-12). Today's when `day` is nil. Nothing is sent here: the shop sends, and marks each as sent.
    public func notices(on day: Day?, _ context: DeskContext) async throws -> NoticeListAnswer {
        let day = day ?? self.day(of: context)
        return try await store.read { view in
            let sent = try view.documents(Notice.self, from: day, through: day)
            let done = Set(sent.map(\.id))
            var notices = try sent.map { NoticeAnswer($0, of: try view.member($0.member)?.profile) }
            let news = try view.documents(News.self, from: day, through: day)
            try self.forEachMember(in: view) { member in
                notices += try self.due(to: member, on: day, news: news, at: context.at, in: view).filter { !done.contains($0.notice) }
            }
            return NoticeListAnswer(day: day, notices: notices.sorted { $0.notice < $1.notice })
        }
    }

    /// Notes that a message was sent, so that it is due no more. Refused when it is not due: the member may just have taken the consent back.
    public func markSent(_ id: NoticeID, _ request: SentRequest, _ context: DeskContext) async throws -> Reply {
        let keyed = try Keyed("notice", subject: id.rawValue, content: request, clash: .recordClosed)
        return try await store.write { transaction in
            try transaction.once(keyed, key: context.key) {
                guard let place = NoticePlace(id), let member = try transaction.member(place.member) else { throw Trouble(.recordUnknown, field: "notice") }
                let news = try place.news.map { [try self.kept($0, News.self, in: transaction)] } ?? []
                guard let day = place.day ?? news.first?.day,
                    let due = try self.due(to: member, on: day, news: news, at: context.at, in: transaction).first(where: { $0.notice == id })
                else { throw Trouble(.noticeNotDue, field: "notice") }
                let notice = Notice(
                    id: id, member: member.id, occasion: due.occasion, day: day, sentAt: context.at,
                    sentBy: try WrittenText(line: request.by, field: "by").text, text: due.text)
                try self.note(notice, .closed, context, in: transaction)
                return SentNoticeAnswer(notice: id, state: .sent, sentAt: notice.sentAt)
            }
        }
    }

    /// Writes news to every member who has agreed to hear it; due on `request.day`, or today (SH-15, CI-06).
    public func write(_ request: NewsRequest, _ context: DeskContext) async throws -> Reply {
        let drawn = request.news ?? NewsID(drawnNumber("N"))
        let keyed = try Keyed("news", subject: request.news?.rawValue, content: request, clash: .recordExists)
        return try await store.write { transaction in
            try transaction.once(keyed, key: context.key) {
                try self.refuseTaken(drawn, News.self, in: transaction)
                let text = try self.publicText(request.text)
                let news = News(
                    id: drawn, text: text, at: context.at, day: request.day ?? self.day(of: context), by: try WrittenText(line: request.by, field: "by").text)
                try self.note(news, .opened, context, in: transaction)
                return NewsAnswer(news: drawn, day: news.day, text: text)
            }
        }
    }
}

extension Desk {
    /// A text that may leave the house: not empty, and without a number that has to stay inside (KM-19).
    private func publicText(_ text: Wording) throws -> Wording {
        let kept = try text.texts.mapValues { try WrittenText($0, field: "text").needed("text") }
        guard !kept.isEmpty else { throw Trouble(.fieldMissing, field: "text") }
        guard !kept.values.contains(where: { programme.holdsInternalNumber($0) }) else { throw Trouble(.internalNumber, field: "text") }
        return Wording(kept)
    }

    /// What is due to one member on a day.
    func due(to member: Member, on day: Day, news: [News], at instant: Instant, in view: any StoreView) throws -> [NoticeAnswer] {
        let speech = Speech(programme.language, programme: programme)
        var due = programme.greetings(for: member, on: day).map { greeting in
            let words =
                switch greeting.words {
                case .published(let words): speech(words)
                case .phrase(let phrase): speech(phrase)
                }
            let id = NoticePlace.greeting(greeting.occasion, day, member.id).id
            return NoticeAnswer(id, greeting.occasion, day, member, text: salutation(of: member, speech) + words, rule: greeting.rule)
        }
        if member.profile.agrees(to: .news) {
            due += news.filter { member.enrolment.at <= $0.at && $0.day == day }.map { news in
                let rule = programme.desk.notices.first { $0.occasion == .news }?.rule
                return NoticeAnswer(
                    NoticePlace.news(news.id, member.id).id, .news, day, member, text: salutation(of: member, speech) + speech(news.text), rule: rule)
            }
        }
        guard !due.isEmpty, due.contains(where: { programme.tiers(thatGet: $0.occasion) != nil }) else { return due }
        let tier = try account(member.id, in: view).standing(under: book, at: instant).tier
        return due.filter { programme.tiers(thatGet: $0.occasion)?.contains(tier) ?? true }
    }

    private func salutation(of member: Member, _ speech: Speech) -> String {
        guard let name = member.profile.address ?? member.profile.name else { return "" }
        return speech(Phrase(.noticeTo, ["name": .name(name)])) + (programme.language == .chinese ? "" : " ")
    }

    private func forEachMember(in view: any StoreView, _ body: (Member) throws -> Void) throws {
        var last: MemberID?
        while true {
            let ids = try view.members(after: last, limit: 500)
            for id in ids { if let member = try view.member(id) { try body(member) } }
            guard let end = ids.last else { return }
            last = end
        }
    }
}
