import Foundation
import GRDB
import Hummingbird

/// What `make bench` measures MemberLane against, and the card measured in process.
///
/// `empty-route PORT` serves the framework's empty answer; `raw-commits FILE COUNT` makes durable SQLite commits of one row;
/// `cards COUNT` draws cards to ESC/POS bytes, `first-bands COUNT` to their first band, `card-growth COUNT` prints by how many bytes that
/// grows memory; `engine COUNT`, `quotes FILE COUNT`, `sales FILE COUNT` and
/// `replay FILE COUNT` run the checkout path in process; `catch-up FILE COUNT` posts what members who stayed away have lost.
/// Each prints the seconds it took.
@main
enum Yardsticks {
    static func main() async throws {
        let arguments = Array(CommandLine.arguments.dropFirst())
        switch (arguments.first, arguments.dropFirst().compactMap { Int($0) }.last) {
        case ("empty-route", let port?): try await serveEmptyRoute(port)
        case ("raw-commits", let count?): try rawCommits(count, path: arguments[1])
        case ("cards", let count?): try await Cards.draw(count)
        case ("first-bands", let count?): try await Cards.firstBand(count)
        case ("card-growth", let count?): try await Cards.growth(count)
        case ("engine", let count?): try await Checkout.engine(count)
        case ("quotes", let count?): try await Checkout.quotes(count, path: arguments[1])
        case ("sales", let count?): try await Checkout.sales(count, path: arguments[1])
        case ("replay", let count?): try await Checkout.replay(count, path: arguments[1])
        case ("catch-up", let count?): try await Ladders.catchUp(count, path: arguments[1])
        default:
            print("usage: yardsticks empty-route PORT | raw-commits FILE COUNT | cards COUNT | first-bands COUNT | card-growth COUNT | engine COUNT")
            print("       yardsticks quotes FILE COUNT | sales FILE COUNT | replay FILE COUNT | catch-up FILE COUNT")
            exit(2)
        }
    }

    private static func serveEmptyRoute(_ port: Int) async throws {
        let router = Router()
        router.post("/empty") { request, _ in
            _ = try await request.body.collect(upTo: 1 << 18)
            return HTTPResponse.Status.ok
        }
        try await Application(router: router, configuration: .init(address: .hostname("127.0.0.1", port: port))).run()
    }

    /// One writer, one row a commit, the settings of the store: WAL and `synchronous=FULL`.
    private static func rawCommits(_ count: Int, path: String) throws {
        let queue = try DatabaseQueue(path: path)
        try queue.writeWithoutTransaction { db in
            try db.execute(sql: "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE row(id INTEGER PRIMARY KEY, body BLOB)")
            let statement = try db.makeStatement(sql: "INSERT INTO row(body) VALUES (?)")
            let body = Data(repeating: 7, count: 900)
            let start = ContinuousClock.now
            for _ in 0..<count { try statement.execute(arguments: [body]) }
            report(since: start)
        }
    }

    /// Seconds, for the script to read.
    static func report(since start: ContinuousClock.Instant) {
        let parts = (ContinuousClock.now - start).components
        print(Double(parts.seconds) + Double(parts.attoseconds) / 1e18)
    }
}
