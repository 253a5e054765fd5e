import Foundation
import ProgramRunner

/// What the tills were told: the service has to know all of it for ever, and no more.
actor ToldLedger {
    struct Ticket: Sendable {
        let request: String
        let key: String
        let answer: Data
    }

    private(set) var tickets: [String: Ticket] = [:]
    /// Cars that each member has and has not returned.
    private(set) var cars: [String: Int] = [:]
    private(set) var jobs: [String] = []
    /// Records that writes outside card jobs have to have left: first the table that went live, and the till's access.
    private(set) var records = 2

    func joined(_ member: String, cars count: Int) {
        records += 1
        cars[member] = count
    }

    func sold(_ name: String, _ ticket: Ticket, to member: String?, cars count: Int) {
        records += 1
        tickets[name] = ticket
        if let member { cars[member, default: 0] += count }
    }

    func tookBack(from member: String, cars count: Int) {
        records += 1
        cars[member, default: 0] -= count
    }

    func opened(_ job: String) { jobs.append(job) }
}
