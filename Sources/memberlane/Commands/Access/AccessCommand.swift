import AccessControl
public import ArgumentParser
import Foundation
public import LoyaltyModel
import LoyaltyService
import LoyaltyStorage
import SQLiteStorage

/// `memberlane access`: who is let in.
struct AccessCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "access", abstract: "Lets staff and machines in, and shows who is.", subcommands: [Add.self, List.self, Revoke.self])

    /// Lets somebody in.
    struct Add: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Lets somebody in: a person by PIN, a machine by a token that is shown once.",
            discussion: "A PIN is read from standard input, so that it stands in no history: echo 4951 | memberlane access add --pin-from-stdin …")

        @OptionGroup var book: AccessBook
        @Option(help: "As what: till, cashier, card_desk, manager, kiosk or auditor.")
        var role: Role
        @Option(help: "The person's name, or the machine's label.")
        var name: String
        @Option(help: "Where: till, desk or kiosk; a till's and a kiosk's own place when left out.")
        var place: AccessPlace?
        @Flag(name: .customLong("pin-from-stdin"), help: "The person signs in by a PIN, which stands on the first line of standard input.")
        var readsPIN = false
        @Flag(help: "Print JSON.")
        var json = false

        func validate() throws {
            if readsPIN, role.isMachine { throw ValidationError("A \(role.rawValue) has a token and no PIN; leave --pin-from-stdin out.") }
        }

        func run() async throws {
            let pin = readsPIN ? try PIN(chosen: readLine() ?? "") : nil
            let newcomer = try Newcomer(role: role, name: name, place: place, pin: pin)
            let grant = try await book.open { try await $0.add(newcomer, at: .now()) }
            if json { return try JSONOutput.print(AccessAnswer(grant)) }
            JSONOutput.write("\(grant.entry.name) is let in as \(role.rawValue), access \(grant.entry.id).")
            if let token = grant.token {
                JSONOutput.write("  token  \(token)")
                JSONOutput.write("The token is shown this once. Programs send it as: Authorization: Bearer \(token.prefix(11))…")
            }
        }
    }

    /// Shows who is let in.
    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Shows who is or was let in, with the last use.")

        @OptionGroup var book: AccessBook
        @Flag(help: "Print JSON.")
        var json = false

        func run() async throws {
            try book.demandFile()
            let entries = try await book.open { try await $0.list() }
            if json { return try JSONOutput.print(["access": entries.map { AccessAnswer($0) }]) }
            guard !entries.isEmpty else { return JSONOutput.write("nobody is let in yet") }
            for listed in entries {
                let entry = listed.entry
                let credentials = [entry.token.map { _ in "token" }, entry.pin.map { _ in "PIN" }, entry.card.map { _ in "staff card" }].compactMap(\.self)
                let worth = entry.revokedAt.map { "revoked \($0)" } ?? (listed.lastUsed.map { "last used \($0)" } ?? "never used")
                let place = entry.place.map { ", at the \($0.rawValue)" } ?? ""
                JSONOutput.write("\(entry.id)  \(entry.role.rawValue)\(place)  \(entry.name)  (\(credentials.joined(separator: ", ")))  \(worth)")
            }
        }
    }

    /// Lets somebody in no more.
    struct Revoke: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Lets somebody in no more; a running service notices within a second.")

        @OptionGroup var book: AccessBook
        @Argument(help: "The access, as `memberlane access list` shows it.")
        var access: String

        func run() async throws {
            try book.demandFile()
            let id = AccessID(access)
            let isUnclaimed = try await book.open { doorkeeper in
                try await doorkeeper.revoke(id, at: .now())
                return try await doorkeeper.isUnclaimed()
            }
            JSONOutput.write("\(id) is let in no more.")
            if isUnclaimed { Complaint.write("note: there is no manager now; the service prints an address for setting one up when it starts.") }
        }
    }
}

/// The database whose doors are meant.
struct AccessBook: ParsableArguments {
    @Option(help: "The database file.")
    var database: String

    /// For commands that make no file.
    func demandFile() throws {
        guard FileManager.default.fileExists(atPath: database) else { throw StoreFault.cannotOpen(what: database, why: "there is no such file") }
    }

    /// Works on the database, and closes it.
    func open<Answer>(_ body: (Doorkeeper) async throws -> Answer) async throws -> Answer {
        let store = try SQLiteStore(path: database)
        let doorkeeper = Doorkeeper(store: store, key: try SealKeyFile.key(beside: database))
        let answer = try await body(doorkeeper)
        try store.close()
        return answer
    }
}

/// Somebody who is or was let in, for programs. The token is there once, when it is made.
private struct AccessAnswer: Encodable {
    let access: AccessID
    let role: Role
    let name: String
    let place: AccessPlace?
    let created: Instant
    var token: String?
    var lastUsed: Instant?
    let revoked: Instant?
    let signsInBy: [String]

    enum CodingKeys: String, CodingKey {
        case access, role, name, place, created, token, revoked
        case lastUsed = "last_used"
        case signsInBy = "signs_in_by"
    }

    init(_ entry: AccessEntry) {
        access = entry.id
        role = entry.role
        name = entry.name
        place = entry.place
        created = entry.createdAt
        revoked = entry.revokedAt
        signsInBy = [entry.token.map { _ in "token" }, entry.pin.map { _ in "pin" }, entry.card.map { _ in "staff_card" }].compactMap(\.self)
    }

    init(_ grant: Grant) {
        self.init(grant.entry)
        token = grant.token
    }

    init(_ listed: ListedAccess) {
        self.init(listed.entry)
        lastUsed = listed.lastUsed
    }
}

extension Role: ExpressibleByArgument {}
extension AccessPlace: ExpressibleByArgument {}
