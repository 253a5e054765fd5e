internal import LoyaltyModel
internal import LoyaltyStorage
internal import Testing

extension StorageContract {
    static let deskDocuments: [StoreClause] = [
        StoreClause("a desk document is found by its number, as it was kept last") { store async throws in
            var pass = Samples.pass("p1", of: "m1")
            try await store.write { [pass] in try $0.keep(pass) }
            #expect(try await store.read { try $0.document("p1") } == pass)
            try pass.take(Pass.Use(at: Samples.instant(1), units: 1, ticket: "T/گ", by: nil), on: pass.day)
            try await store.write { [pass] in try $0.keep(pass) }
            #expect(try await store.read { try $0.document("p1") } == pass)
            #expect(try await store.read { try $0.document("p2", Pass.self) } == nil)
        },
        StoreClause("documents of two kinds may have the same number") { store async throws in
            let visit = Samples.visit("x", of: "m1")
            let pass = Samples.pass("x", of: "m2")
            try await store.write { transaction in
                try transaction.keep(visit)
                try transaction.keep(pass)
            }
            #expect(try await store.read { try $0.document("x") } == visit)
            #expect(try await store.read { try $0.document("x") } == pass)
        },
        StoreClause("a member's documents come in the order they were entered, whatever has changed since") { store async throws in
            var first = Samples.pass("p9", of: "m1")
            let second = Samples.pass("p1", of: "m1")
            let other = Samples.pass("p5", of: "m2")
            for pass in [first, other, second] { try await store.write { try $0.keep(pass) } }
            try first.take(Pass.Use(at: Samples.instant(), units: 2, ticket: nil, by: nil), on: first.day)
            try await store.write { [first] transaction in
                try transaction.keep(first)
                try transaction.keep(Samples.visit("v1", of: "m1"))
            }
            #expect(try await store.read { try $0.documents(Pass.self, of: "m1") } == [first, second])
            #expect(try await store.read { try $0.documents(Pass.self, of: "m1", limit: 1) } == [first])
            #expect(try await store.read { try $0.documents(Pass.self, of: "m3") } == [])
        },
        StoreClause("open documents are those with which something is still to be done") { store async throws in
            var first = Samples.pass("p9", of: "m1")
            let second = Samples.pass("p1", of: "m2")
            for pass in [first, second] { try await store.write { try $0.keep(pass) } }
            #expect(try await store.read { try $0.openDocuments(Pass.self) } == [first, second])
            #expect(try await store.read { try $0.openDocuments(Pass.self, of: "m2") } == [second])
            try first.take(Pass.Use(at: Samples.instant(), units: first.units, ticket: nil, by: nil), on: first.day)
            try await store.write { [first] in try $0.keep(first) }
            #expect(try await store.read { try $0.openDocuments(Pass.self) } == [second])
        },
        StoreClause("documents are found by their days, both ends included, also days before 1970") { store async throws in
            let days = [-400, 17_167, 17_168, 17_169].map { Day(serial: $0) }
            let visits = days.enumerated().map { Samples.visit(VisitID("v\($0)"), of: "m1", on: $1) }
            for visit in visits.reversed() { try await store.write { try $0.keep(visit) } }
            #expect(try await store.read { try $0.documents(Visit.self, from: days[1], through: days[2]) } == [visits[2], visits[1]])
            #expect(try await store.read { try $0.documents(Visit.self, from: days[0], through: days[0]) } == [visits[0]])
            #expect(try await store.read { try $0.documents(Visit.self, from: days[2], through: days[1]) } == [])
        },
        StoreClause("a document belongs to nobody, or stays with its member") { store async throws in
            let news = News(id: "n1", text: Wording(["fa": "خبر"]), at: Samples.instant(), day: Day(serial: 17_167), by: nil)
            try await store.write { transaction in
                try transaction.keep(news)
                try transaction.keep(Samples.pass("p1", of: "m1"))
            }
            #expect(try await store.read { try $0.document("n1") } == news)
            await #expect(throws: StoreFault.taken(.document)) { try await store.write { try $0.keep(Samples.pass("p1", of: "m2")) } }
            #expect(try await store.read { try $0.document("p1") } == Samples.pass("p1", of: "m1"))
        },
        StoreClause("a body that throws leaves no document and no change of one") { store async throws in
            let pass = Samples.pass("p1", of: "m1")
            try await store.write { try $0.keep(pass) }
            await #expect(throws: Refused.self) {
                try await store.write { transaction in
                    var used = pass
                    try used.take(Pass.Use(at: Samples.instant(), units: used.units, ticket: nil, by: nil), on: used.day)
                    try transaction.keep(used)
                    try transaction.keep(Samples.pass("p2", of: "m1"))
                    throw Refused()
                }
            }
            #expect(try await store.read { try $0.openDocuments(Pass.self) } == [pass])
            #expect(try await store.read { try $0.documents(Pass.self, of: "m1") } == [pass])
        },
    ]
}

extension Samples {
    /// A visit on `day`.
    static func visit(_ id: VisitID, of member: MemberID, on day: Day = Day(serial: 17_167)) -> Visit {
        Visit(id: id, member: member, at: instant(), day: day, staff: "M. N.", register: nil)
    }

    /// A season ticket of five units.
    static func pass(_ id: PassID, of member: MemberID) -> Pass {
        Pass(
            id: id, member: member, form: .seasonTicket, name: "массаж/گل", units: 5, lastDay: Day(serial: 17_267), at: instant(), day: Day(serial: 17_167),
            issuedBy: nil)
    }
}
