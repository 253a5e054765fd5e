internal import LoyaltyModel
internal import LoyaltyStorage
internal import Testing

extension StorageContract {
    static let members: [StoreClause] = [
        StoreClause("a member is kept as given and found by telephone number") { store async throws in
            var member = Samples.member("m1", phone: "+98912", tickets: ["T0"])
            member.profile.name = "س. ر."
            member.profile.birthday = Day(serial: 5540)
            member.recruits = [Recruit(member: "m2", joinedAt: Samples.instant(3), purchases: [Recruit.Purchase(ticket: "T0", boughtAt: Samples.instant(1))])]
            try await store.write { [member] in try $0.keep(member) }
            #expect(try await store.read { try $0.member("m1") } == member)
            #expect(try await store.read { try $0.member(phone: "+98912") } == "m1")
            #expect(try await store.read { try $0.account(of: "m1") } == MemberAccount(member: member))
            #expect(try await store.read { try $0.member("m2") } == nil)
            #expect(try await store.read { try $0.account(of: "m2") } == nil)
        },
        StoreClause("a telephone number belongs to one member") { store async throws in
            try await store.write { try $0.keep(Samples.member("m1", phone: "+981")) }
            await #expect(throws: StoreFault.taken(.phone)) { try await store.write { try $0.keep(Samples.member("m2", phone: "+981")) } }
            #expect(try await store.read { try $0.member("m2") } == nil)
            #expect(try await store.read { try $0.member(phone: "+981") } == "m1")
        },
        StoreClause("a telephone number that was given up can be had by another") { store async throws in
            try await store.write { try $0.keep(Samples.member("m1", phone: "+981")) }
            try await store.write { try $0.keep(Samples.member("m1", phone: "+982")) }
            try await store.write { try $0.keep(Samples.member("m2", phone: "+981")) }
            #expect(try await store.read { try $0.member(phone: "+981") } == "m2")
            #expect(try await store.read { try $0.member(phone: "+982") } == "m1")
            try await store.write { try $0.keep(Samples.member("m1")) }
            #expect(try await store.read { try $0.member(phone: "+982") } == nil)
        },
        StoreClause("members without a telephone number do not stand in each other's way") { store async throws in
            try await store.write { transaction in
                for id in ["m1", "m2", "m3"] as [MemberID] { try transaction.keep(Samples.member(id)) }
            }
            #expect(try await store.read { try $0.members(after: nil, limit: 10) } == ["m1", "m2", "m3"])
        },
        StoreClause("a body may catch that a telephone number is taken and go on") { store async throws in
            try await store.write { try $0.keep(Samples.member("m1", phone: "+981")) }
            try await store.write { transaction in
                do {
                    try transaction.keep(Samples.member("m2", phone: "+981"))
                } catch StoreFault.taken(.phone) {
                    try transaction.keep(Samples.member("m2", phone: "+982"))
                }
            }
            #expect(try await store.read { try $0.member(phone: "+982") } == "m2")
        },
        StoreClause("a ticket named at joining has one claimant") { store async throws in
            try await store.write { try $0.keep(Samples.member("m1", tickets: ["T1", "T2"])) }
            try await store.write { try $0.keep(Samples.member("m1", tickets: ["T1", "T2"])) }
            #expect(try await store.read { try $0.claimant(of: "T2") } == "m1")
            #expect(try await store.read { try $0.claimant(of: "T3") } == nil)
            await #expect(throws: StoreFault.taken(.claimedTicket)) { try await store.write { try $0.keep(Samples.member("m2", tickets: ["T3", "T2"])) } }
            #expect(try await store.read { try $0.claimant(of: "T3") } == nil)
        },
        StoreClause("members are listed in pages, in the order of their ids' bytes") { store async throws in
            let ids: [MemberID] = ["10", "9", "a", "Z", "é", "سپهر", "m 1"]
            try await store.write { transaction in
                for id in ids { try transaction.keep(Samples.member(id)) }
            }
            var listed: [MemberID] = []
            while true {
                let last = listed.last
                let page = try await store.read { try $0.members(after: last, limit: 3) }
                if page.isEmpty { break }
                #expect(page.count <= 3)
                listed += page
            }
            #expect(listed == ids.sorted())
            #expect(try await store.read { try $0.members(after: "m", limit: 1) } == ["m 1"])
            #expect(try await store.read { try $0.members(after: nil, limit: 0) } == [])
            #expect(try await store.read { try $0.members(after: nil, limit: -1) } == [])
        },
    ]
}
