import CanonicalJSON
import Hummingbird
import LoyaltyDesk
import LoyaltyModel

/// A reward is a gift of the catalogue: promised when it is created, its points taken when it is redeemed.
struct SquareReward: Encodable, Sendable {
    /// Square's names for how far it has come.
    enum Status: String, Codable, Sendable {
        case issued = "ISSUED"
        case redeemed = "REDEEMED"
        case deleted = "DELETED"
    }

    let id: DealingID
    let status: Status
    let account: MemberID
    let tier: GiftID
    let points: Points
    let order: TicketID?
    let createdAt: Instant
    let updatedAt: Instant
    let redeemedAt: Instant?

    enum CodingKeys: String, CodingKey {
        case id, status, points
        case account = "loyalty_account_id"
        case tier = "reward_tier_id"
        case order = "order_id"
        case createdAt = "created_at"
        case updatedAt = "updated_at"
        case redeemedAt = "redeemed_at"
    }

    init(_ promise: GiftPromise) {
        id = promise.id
        status =
            switch promise.state {
            case .open: .issued
            case .handedOver: .redeemed
            case .givenUp: .deleted
            }
        account = promise.member
        tier = promise.gift
        points = promise.points
        order = promise.ticket
        createdAt = promise.at
        updatedAt = promise.endedAt ?? promise.at
        redeemedAt = promise.state == .handedOver ? promise.endedAt : nil
    }
}

extension Front {
    func createSquareReward(_ asking: Asking) async throws -> Response {
        struct Body: Decodable {
            struct Reward: Decodable {
                let account: MemberID
                let tier: GiftID
                let order: TicketID?

                enum CodingKeys: String, CodingKey {
                    case account = "loyalty_account_id"
                    case tier = "reward_tier_id"
                    case order = "order_id"
                }
            }

            let reward: Reward
            let key: String?

            enum CodingKeys: String, CodingKey {
                case reward
                case key = "idempotency_key"
            }
        }

        let body = try await asking.body(Body.self)
        let key = try SquareKey(body.key)
        let wanted = PromiseRequest(
            id: DealingID(key.number("RW")), member: body.reward.account, gift: body.reward.tier, ticket: body.reward.order)
        let reply = try await desk.promise(wanted, asking.desk(key))
        return try .json(["reward": SquareReward(try JSON.value(GiftPromise.self, in: reply.body))])
    }

    func squareReward(_ asking: Asking) async throws -> Response {
        try .json(["reward": SquareReward(await desk.promise(asking.part("id")))])
    }

    func searchSquareRewards(_ asking: Asking) async throws -> Response {
        struct Body: Decodable {
            struct Query: Decodable {
                let account: MemberID
                let status: SquareReward.Status?

                enum CodingKeys: String, CodingKey {
                    case status
                    case account = "loyalty_account_id"
                }
            }

            let query: Query?
        }

        guard let query = try await asking.body(Body.self).query else {
            throw Trouble.notMapped("query", "name an account; a list of everybody's rewards is not given")
        }
        let rewards = try await desk.promises(to: query.account).map { SquareReward($0) }
        return try .json(["rewards": rewards.reversed().filter { query.status == nil || $0.status == query.status }])
    }

    func deleteSquareReward(_ asking: Asking) async throws -> Response {
        _ = try await desk.giveUpPromise(asking.part("id"), asking.desk())
        return .json(Array("{}".utf8))
    }

    func redeemSquareReward(_ asking: Asking) async throws -> Response {
        struct Body: Decodable {
            let key: String?
            enum CodingKeys: String, CodingKey { case key = "idempotency_key" }
        }

        let context = try asking.desk(SquareKey(try await asking.body(Body.self).key))
        let id: DealingID = try asking.part("id")
        let reply = try await desk.keepPromise(id, by: Self.squareHand, context)
        let reward = try await desk.promise(id)
        return try .json(SquareEvent.Answer(try await squareEvents(of: reward.member).made(by: reply)))
    }
}
