internal import Foundation
internal import GRDB
internal import LoyaltyModel
internal import LoyaltyStorage

extension SQLiteView {
    func posted(_ keys: [MoveKey], of sale: Sale) throws -> [MoveKey: PostedMove] {
        guard let member = sale.member else { return [:] }
        let keys = Set(keys)
        return try asking { try posted(for: member).filter { keys.contains($0.key) } }
    }

    /// The accounts of a stretch of members, each table read once from the first to the last: for work that goes through all of them.
    func accounts(after id: MemberID?, limit: Int) throws -> [MemberAccount] {
        let ids = try members(after: id, limit: limit)
        guard let first = ids.first, let last = ids.last else { return [] }
        let stretch: StatementArguments = [first.rawValue, last.rawValue]
        var accounts: [MemberAccount] = []
        accounts.reserveCapacity(ids.count)
        var places: [String: Int] = [:]
        _ = try rows("SELECT id, body FROM member WHERE id BETWEEN ? AND ? ORDER BY id", stretch) { row in
            places[row[0]] = accounts.count
            accounts.append(MemberAccount(member: try StoredForm.value(Member.self, in: row[1] as Data)))
        }
        let each = { (sql: String, take: (inout MemberAccount, Row) throws -> Void) in
            _ = try self.rows(sql, stretch) { row in
                if let place = places[row[0]] { try take(&accounts[place], row) }
            }
        }
        try each("SELECT member, record, moves FROM entry WHERE member BETWEEN ? AND ? ORDER BY member, record") { account, row in
            try KeptMoves.post(row[2], ofRecord: row[1], to: &account.posted)
        }
        try each("\(SaleRow.selectionByMember) WHERE sale.member BETWEEN ? AND ? ORDER BY sale.member, sale.sequence") { account, row in
            account.sales.append(try SaleRow.sale(row, from: 1))
        }
        try each("SELECT member, body FROM request WHERE member BETWEEN ? AND ? ORDER BY member, sequence") { account, row in
            account.requests.append(try StoredForm.value(BenefitRequest.self, in: row[1] as Data))
        }
        try each("SELECT member, body FROM dealing WHERE member BETWEEN ? AND ? ORDER BY member, sequence") { account, row in
            account.dealings.append(try StoredForm.value(Dealing.self, in: row[1] as Data))
        }
        return accounts
    }
}
