import NIOHTTP1

extension TillClient {
    /// Makes somebody a member.
    ///
    /// - Parameter key: Names this joining, so that a repeat is one: kept by the till until it has the answer.
    public func join(_ joining: Joining, key: String) async throws -> Member { try await answer(to: .post("/v1/members", joining, key: key)) }

    /// A member by account.
    public func member(_ account: String) async throws -> Member { try await answer(to: .get("/v1/members/\(Self.escaped(account))")) }

    /// Balance, entries, and what comes.
    public func account(of member: String) async throws -> MemberAccount {
        try await answer(to: .get("/v1/members/\(Self.escaped(member))/account"))
    }

    /// Says that the service is well. Throws ``Refusal`` where its store is not, ``ServiceAway`` where it does not answer.
    public func health() async throws -> Health { try await answer(to: .get("/v1/health")) }
}
