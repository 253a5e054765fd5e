import Hummingbird

/// Counts every request under the route that answered it.
struct Measuring: RouterMiddleware {
    typealias Context = FrontContext

    let metrics: ServiceMetrics

    func handle(_ request: Request, context: FrontContext, next: (Request, FrontContext) async throws -> Response) async throws -> Response {
        let begun = ContinuousClock.now
        let response = try await next(request, context)
        let taken = begun.duration(to: .now).components
        metrics.count(
            ServiceMetrics.Route(path: context.endpointPath ?? "NotFound", method: Self.known.contains(request.method) ? request.method.rawValue : "other"),
            status: response.status.code, nanoseconds: Int(taken.seconds) * 1_000_000_000 + Int(taken.attoseconds / 1_000_000_000))
        return response
    }

    /// The methods that are told apart; a caller may invent others.
    private static let known: Set<HTTPRequest.Method> = [.get, .post, .patch, .delete, .options, .head, .put]
}
