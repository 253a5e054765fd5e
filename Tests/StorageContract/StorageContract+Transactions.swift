internal import LoyaltyModel
internal import LoyaltyStorage
internal import Testing

extension StorageContract {
    static let transactions: [StoreClause] = [
        StoreClause("a body that throws leaves no trace") { store async throws in
            let card = try Samples.card("900100", of: "m1")
            let job = try Samples.job("j1", of: "m1")
            try await store.write {
                try $0.keep(Samples.member("m1", phone: "+981", tickets: ["T0"]))
                try $0.keep(Samples.sale("T1", of: "m1"))
                try $0.keep(job)
                try $0.appendEarning(of: "m1")
            }
            let before = try await store.read { try Snapshot($0) }
            await #expect(throws: Refused()) {
                try await store.write { transaction in
                    var member = Samples.member("m1", phone: "+982")
                    member.profileCompletedAt = Samples.instant(1)
                    try transaction.keep(member)
                    try transaction.keep(Samples.member("m0", phone: "+983", tickets: ["T9"]))
                    try transaction.keep(Samples.sale("T1", of: "m2", approval: "r1"))
                    try transaction.keep(Samples.sale("T2", of: "m1", approval: "r1"))
                    try transaction.keep(card)
                    try transaction.keep(BenefitRequest(id: "r1", member: "m1", benefit: "discount", at: Samples.instant()))
                    var over = job
                    over.state = .cancelled
                    try transaction.keep(over)
                    try transaction.keep(KeptAnswer(key: "k", digest: "d", body: [1]))
                    try transaction.keep(PublishedProgramme(version: Samples.programme, table: "t", settings: nil))
                    try transaction.appendEarning(of: "m1")
                    try transaction.appendEarning(of: "m0", key: "joining")
                    throw Refused()
                }
            }
            #expect(try await store.read { try Snapshot($0) } == before)
            try await store.write { try $0.keep(Samples.member("m3", phone: "+982", tickets: ["T9"])) }
        },
        StoreClause("a body sees its own changes") { store async throws in
            try await store.write { transaction in
                try transaction.keep(Samples.member("m1", phone: "+981"))
                try transaction.keep(Samples.sale("T1", of: "m1"))
                try transaction.appendEarning(of: "m1", points: 60)
                #expect(try transaction.account(of: "m1")?.points == Points(60))
                try transaction.appendEarning(of: "m1", points: -10)
                var sale = Samples.sale("T1", of: "m1")
                sale.voidedAt = Samples.instant(5)
                try transaction.keep(sale)
                #expect(try transaction.account(of: "m1")?.points == Points(50))
                #expect(try transaction.account(of: "m1")?.sales == [sale])
                #expect(try transaction.member(phone: "+981") == "m1")
                #expect(try transaction.head()?.record.number == 2)
            }
        },
        StoreClause("writers take turns: no increment of many tasks is lost") { store async throws in
            try await store.write { try $0.keep(Samples.member("m1")) }
            _ = try await concurrently(8) { task in
                for turn in 0..<10 {
                    try await store.write { transaction in
                        let seen = try transaction.account(of: "m1")?.points ?? .zero
                        try transaction.appendEarning(of: "m1", key: MoveKey("\(task).\(turn)"), points: 1)
                        #expect(try transaction.account(of: "m1")?.points == seen + Points(1))
                    }
                }
            }
            #expect(try await store.read { try $0.account(of: "m1")?.points } == Points(80))
            #expect(try await LedgerVerifier(store).verify().length == 80)
        },
        StoreClause("writers that fail among writers that succeed are undone alone") { store async throws in
            try await store.write { try $0.keep(Samples.member("m1")) }
            let kept = try await concurrently(40) { task in
                do {
                    try await store.write { transaction in
                        try transaction.appendEarning(of: "m1", key: MoveKey("\(task)"), points: 1)
                        if task.isMultiple(of: 3) { throw Refused() }
                    }
                    return true
                } catch is Refused {
                    return false
                }
            }
            #expect(kept.filter { $0 }.count == 26)
            #expect(try await store.read { try $0.account(of: "m1")?.points } == Points(26))
            #expect(try await LedgerVerifier(store).verify().length == 26)
        },
        StoreClause("a reader sees a transaction whole or not at all") { store async throws in
            try await store.write { try $0.keep(Samples.member("m1")) }
            let writing = Task {
                for turn in 0..<30 {
                    try await store.write { transaction in
                        try transaction.appendEarning(of: "m1", key: MoveKey("a\(turn)"), points: 5)
                        try transaction.appendEarning(of: "m1", key: MoveKey("b\(turn)"), points: -5)
                    }
                }
            }
            for _ in 0..<30 {
                let seen = try await store.read { (points: try $0.account(of: "m1")?.points, head: try $0.head()?.record.number ?? 0) }
                #expect(seen.points == .zero)
                #expect(seen.head.isMultiple(of: 2))
            }
            try await writing.value
        },
        StoreClause("a repeated key has the answer that was kept") { store async throws in
            let answer = KeptAnswer(key: "till-1/42", digest: "4f1c", body: Array("{\"points\":60}".utf8))
            try await store.write { try $0.keep(answer) }
            #expect(try await store.read { try $0.answer(to: "till-1/42") } == answer)
            #expect(try await store.read { try $0.answer(to: "till-1/43") } == nil)
            await #expect(throws: StoreFault.taken(.answerKey)) {
                try await store.write { try $0.keep(KeptAnswer(key: "till-1/42", digest: "0000", body: [])) }
            }
            #expect(try await store.read { try $0.answer(to: "till-1/42") } == answer)
        },
        StoreClause("of many tasks with one key exactly one sells") { store async throws in
            let sold = try await concurrently(12) { _ in
                try await store.write { transaction in
                    if try transaction.answer(to: "k") != nil { return false }
                    try transaction.keep(KeptAnswer(key: "k", digest: "d", body: []))
                    try transaction.appendEarning(of: "m1")
                    return true
                }
            }
            #expect(sold.filter { $0 }.count == 1)
            #expect(try await store.read { try $0.head()?.record.number } == 1)
        },
    ]
}
