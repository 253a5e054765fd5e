import CardFormats
public import LoyaltyModel
import LoyaltyRules
import LoyaltySeals
import LoyaltyStorage

extension Desk {
    /// Says who presents a card, a code, a number or a telephone number (TI-03). Payment cards and licences are refused before anything is looked up.
    public func identify(_ request: IdentifyRequest, _ context: DeskContext) async throws -> MemberAnswer {
        try await store.read { view in
            let id = try self.member(presenting: request.value, entry: request.entry, in: view)
            return try self.memberAnswer(id, in: view, context)
        }
    }

    /// A member's record by account.
    public func member(_ id: MemberID, _ context: DeskContext) async throws -> MemberAnswer {
        try await store.read { view in try self.memberAnswer(id, in: view, context) }
    }

    /// The member a request names, by account or by card; nil for a visitor.
    func member(of request: some MemberNaming, in view: any StoreView) throws -> MemberID? {
        if let card = request.card { return try member(presenting: card, entry: request.entry ?? .keyed, in: view) }
        guard let id = request.member else { return nil }
        guard try view.member(id) != nil else { throw Trouble(.memberUnknown, field: "member") }
        return id
    }

    /// The account of the member a request names, by account or by card; nil for a visitor.
    func account(of request: some MemberNaming, in view: any StoreView) throws -> MemberAccount? {
        if let card = request.card { return try account(try member(presenting: card, entry: request.entry ?? .keyed, in: view), in: view) }
        return try request.member.map { try account($0, in: view) }
    }

    func member(presenting value: String, entry: CardEntry, in view: any StoreView) throws -> MemberID {
        if entry == .phone {
            guard let phone = PhoneNumber(value), let id = try view.member(phone: phone.digits) else { throw Trouble(.memberUnknown, field: "value") }
            return id
        }
        let number = try cardNumber(in: value, entry: entry)
        guard let card = try view.card(number) else { throw Trouble(.cardUnknown, ["card": .name(number.description)], field: "value") }
        switch card.state {
        case .valid: return card.member
        case .replaced:
            let day = programme.calendar.day(of: card.since)
            throw Trouble(.cardReplaced, ["card": .name(number.description), "day": .day(day)], field: "value")
        case .lost:
            let day = programme.calendar.day(of: card.since)
            throw Trouble(.cardLost, ["card": .name(number.description), "day": .day(day)], field: "value")
        case .unused: throw Trouble(.cardSpoiled, ["card": .name(number.description)], field: "value")
        case .pending: throw Trouble(.cardNotActive, ["card": .name(number.description)], field: "value")
        }
    }

    /// The number in what was presented: a scanned code has to carry our seal, every number its check digit, and no bank card passes.
    func cardNumber(in value: String, entry: CardEntry) throws -> CardNumber {
        let number = try readNumber(in: value, entry: entry)
        if let objection = programme.numbers.objection(to: number) { throw Trouble(objection, field: "value") }
        return number
    }

    /// The number in what was presented, whoever's it is.
    func readNumber(in value: String, entry: CardEntry) throws -> CardNumber {
        let text = Digits.latin(value).filter { !$0.isWhitespace && $0 != "-" }
        if case .refused(let reason) = cardRule.verdict(onText: text) {
            throw Trouble(reason == .licence ? .licenceRefused : reason == .encryptingReader ? .encryptingReader : .paymentCardRefused, field: "value")
        }
        guard let presented = CardNumber(text) else { throw Trouble(.checkDigitWrong, field: "value") }
        let isSealed = presented.digits.count == programme.numbers.length + CodeSeal.length
        return try isSealed || entry == .scanned ? opened(presented) : presented
    }

    private func opened(_ code: CardNumber) throws -> CardNumber {
        guard let codes else { return code }
        guard let number = codes.open(code.digits).flatMap({ CardNumber($0) }) else { throw Trouble(.codeNotGenuine, field: "value") }
        return number
    }

    private var cardRule: CardRule { CardRule(ranges: programme.numbers.ranges) }
}
