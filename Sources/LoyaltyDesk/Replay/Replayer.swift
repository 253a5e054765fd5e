internal import CanonicalJSON
public import LoyaltyModel
public import LoyaltyRules
public import LoyaltyStorage

/// Runs a history of events through the desk and says what each comes to: how a table is tried on last year's business.
public actor Replayer {
    private let desk: Desk
    private let language: Language
    private var line = 0
    /// The moment of the last event.
    private(set) var last: Instant?

    /// Whether any line so far was refused.
    public private(set) var hasRefusals = false

    /// A rehearsal on `store` under `book`, answering in `language`.
    public init(store: any LoyaltyStore, book: ProgrammeBook, language: Language) {
        self.desk = Desk(store: store, book: book, codes: nil, serials: CountedSerials())
        self.language = language
    }

    /// The answer to the next line, one JSON object; nil for an empty line. A line that cannot be read is a fault; a refused event is an answer.
    public func answer(to text: String) async throws -> String? {
        try await answer(to: Array(text.utf8)).map { String(decoding: $0, as: UTF8.self) }
    }

    /// The same in bytes of UTF-8.
    public func answer(to text: [UInt8]) async throws -> [UInt8]? {
        line += 1
        guard text.contains(where: { !Self.space.contains($0) }) else { return nil }
        let data = try read { try JSON.part(in: text) }
        let event = try read { try ReplayEvent(json: data) }
        if let last, event.at < last { throw ReplayFault(line: line, why: "\(event.at) comes before the line above it, \(last)") }
        do {
            let body = try await run(event, data)
            last = event.at
            return answered(body)
        } catch let trouble as Trouble {
            last = event.at
            hasRefusals = true
            let refusal = RefusalAnswer(line: line, refused: TroubleAnswer(trouble, language: language))
            return try JSON.bytes(of: refusal)
        }
    }

    /// An answer with the line it answers.
    private func answered(_ body: [UInt8]) -> [UInt8] {
        let opening = #"{"line":\#(line),"#.utf8
        var bytes: [UInt8] = []
        bytes.reserveCapacity(opening.count + body.count)
        bytes += opening
        bytes += body[1...]
        return bytes
    }

    private func run(_ event: ReplayEvent, _ data: JSONPart) async throws -> [UInt8] {
        let context = DeskContext(at: event.at, language: language)
        switch event.kind {
        case .enrol: return try JSON.bytes(of: ReplayMember(try await desk.enrol(decode(data), context)))
        case .completeProfile: return try JSON.bytes(of: ReplayMember(try await desk.completeProfile(of: member(data), context)))
        case .sale: return try await desk.sell(decode(data), context).body
        case .return: return try await desk.takeBack(decode(data), of: ticket(data), context).body
        case .void: return try await desk.void(ticket(data), context).body
        case .requestBenefit: return try await desk.request(decode(data), context).body
        case .decide: return try await desk.decide(request(data), decode(data), context).body
        case .statement: return try JSON.bytes(of: try await desk.statement(of: member(data), context))
        case .load: return try await desk.load(decode(data), context).body
        case .payFee: return try await desk.payFee(decode(data), context).body
        case .gift: return try await desk.give(decode(data), context).body
        case .adjust: return try await desk.adjust(decode(data), context).body
        case .salesTask: return try await desk.raiseSalesTask(decode(data), context).body
        case .review: return try JSON.bytes(of: try await desk.review(request(data), by: target(data).by, context))
        case .told: return try JSON.bytes(of: try await desk.tell(request(data), by: target(data).by, context))
        case .decline: return try JSON.bytes(of: try await desk.decline(visitor(data), context))
        case .catchUp: return try JSON.bytes(of: ReplayCatchUp(members: try await desk.catchUp(at: event.at)))
        case .visit: return try await desk.logVisit(decode(data), context).body
        case .feedback: return try await desk.takeIn(decode(data), context).body
        case .outcome: return try await desk.close(named(data, \.feedback, "feedback"), decode(data), context).body
        case .issuePass: return try await desk.issuePass(decode(data), context).body
        case .usePass: return try await desk.usePass(named(data, \.pass, "pass"), decode(data), context).body
        case .book: return try await desk.book(decode(data), context).body
        case .handOver: return try await desk.handOver(named(data, \.pickUp, "pick_up"), decode(data), context).body
        case .lookUp: return try JSON.bytes(of: desk.lookUp(target(data).query ?? "", context))
        case .directory: return try JSON.bytes(of: desk.directory(for: .customer, topic: target(data).query ?? "", context))
        case .notices: return try JSON.bytes(of: try await desk.notices(on: target(data).day, context))
        case .news: return try await desk.write(decode(data), context).body
        case .markSent: return try await desk.markSent(named(data, \.notice, "notice"), decode(data), context).body
        }
    }

    private static let space: Set<UInt8> = [0x20, 0x09, 0x0A, 0x0D]

    private func decode<Value: Decodable>(_ data: JSONPart) throws -> Value { try read { try data.value(Value.self) } }

    private func read<Value>(_ reading: () throws -> Value) throws -> Value {
        do { return try reading() } catch let error as DecodingError {
            let trouble = Trouble(error)
            throw ReplayFault(line: line, why: [trouble.field, trouble.detail].compactMap { $0 }.joined(separator: ": "))
        }
    }

    private func target(_ data: JSONPart) throws -> ReplayTarget { try decode(data) }
    private func member(_ data: JSONPart) throws -> MemberID { try needed(target(data), \.member, "member") }
    private func ticket(_ data: JSONPart) throws -> TicketID { try needed(target(data), \.ticket, "ticket") }
    private func request(_ data: JSONPart) throws -> RequestID { try needed(target(data), \.request, "request") }
    private func visitor(_ data: JSONPart) throws -> VisitorID { try needed(target(data), \.visitor, "visitor") }

    private func named<Value>(_ data: JSONPart, _ path: KeyPath<ReplayTarget, Value?>, _ name: String) throws -> Value {
        try needed(target(data), path, name)
    }

    private func needed<Value>(_ target: ReplayTarget, _ path: KeyPath<ReplayTarget, Value?>, _ name: String) throws -> Value {
        guard let value = target[keyPath: path] else { throw ReplayFault(line: line, why: "“\(name)” is missing") }
        return value
    }
}

/// How many members something was posted for.
struct ReplayCatchUp: Encodable {
    let members: Int

    enum CodingKeys: String, CodingKey {
        case members = "members_posted"
    }
}

/// A refused line.
struct RefusalAnswer: Encodable {
    let line: Int
    let refused: TroubleAnswer
}
