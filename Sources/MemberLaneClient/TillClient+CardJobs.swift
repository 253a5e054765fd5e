public import Foundation

/// A card is made in steps; each answer says in `next` what is possible, and in `advice` what to do. A step that was cut off is not sent again by itself:
/// ``cardJob(_:)`` says how far it came.
extension TillClient {
    /// Opens a card job.
    ///
    /// - Parameter key: Names this order, so that a repeat is one.
    public func openCardJob(_ card: CardOrdering, key: String) async throws -> CardJob { try await answer(to: .post("/v1/card-jobs", card, key: key)) }

    /// The card jobs that are not over, oldest first.
    public func cardJobs() async throws -> [CardJob] {
        struct Jobs: Decodable { let jobs: [CardJob] }
        return try await answer(to: .get("/v1/card-jobs"), as: Jobs.self).jobs
    }

    /// A card job as it stands.
    public func cardJob(_ job: String) async throws -> CardJob { try await answer(to: .get(Self.path(job))) }

    /// The card as it will be printed, a PNG.
    public func preview(of job: String) async throws -> Data { try await bytes(of: .get(Self.path(job, "/preview.png"))).body }

    /// The old card has come in, or does not.
    public func takeOldCard(_ card: PresentedCard, for job: String) async throws -> CardJob {
        try await answer(to: .post(Self.path(job, "/old-card"), card, isRepeatable: false))
    }

    /// Prints the card, which takes as long as the printer does.
    public func printCard(_ job: String, patience: Duration = .seconds(120)) async throws -> CardJob {
        let patient = TillClient(at: address, token: token, language: language, patience: patience, http: http)
        return try await patient.answer(to: .post(Self.path(job, "/print"), NoFields(), isRepeatable: false))
    }

    /// The new card has been read back: from now on it is the member's.
    public func verify(_ card: PresentedCard, for job: String) async throws -> CardJob {
        try await answer(to: .post(Self.path(job, "/verify"), card, isRepeatable: false))
    }

    /// The finished card has been handed to the customer.
    public func handOver(_ job: String, by: String? = nil) async throws -> CardJob {
        try await answer(to: .post(Self.path(job, "/hand-over"), ["by": by].compactMapValues(\.self), isRepeatable: false))
    }

    /// Gives a card job up; the old card goes on working.
    public func cancelCardJob(_ job: String, by: String? = nil) async throws -> CardJob {
        try await answer(to: .post(Self.path(job, "/cancel"), ["by": by].compactMapValues(\.self), isRepeatable: false))
    }

    private static func path(_ job: String, _ step: String = "") -> String { "/v1/card-jobs/\(escaped(job))\(step)" }
}
