import LoyaltyModel
import LoyaltySeals
import LoyaltyStorage
import Testing

@testable import AccessControl

@Suite struct `A machine's token` {
    @Test func `is known again, and says as what and where it comes`() async throws {
        let door = try Door()
        let till = try await door.machine()
        let caller = try #require(try await door.keeper.caller(token: till.token, at: door.now))
        #expect(caller.access == till.entry.id && caller.role == .till && caller.name == "Till 1" && caller.place == .till && caller.session == nil)
        #expect(till.token.hasPrefix("ml_\(till.entry.id)_") && till.token.utf8.count == 3 + 8 + 1 + 52 + 8)
    }

    @Test func `with anything changed is nobody's`() async throws {
        let door = try Door()
        let till = try await door.machine()
        let other = try await door.machine("Till 2")
        let last = till.token.last == "0" ? "1" : "0"
        let secret = try #require(till.token.split(separator: "_").last)
        for token in [
            "", "ml__", "ml_x_\(secret)", "\(till.token.dropLast())\(last)", "ml_\(other.entry.id)_\(secret)", till.token + "_", till.token.uppercased(),
        ] {
            #expect(try await door.keeper.caller(token: token, at: door.now) == nil, "\(token.count)")
        }
    }

    @Test func `is hashed once for all who bring it at the same time`() async throws {
        let door = try Door()
        let till = try await door.machine()
        let callers = try await withThrowingTaskGroup(of: Caller?.self) { group in
            for _ in 0..<500 { group.addTask { try await door.keeper.caller(token: till.token, at: door.now) } }
            return try await group.reduce(into: 0) { count, caller in count += caller == nil ? 0 : 1 }
        }
        #expect(callers == 500)
    }

    @Test func `that was made up costs no hash`() async throws {
        let door = try Door()
        let till = try await door.machine()
        let digest = door.keeper.digest
        let made = AccessToken(of: till.entry.id)
        #expect(AccessToken(parsing: made.text(digest), digest)?.secret == made.secret)
        #expect(AccessToken(parsing: "\(made.text(digest).dropLast(8))00000000", digest) == nil)
        let other = KeyedDigest(key: try #require(CodeSeal.Key(bytes: Array(repeating: 1, count: 32))))
        #expect(AccessToken(parsing: made.text(other), digest) == nil)
        // With the key somebody could make a token of the right form, but not the one whose hash is kept.
        #expect(try await door.keeper.caller(token: made.text(digest), at: door.now) == nil)
    }

    @Test func `stands nowhere in the store or the journal`() async throws {
        let door = try Door()
        let till = try await door.machine()
        let secret = try #require(till.token.split(separator: "_").last)
        let kept = try await door.store.read { String(decoding: try StoredForm.bytes(of: try $0.accessEntries()), as: UTF8.self) }
        #expect(!kept.contains(secret.prefix(52)) && kept.contains("scrypt$"))
        let journal = String(decoding: try StoredForm.bytes(of: try await door.journal()), as: UTF8.self)
        #expect(journal.contains("granted") && !journal.contains("scrypt") && !journal.contains("Till 1"))
    }

    @Test func `that is revoked is let in no more, here at once and elsewhere within a second`() async throws {
        let door = try Door()
        let elsewhere = try Door(store: door.store)
        let till = try await door.machine()
        #expect(try await elsewhere.keeper.caller(token: till.token, at: elsewhere.now) != nil)
        #expect(try await door.keeper.caller(token: till.token, at: door.now) != nil)
        try await door.keeper.revoke(till.entry.id, at: door.now)
        #expect(try await door.keeper.caller(token: till.token, at: door.now) == nil)
        elsewhere.pass(seconds: 1)
        #expect(try await elsewhere.keeper.caller(token: till.token, at: elsewhere.now) == nil)
    }

    @Test func `is listed with its last use, once a minute`() async throws {
        let door = try Door()
        let till = try await door.machine()
        #expect(try await door.keeper.list().map(\.lastUsed) == [nil])
        let first = door.now
        _ = try await door.keeper.caller(token: till.token, at: first)
        door.pass(seconds: 59)
        _ = try await door.keeper.caller(token: till.token, at: door.now)
        #expect(try await door.keeper.list().map(\.lastUsed) == [first])
        door.pass(seconds: 2)
        _ = try await door.keeper.caller(token: till.token, at: door.now)
        #expect(try await door.keeper.list().map(\.lastUsed) == [door.now])
    }
}

@Suite struct `Letting people in` {
    @Test func `is a fact of the journal with who did it, and without names and secrets`() async throws {
        let door = try Door()
        let owner = try await door.person()
        let by = owner.operator
        let entry = try await door.keeper.add(try Newcomer(role: .cashier, name: "A. B.", pin: try PIN(chosen: "7082")), at: door.now, by: by).entry
        try await door.keeper.set(card: "S-1", of: entry.id, at: door.now, by: by)
        try await door.keeper.set(try PIN(chosen: "6193"), of: entry.id, at: door.now, by: by)
        try await door.keeper.takeCard(of: entry.id, at: door.now, by: by)
        try await door.keeper.revoke(entry.id, at: door.now, by: by)
        try await door.keeper.revoke(entry.id, at: door.now, by: by)
        let steps: [AccessStep] = [.granted, .cardSet, .pinSet, .cardTaken, .revoked]
        #expect(try await door.journal().dropFirst().map(\.fact) == steps.map { .accessChanged(entry.id, $0, .cashier) })
        #expect(try await door.journal().map(\.by) == [nil] + Array(repeating: by, count: 5))
    }

