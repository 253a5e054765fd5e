internal import LoyaltyModel

/// What the only teller of a new file knows of it without asking.
final class HistoryMemory {
    /// What has been there only once it was told: asked for before, it is not in the file.
    enum Thing: Hashable {
        case member(MemberID), ticket(TicketID), claim(TicketID), phone(String), card(String), answer(String), documents(DocumentKind)
    }

    /// A sale told not long ago, with what its moves have come to.
    struct Recent {
        var sale: Sale
        var posted: [MoveKey: PostedMove]
        /// How often other moves of the member had been told: `posted` stands for as long as that is the same.
        var others: Int
    }

    /// What one event has added.
    struct News {
        var records: Int
        var things: [Int] = []
        /// Outlines as they are now; nil for those of accounts that have changed since.
        var outlines = FewEntries<MemberID, AccountOutline?>()
        var recent = FewEntries<TicketID, Recent>()
        var others = FewEntries<MemberID, Int>()
    }

    /// How many outlines are kept at most, each of some kilobyte; beyond that all are made anew as they are needed.
    private static let outlineRoom = 200_000
    /// How many sales each of two generations keeps, each of some two kilobytes.
    private static let saleRoom = 20_000

    /// How many records there are.
    private(set) var records = 0
    /// Hashes of what may be there.
    private var things: Set<Int> = []
    private var outlines: [MemberID: AccountOutline] = [:]
    private var young: [TicketID: Recent] = [:]
    private var old: [TicketID: Recent] = [:]
    private var others: [MemberID: Int] = [:]

    /// Whether a thing may be there: never false for one that is.
    func mayHave(_ thing: Thing) -> Bool { things.contains(thing.hashValue) }
    func outline(of member: MemberID) -> AccountOutline? { outlines[member] }
    func recent(_ ticket: TicketID) -> Recent? { young[ticket] ?? old[ticket] }
    func others(of member: MemberID) -> Int { others[member] ?? 0 }

    /// Takes over what an event that stands has added.
    func take(_ news: News) {
        records = news.records
        for thing in news.things { things.insert(thing) }
        for (member, outline) in news.outlines.all { outlines[member] = outline }
        if outlines.count > Self.outlineRoom { outlines = [:] }
        for (ticket, sale) in news.recent.all { young[ticket] = sale }
        if young.count > Self.saleRoom {
            old = young
            young = [:]
        }
        for (member, count) in news.others.all { others[member] = count }
    }
}
