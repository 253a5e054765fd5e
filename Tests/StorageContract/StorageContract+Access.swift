internal import LoyaltyModel
internal import LoyaltyStorage
internal import Testing

extension StorageContract {
    static let access: [StoreClause] = [
        StoreClause("who has access is found by name, as it was kept last, in the order they were let in") { store async throws in
            var till = Samples.access("b", .till)
            let owner = Samples.access("a", .manager)
            for entry in [till, owner] { try await store.write { try $0.keep(entry) } }
            till.token = "hash"
            till.revokedAt = Samples.instant(1)
            try await store.write { [till] in try $0.keep(till) }
            #expect(try await store.read { try $0.accessEntry("b") } == till)
            #expect(try await store.read { try $0.accessEntry("c") } == nil)
            #expect(try await store.read { try $0.accessEntries() } == [till, owner])
        },
        StoreClause("a note is found by kind and key until it is forgotten") { store async throws in
            let first = try PassingNote(.session, "k", until: Samples.instant(1), ["a": 1])
            let second = try PassingNote(.session, "k", until: Samples.instant(2), ["a": 2])
            let other = try PassingNote(.tries, "k", until: Samples.instant(3), ["a": 3])
            for note in [first, other, second] { try await store.write { try $0.keep(note) } }
            #expect(try await store.read { try $0.note(.session, "k") } == second)
            #expect(try await store.read { try $0.note(.tries, "k")?.value([String: Int].self) } == ["a": 3])
            try await store.write { try $0.forget(.session, "k") }
            #expect(try await store.read { try $0.note(.session, "k") } == nil)
            #expect(try await store.read { try $0.notes(.tries) } == [other])
        },
        StoreClause("notes whose time is over are forgotten, of that kind only") { store async throws in
            try await store.write { transaction in
                for (index, key) in ["c", "a", "b"].enumerated() {
                    try transaction.keep(PassingNote(.session, key, until: Samples.instant(index), index))
                    try transaction.keep(PassingNote(.use, key, until: Samples.instant(index), index))
                }
                try transaction.forget(.session, endedBy: Samples.instant(1))
            }
            #expect(try await store.read { try $0.notes(.session).map(\.key) } == ["b"])
            #expect(try await store.read { try $0.notes(.use).map(\.key) } == ["a", "b", "c"])
        },
        StoreClause("a body that throws leaves no access and no note, and takes none away") { store async throws in
            let note = try PassingNote(.session, "k", until: Samples.instant(), 1)
            let entry = Samples.access("a", .manager)
            try await store.write { transaction in
                try transaction.keep(note)
                try transaction.keep(entry)
            }
            await #expect(throws: Refused.self) {
                try await store.write { transaction in
                    var changed = entry
                    changed.revokedAt = Samples.instant()
                    try transaction.keep(changed)
                    try transaction.keep(Samples.access("b", .till))
                    try transaction.forget(.session, "k")
                    try transaction.keep(PassingNote(.session, "m", until: Samples.instant(), 2))
                    throw Refused()
                }
            }
            #expect(try await store.read { try $0.accessEntries() } == [entry])
            #expect(try await store.read { try $0.notes(.session) } == [note])
        },
    ]
}

extension Samples {
    /// Somebody with access.
    static func access(_ id: AccessID, _ role: Role) -> AccessEntry {
        AccessEntry(id: id, role: role, name: "N. گل", place: role == .till ? .till : nil, createdAt: instant())
    }
}
