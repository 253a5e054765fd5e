import LoyaltyDesk
import LoyaltyModel
import LoyaltyRules
import LoyaltyStorage
import ProgramTables
import Testing

/// A club with a history under its table, and another table to try on it.
struct RehearsedClub {
    static let day = "2012-06-01T00:00:00Z"
    let story: Story
    let old: Programme
    var new: Programme

    init(_ table: String, settings: String? = nil) throws {
        self.init(try ProgramTables.load(table, settings: settings))
    }

    init(_ programme: Programme) {
        old = programme
        story = Story(old)
        new = old
        new.version = ProgrammeVersion("\(old.version) new")
    }

    func rehearse(at moment: String = Self.day, most: Int = 100) async throws -> DatabaseRehearsal {
        let tables = try RehearsedTables(old: ProgrammeBook(current: old), new: ProgrammeBook(current: new, earlier: [old]))
        let at = try #require(Instant(moment))
        return try await DatabaseRehearser(store: story.store, tables: tables, at: at, most: most).run()
    }

    /// The desk as it is once the new table is published over the same store.
    var published: Desk {
        Desk(store: story.store, book: ProgrammeBook(current: new, earlier: [old]), codes: nil, serials: RandomSerials())
    }

    /// What the desk says of a member, as the service shows it.
    func member(_ id: MemberID, _ desk: Desk, at moment: String = Self.day) async throws -> MemberAnswer {
        try await desk.member(id, DeskContext(at: try #require(Instant(moment)), language: .english))
    }

    /// Makes the member's card one that was printed for `tier`.
    func print(_ tier: TierID, for member: MemberID) async throws {
        try await story.store.write { transaction in
            var card = try #require(try transaction.cards(of: member).first)
            card.isPrinted = true
            card.tier = tier
            try transaction.keep(card)
        }
    }

    /// Random members with random purchases of cars, some of which come back.
    func fill(members: Int, seed: UInt64) async throws {
        var random = SeededGenerator(seed: seed)
        for number in 1...members {
            try await story.enrol("M\(number)", at: "2012-01-01T10:00:00Z")
        }
        for number in 1...members {
            for sale in 0..<Int.random(in: 0...4, using: &random) {
                let flag = Bool.random(using: &random) ? "direct" : "second_hand"
                try await story.sell("T\(number)-\(sale)", to: "M\(number)", lines: cars(Int.random(in: 1...3, using: &random), flag: flag))
            }
        }
        for number in 1...members where Int.random(in: 0..<3, using: &random) == 0 {
            try await story.takeBack("T\(number)-0", #"{"id":"1","quantity":1}"#)
        }
    }
}
