import CanonicalJSON
import Hummingbird
import LoyaltyDesk
import LoyaltyModel
import LoyaltyRules
import LoyaltyStorage

extension Front {
    func createSquareAccount(_ asking: Asking) async throws -> Response {
        struct Body: Decodable {
            struct Account: Decodable {
                let program: ProgrammeID?
                let mapping: SquareAccount.Mapping?

                enum CodingKeys: String, CodingKey {
                    case mapping
                    case program = "program_id"
                }
            }

            let account: Account
            let key: String?

            enum CodingKeys: String, CodingKey {
                case account = "loyalty_account"
                case key = "idempotency_key"
            }
        }

        let body = try await asking.body(Body.self)
        if let program = body.account.program { try demandProgram(program, field: "loyalty_account.program_id") }
        guard let phone = body.account.mapping?.phone, !phone.isEmpty else {
            throw Trouble(.fieldMissing, field: "loyalty_account.mapping.phone_number", detail: "a telephone number is needed, such as +14155550123")
        }
        let reply = try await desk.enrol(EnrolRequest(phone: phone), asking.desk(SquareKey(body.key)))
        let member = try JSON.value(MemberAnswer.self, in: reply.body).member
        return try .json(["loyalty_account": await squareAccount(member, phone: phone, asking)])
    }

    func squareAccount(_ asking: Asking) async throws -> Response {
        try .json(["loyalty_account": await squareAccount(asking.part("id"), phone: nil, asking)])
    }

    /// Finds members by telephone number or by account. A list of everybody is not given.
    func searchSquareAccounts(_ asking: Asking) async throws -> Response {
        struct Body: Decodable {
            struct Query: Decodable {
                let mappings: [SquareAccount.Mapping]?
                let customers: [MemberID]?

                enum CodingKeys: String, CodingKey {
                    case mappings
                    case customers = "customer_ids"
                }
            }

            let query: Query?
        }

        struct Answer: Encodable {
            let accounts: [SquareAccount]
            enum CodingKeys: String, CodingKey { case accounts = "loyalty_accounts" }
        }

        let query = try await asking.body(Body.self).query
        let phones = (query?.mappings ?? []).compactMap(\.phone)
        let customers = query?.customers ?? []
        guard (1...Self.mostAccounts).contains(phones.count + customers.count) else {
            throw Trouble.notMapped("query", "name 1 to \(Self.mostAccounts) telephone numbers or customers; a list of all members is not given")
        }
        var accounts: [SquareAccount] = []
        for phone in phones {
            do {
                let found = try await desk.identify(IdentifyRequest(value: phone, entry: .phone), asking.desk())
                accounts.append(try await squareAccount(found.member, phone: phone, asking))
            } catch let trouble as Trouble where trouble.code == .memberUnknown {}
        }
        for customer in customers {
            do { accounts.append(try await squareAccount(customer, phone: nil, asking)) } catch let trouble as Trouble where trouble.code == .memberUnknown {}
        }
        return try .json(Answer(accounts: accounts))
    }

    /// Sells an order to an account: what it earns is what the table says.
    func accumulateSquarePoints(_ asking: Asking) async throws -> Response {
        struct Body: Decodable {
            struct Points: Decodable {
                let order: TicketID?
                enum CodingKeys: String, CodingKey { case order = "order_id" }
            }

            let accumulate: Points
            let key: String?

            enum CodingKeys: String, CodingKey {
                case accumulate = "accumulate_points"
                case key = "idempotency_key"
            }
        }

        let body = try await asking.body(Body.self)
        let context = try asking.desk(SquareKey(body.key))
        let account: MemberID = try asking.part("id")
        guard let order = body.accumulate.order else {
            throw Trouble.notMapped("accumulate_points.order_id", "points come from the table by what was bought: create the order first, then name it here")
        }
        try await sellSquareOrder(order, to: account, context)
        return try .json(SquareEvent.Answer(try await squareEvents(of: account).accumulated(by: order)))
    }

    func adjustSquarePoints(_ asking: Asking) async throws -> Response {
        struct Body: Decodable {
            struct Adjustment: Decodable {
                let points: Points
                let reason: String?
            }

            let adjust: Adjustment
            let key: String?
            let mayOverdraw: Bool?

            enum CodingKeys: String, CodingKey {
                case adjust = "adjust_points"
                case key = "idempotency_key"
                case mayOverdraw = "allow_negative_balance"
            }
        }

        let body = try await asking.body(Body.self)
        let context = try asking.desk(SquareKey(body.key))
        let account: MemberID = try asking.part("id")
        let wanted = AdjustmentRequest(
            member: account, points: body.adjust.points, reason: body.adjust.reason ?? "", by: Self.squareHand, mayOverdraw: body.mayOverdraw ?? false)
        let reply = try await desk.adjust(wanted, context)
        return try .json(SquareEvent.Answer(try await squareEvents(of: account).made(by: reply)))
    }

    /// Who is noted as the hand of what comes through Square's calls.
    static let squareHand = "square"
    private static let mostAccounts = 30

    private func squareAccount(_ id: MemberID, phone: String?, _ asking: Asking) async throws -> SquareAccount {
        let statement = try await desk.statement(of: id, asking.desk())
        guard let member = try await desk.store.read({ try $0.member(id) }) else { throw Trouble(.memberUnknown, field: "account_id") }
        return SquareAccount(statement, of: member, phone: phone, programme: programme)
    }
}
