internal import Foundation
internal import Synchronization

/// The tokens by which tests ask services, one a database: a service that is started anew knows the one from before.
enum ServiceTokens {
    private static let known = Mutex<[String: String]>([:])

    /// The token of the database that the arguments of `serve` name.
    static func token(of arguments: [String]) async throws -> String {
        guard let place = arguments.firstIndex(of: "--database"), arguments.indices.contains(place + 1) else {
            throw TestFault("a service under test names its database")
        }
        let database = arguments[place + 1]
        if let token = known.withLock({ $0[database] }) { return token }
        let added = try await ProgramUnderTest.run("access", "add", "--role", "manager", "--name", UUID().uuidString, "--database", database, "--json")
        guard added.status == 0, let token = try added.json.token.string else { throw TestFault("no token was made: \(added.complaint)") }
        known.withLock { $0[database] = token }
        return token
    }
}
