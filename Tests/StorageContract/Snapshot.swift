internal import LoyaltyModel
internal import LoyaltyStorage

/// Everything the contract lets one ask about the samples, to be compared before and after.
struct Snapshot: Sendable, Equatable {
    private let accounts: [MemberAccount?]
    private let members: [MemberID]
    private let memberCount: Int
    private let phones: [MemberID?]
    private let claims: [MemberID?]
    private let cards: [[Card]]
    private let sales: [Sale?]
    private let approved: [Sale]
    private let sold: [Sale]
    private let visitor: Visitor?
    private let dealing: Dealing?
    private let taken: Int
    private let request: BenefitRequest?
    private let jobs: [CardJob]
    private let answer: KeptAnswer?
    private let entries: [[Entry]]
    private let records: [SealedRecord]
    private let programmes: [PublishedProgramme]

    init(_ view: any StoreView) throws {
        let ids: [MemberID] = ["m0", "m1", "m2", "m3"]
        accounts = try ids.map { try view.account(of: $0) }
        members = try view.members(after: nil, limit: 100)
        memberCount = try view.memberCount()
        phones = try ["+981", "+982", "+983"].map { try view.member(phone: $0) }
        claims = try ["T0", "T9"].map { try view.claimant(of: $0) }
        cards = try ids.map { try view.cards(of: $0) }
        sales = try ["T1", "T2"].map { try view.sale($0) }
        approved = try view.sales(approvedBy: "r1")
        sold = try view.sales(to: "v1")
        visitor = try view.visitor("v1")
        dealing = try view.dealing("d1")
        taken = try view.taken("umbrella")
        request = try view.request("r1")
        jobs = try view.openCardJobs(of: nil)
        answer = try view.answer(to: "k")
        entries = try ids.map { try view.entries(of: $0) }
        records = try view.records(from: 1, limit: 100)
        programmes = try view.publishedProgrammes()
    }
}