    @Test(arguments: ["", "   ", String(repeating: "x", count: 61), "a\u{7}b"])
    func `takes a name on one line`(name: String) {
        #expect(throws: Trouble.self) { try Newcomer(role: .cashier, name: name) }
    }

    @Test func `a name is one person's at a time`() async throws {
        let door = try Door()
        let first = try await door.person("Mina", .cashier)
        try await door.person("Owner")
        #expect(try await door.refusal { try await door.person(" Mina ", .cashier) } == .accessNameTaken)
        try await door.keeper.revoke(first.id, at: door.now)
        #expect(try await door.refusal { try await door.person("Mina", .cashier) } == nil)
    }

    @Test func `the last manager stays, but for the command line`() async throws {
        let door = try Door()
        let owner = try await door.person()
        #expect(try await door.refusal { try await door.keeper.revoke(owner.id, at: door.now, by: owner.operator) } == .lastManager)
        #expect(try await door.keeper.list().allSatisfy(\.entry.isActive))
        try await door.keeper.revoke(owner.id, at: door.now)
        #expect(try await door.keeper.isUnclaimed())
    }

    @Test func `the first manager comes by the code, once`() async throws {
        let door = try Door()
        let newcomer = try Newcomer(role: .manager, name: "Owner", pin: try PIN(chosen: "4951"))
        #expect(try await door.refusal { _ = try await door.keeper.setUp(newcomer, code: "b", expected: "a", at: door.now) } == .setUpCodeWrong)
        #expect(try await door.refusal { _ = try await door.keeper.setUp(newcomer, code: "a", expected: nil, at: door.now) } == .setUpCodeWrong)
        let owner = try await door.keeper.setUp(newcomer, code: "a", expected: "a", at: door.now).entry
        #expect(owner.role == .manager)
        let second = try Newcomer(role: .manager, name: "Second", pin: try PIN(chosen: "4951"))
        #expect(try await door.refusal { _ = try await door.keeper.setUp(second, code: "a", expected: "a", at: door.now) } == .setUpCodeWrong)
    }

    @Test(arguments: ["4951", "70829", "13579246", "۴۹۵۱", "４９５１", "49 51"]) func `a PIN has four to eight digits of any script`(text: String) throws {
        #expect(try PIN(chosen: text).digits.utf8.allSatisfy { (0x30...0x39).contains($0) })
    }

    @Test(arguments: ["", "495", "123456789", "49a1", "-4951", "½951"]) func `what has other than four to eight digits is no PIN`(text: String) {
        #expect(throws: Trouble(.pinLength, field: "pin")) { try PIN(chosen: text) }
    }

    @Test(arguments: ["0000", "7777777", "1234", "4321", "7890", "0987", "12345678", "1212", "123123", "49514951", "2580"])
    func `what everybody tries first is refused`(text: String) {
        #expect(throws: Trouble(.pinTooEasy, field: "pin")) { try PIN(chosen: text) }
    }
}
