public import LoyaltyModel
import LoyaltyRules
import LoyaltyStorage

/// A gift for points that a member has chosen (SH-11).
public struct PromiseRequest: Codable, Sendable, Hashable {
    /// The till's number of it.
    public var id: DealingID
    /// Whose gift.
    public var member: MemberID
    /// Which gift of the catalogue.
    public var gift: GiftID
    /// The ticket it goes with.
    public var ticket: TicketID?

    /// A gift that was chosen.
    public init(id: DealingID, member: MemberID, gift: GiftID, ticket: TicketID? = nil) {
        self.id = id
        self.member = member
        self.gift = gift
        self.ticket = ticket
    }
}

extension Desk {
    /// Notes that a gift for points has been chosen. Whoever has not got the points is refused at once; they are taken when it is handed out, not before.
    public func promise(_ request: PromiseRequest, _ context: DeskContext) async throws -> Reply {
        let keyed = try Keyed("promise", subject: request.id.rawValue, content: request, clash: .keyReused)
        return try await store.write { transaction in
            try transaction.once(keyed, key: nil) {
                try self.refuseTaken(request.id, GiftPromise.self, in: transaction)
                guard let gift = self.programme.gifts?[request.gift] else { throw Trouble(.giftUnknown, field: "gift") }
                let standing = try self.account(request.member, in: transaction).standing(under: self.book, at: context.at)
                guard standing.usable >= gift.points else { throw Trouble(.pointsShort, ["usable": .points(standing.usable)], field: "gift") }
                let promise = GiftPromise(
                    id: request.id, member: request.member, gift: gift.id, points: gift.points, ticket: request.ticket, at: context.at,
                    day: self.day(of: context))
                try self.note(promise, .opened, context, in: transaction)
                return promise
            }
        }
    }

    /// A promise as it stands.
    public func promise(_ id: DealingID) async throws -> GiftPromise { try await store.read { try self.kept(id, GiftPromise.self, in: $0) } }

    /// A member's promises, those that are over included, in the order they were made.
    public func promises(to member: MemberID) async throws -> [GiftPromise] {
        try await store.read { view in
            guard try view.member(member) != nil else { throw Trouble(.memberUnknown, field: "member") }
            return try view.documents(GiftPromise.self, of: member)
        }
    }

    /// Hands a promised gift out: now its points are taken, under the table in force.
    public func keepPromise(_ id: DealingID, by: String?, _ context: DeskContext) async throws -> Reply {
        let promise = try await promise(id)
        return try await deal("promised gift", id: id, with: promise.member, by: by, content: id, context) { account, transaction in
            var promise = try self.kept(id, GiftPromise.self, in: transaction)
            guard promise.isOpen else { throw Trouble(.recordClosed) }
            promise.state = .handedOver
            promise.endedAt = context.at
            try self.note(promise, .closed, context, in: transaction)
            let wanted = GiftRequest(id: id, member: promise.member, reason: .points, gift: promise.gift, price: nil, cost: nil, by: by)
            return try self.exchange(wanted, standing: account.standing(under: self.book, at: context.at), in: transaction)
        }
    }

    /// Notes that a promised gift is not wanted any more; a second time changes nothing. `recordClosed` for one that was handed out.
    public func giveUpPromise(_ id: DealingID, _ context: DeskContext) async throws -> GiftPromise {
        try await store.write { transaction in
            var promise = try self.kept(id, GiftPromise.self, in: transaction)
            guard promise.state != .handedOver else { throw Trouble(.recordClosed) }
            guard promise.isOpen else { return promise }
            promise.state = .givenUp
            promise.endedAt = context.at
            try self.note(promise, .closed, context, in: transaction)
            return promise
        }
    }
}
