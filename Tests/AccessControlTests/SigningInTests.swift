import LoyaltyModel
import LoyaltyStorage
import Testing

@testable import AccessControl

@Suite struct `Signing in` {
    @Test func `by the right PIN gives a cookie that is new each time and kept nowhere`() async throws {
        let door = try Door()
        let owner = try await door.person()
        let first = try await door.signIn(owner)
        let second = try await door.signIn(owner, "۴۹۵۱")
        #expect(first.cookie != second.cookie && first.caller.role == .manager)
        #expect(try await door.isIn(first.cookie))
        #expect(try await door.isIn(second.cookie))
        let kept = try await door.store.read { try $0.notes(.session).map { $0.key + String(decoding: $0.body, as: UTF8.self) } }
        #expect(kept.count == 2 && !kept.joined().contains(first.cookie))
        #expect(try await !door.isIn(""))
        #expect(try await !door.isIn(first.cookie + "0"))
    }

    @Test func `five wrong PINs make a person wait, longer each time, also after a restart, and not a colleague`() async throws {
        let door = try Door()
        let owner = try await door.person()
        let other = try await door.person("Other", .cashier)
        for _ in 0..<5 { #expect(try await door.refusal { _ = try await door.signIn(owner, "0001") } == .pinWrong) }
        #expect(try await door.refusal { _ = try await door.signIn(owner) } == .tooManyTries)
        #expect(try await door.refusal { _ = try await door.signIn(other) } == nil)
        let restarted = try Door(store: door.store)
        restarted.pass(seconds: 29)
        #expect(try await restarted.refusal { _ = try await restarted.signIn(owner) } == .tooManyTries)
        restarted.pass(seconds: 1)
        #expect(try await restarted.refusal { _ = try await restarted.signIn(owner, "0001") } == .pinWrong)
        restarted.pass(seconds: 59)
        #expect(try await restarted.refusal { _ = try await restarted.signIn(owner) } == .tooManyTries)
        restarted.pass(seconds: 1)
        #expect(try await restarted.refusal { _ = try await restarted.signIn(owner) } == nil)
        #expect(try await restarted.refusal { _ = try await restarted.signIn(owner, "0001") } == .pinWrong)
    }

    @Test func `an address that guesses at everybody waits too`() async throws {
        let door = try Door()
        let owner = try await door.person()
        for number in 0..<20 {
            #expect(try await door.refusal { _ = try await door.keeper.signIn(AccessID("a\(number)"), pin: "0001", from: "x", at: door.now) } == .pinWrong)
        }
        #expect(try await door.refusal { _ = try await door.signIn(owner, from: "x") } == .tooManyTries)
        #expect(try await door.refusal { _ = try await door.signIn(owner, from: "y") } == nil)
    }

    @Test func `many tries at once are not more than many one after the other`() async throws {
        let door = try Door()
        let owner = try await door.person()
        let codes = try await withThrowingTaskGroup(of: TroubleCode?.self) { group in
            for _ in 0..<40 { group.addTask { try await door.refusal { _ = try await door.signIn(owner, "0001", from: "z") } } }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(codes.count { $0 == .pinWrong } == 5)
    }

    @Test func `by a staff card nobody needs a PIN, until the card is taken away`() async throws {
        let door = try Door()
        let owner = try await door.person()
        try await door.keeper.set(card: " S-1 ", of: owner.id, at: door.now, by: nil)
        #expect(try await door.keeper.staffCard("S-1") == owner.id)
        #expect(try await door.keeper.staffCard("S-2") == nil)
        let signed = try await door.keeper.signIn(byCardOf: owner.id, from: "127.0.0.1", at: door.now)
        #expect(try await door.isIn(signed.cookie))
        try await door.keeper.takeCard(of: owner.id, at: door.now, by: nil)
        #expect(try await door.refusal { _ = try await door.keeper.signIn(byCardOf: owner.id, from: "127.0.0.1", at: door.now) } == .staffCardUnknown)
        let kept = try await door.store.read { String(decoding: try StoredForm.bytes(of: try $0.accessEntries()), as: UTF8.self) }
        #expect(!kept.contains("S-1"))
    }

    @Test func `a colleague's card is not taken for another`() async throws {
        let door = try Door()
        let owner = try await door.person()
        let other = try await door.person("Other", .cashier)
        try await door.keeper.set(card: "S-1", of: owner.id, at: door.now, by: nil)
        #expect(try await door.refusal { try await door.keeper.set(card: "S-1", of: other.id, at: door.now, by: nil) } == .staffCardTaken)
    }

    @Test func `a page locks ten minutes after the person did something last, and reading on is nothing done`() async throws {
        let door = try Door()
        let owner = try await door.person()
        let cookie = try await door.signIn(owner).cookie
        door.pass(seconds: 599)
        #expect(try await door.isIn(cookie, isUse: true))
        door.pass(seconds: 599)
        #expect(try await door.isIn(cookie))
        door.pass(seconds: 1)
        guard case .locked(let who) = try await door.state(cookie, isUse: true) else { return #expect(Bool(false), "it did not lock") }
        #expect(who == owner.id)
        #expect(try await !door.isIn(cookie, isUse: true))
    }

    @Test func `nobody stays signed in for longer than fourteen hours`() async throws {
        let door = try Door()
        let cookie = try await door.signIn(try await door.person()).cookie
        for _ in 0..<(14 * 12 - 1) {
            door.pass(seconds: 300)
            #expect(try await door.isIn(cookie, isUse: true))
        }
        door.pass(seconds: 300)
        guard case .none = try await door.state(cookie, isUse: true) else { return #expect(Bool(false), "it stayed") }
    }

    @Test func `signing out ends it, here at once and elsewhere within a second`() async throws {
        let door = try Door()
        let elsewhere = try Door(store: door.store)
        let signed = try await door.signIn(try await door.person())
        #expect(try await elsewhere.isIn(signed.cookie))
        try await door.keeper.signOut(signed.cookie)
        #expect(try await !door.isIn(signed.cookie))
        elsewhere.pass(seconds: 1)
        #expect(try await !elsewhere.isIn(signed.cookie, isUse: true))
        #expect(try await !elsewhere.keeper.isStill(signed.caller, at: elsewhere.now))
        #expect(try await door.store.read { try $0.notes(.session) } == [])
    }

    @Test func `whoever is let in no more is signed out everywhere`() async throws {
        let door = try Door()
        let cashier = try await door.person("Cashier", .cashier)
        let signed = try await door.signIn(cashier)
        try await door.keeper.revoke(cashier.id, at: door.now)
        #expect(try await !door.isIn(signed.cookie))
        #expect(try await !door.keeper.isStill(signed.caller, at: door.now))
        #expect(try await door.refusal { _ = try await door.signIn(cashier) } == .pinWrong)
    }

    @Test func `a kiosk is paired by its token, and does not lock`() async throws {
        let door = try Door()
        let kiosk = try await door.machine("Kiosk", .kiosk)
        let till = try await door.machine()
        #expect(try await door.refusal { _ = try await door.keeper.pair(kiosk: till.token, from: "x", at: door.now) } == .tokenWrong)
        let paired = try await door.keeper.pair(kiosk: kiosk.token, from: "x", at: door.now)
        #expect(paired.caller.role == .kiosk && paired.caller.place == .kiosk)
        door.pass(seconds: 200 * 86_400)
        #expect(try await door.isIn(paired.cookie))
    }

    @Test func `a form's token is another for each session and under each key`() async throws {
        let door = try Door()
        #expect(door.keeper.formToken(of: "a") != door.keeper.formToken(of: "b"))
    }
}

@Suite struct `So many in so much time` {
    private func at(_ milliseconds: Int) -> Instant { Instant(milliseconds: milliseconds) }

    @Test func `so many at once, then one each time a share of the time is over`() {
        let limit = RateLimit(most: 3, interval: 3000)
        #expect((0..<3).allSatisfy { _ in limit.take("a", at: at(0)) == nil })
        #expect(limit.take("a", at: at(0)) == 1000)
        #expect(limit.take("a", at: at(999)) == 1)
        #expect(limit.take("a", at: at(1000)) == nil)
        #expect(limit.take("a", at: at(1000)) == 1000)
        #expect((0..<3).allSatisfy { _ in limit.take("a", at: at(9000)) == nil })
    }

    @Test func `one key's use is not another's`() {
        let limit = RateLimit(most: 1, interval: 1000)
        #expect(limit.take("a", at: at(0)) == nil && limit.take("b", at: at(0)) == nil && limit.take("a", at: at(0)) == 1000)
    }

    @Test func `a clock set back makes nobody wait longer than the interval`() {
        let limit = RateLimit(most: 2, interval: 1000)
        _ = limit.take("a", at: at(1_000_000))
        #expect(limit.take("a", at: at(0)) ?? 0 <= 1000)
    }

    @Test func `more keys than there is room for make room, and a refusal names the seconds`() throws {
        let limit = RateLimit(most: 1, interval: 5000, room: 4)
        for number in 0..<100 { #expect(limit.take("k\(number)", at: at(number)) == nil) }
        #expect(throws: Trouble(.tooManyTries, ["seconds": .count(5)])) { try limit.demand("k99", at: at(100)) }
    }
}
