internal import LoyaltyModel
internal import LoyaltyStorage
internal import Testing

extension StorageContract {
    static let requests: [StoreClause] = [
        StoreClause("requests are listed by where they stand, in the order they were entered or the other way round") { store async throws in
            try await fill(store)
            #expect(try await ids(RequestQuery(limit: 9), in: store) == ["r5", "r4", "r3", "r2", "r1"])
            #expect(try await ids(RequestQuery([.requested, .underReview], limit: 9), in: store) == ["r5", "r4"])
            #expect(try await ids(RequestQuery([.toTell], limit: 9), in: store) == ["r3", "r2"])
            #expect(try await ids(RequestQuery([.told], limit: 9), in: store) == ["r1"])
            #expect(try await ids(RequestQuery([.requested, .toTell], newestFirst: true, limit: 9), in: store) == ["r2", "r3", "r5"])
            #expect(try await ids(RequestQuery([], limit: 9), in: store) == [])
            #expect(try await ids(RequestQuery(member: "m1", limit: 9), in: store) == ["r5", "r3", "r1"])
        },
        StoreClause("a portion of requests begins after the one that is named") { store async throws in
            try await fill(store)
            #expect(try await ids(RequestQuery(limit: 2), in: store) == ["r5", "r4"])
            #expect(try await ids(RequestQuery(after: "r4", limit: 2), in: store) == ["r3", "r2"])
            #expect(try await ids(RequestQuery(newestFirst: true, after: "r2", limit: 2), in: store) == ["r3", "r4"])
            #expect(try await ids(RequestQuery([.toTell], after: "r4", limit: 9), in: store) == ["r3", "r2"])
            #expect(try await ids(RequestQuery(after: "r1", limit: 9), in: store) == [])
            #expect(try await ids(RequestQuery(after: "r9", limit: 9), in: store) == [])
        },
        StoreClause("a request that moves is listed where it stands now, and one whose transaction is undone where it stood") { store async throws in
            try await fill(store)
            try await store.write { transaction in
                var request = try #require(try transaction.request("r5"))
                request.state = .refused
                try transaction.keep(request)
            }
            await #expect(throws: Refused()) {
                try await store.write { transaction in
                    var request = try #require(try transaction.request("r4"))
                    request.state = .approved
                    try transaction.keep(request)
                    try transaction.keep(BenefitRequest(id: "r6", member: "m1", benefit: "discount", at: Samples.instant()))
                    throw Refused()
                }
            }
            #expect(try await ids(RequestQuery([.toTell], limit: 9), in: store) == ["r5", "r3", "r2"])
            #expect(try await ids(RequestQuery([.requested, .underReview], limit: 9), in: store) == ["r4"])
        },
    ]

    /// Five requests of two members, the first entered `r5`: one of each kind, and two to be told.
    private static func fill(_ store: any LoyaltyStore) async throws {
        try await store.write { transaction in
            for member in ["m1", "m2"] as [MemberID] { try transaction.keep(Samples.member(member)) }
            let rows: [(RequestID, MemberID, BenefitRequest.State, isTold: Bool)] = [
                ("r5", "m1", .requested, false), ("r4", "m2", .underReview, false), ("r3", "m1", .approved, false), ("r2", "m2", .refused, false),
                ("r1", "m1", .approved, true),
            ]
            for (id, member, state, isTold) in rows {
                var request = BenefitRequest(id: id, member: member, benefit: "discount", at: Samples.instant())
                request.state = state
                if isTold { request.toldAt = Samples.instant(9) }
                try transaction.keep(request)
            }
        }
    }

    private static func ids(_ query: RequestQuery, in store: any LoyaltyStore) async throws -> [RequestID] {
        try await store.read { try $0.requests(query).map(\.id) }
    }
}
