import HTTPTypes
import Testing

@testable import LoyaltyService

@Suite struct `The description of the API` {
    /// Method and path of every operation, as the document's indentation gives them.
    private static func operations(in text: String) -> Set<String> {
        var found: Set<String> = []
        var path = ""
        for line in text.split(separator: "\n") {
            if line.hasPrefix("components:") { break }
            if line.hasPrefix("  /"), line.hasSuffix(":") { path = String(line.dropFirst(2).dropLast()) }
            let name = line.dropFirst(4).dropLast()
            if line.hasPrefix("    "), line.hasSuffix(":"), ["get", "post", "patch", "put", "delete"].contains(name) { found.insert("\(name) \(path)") }
        }
        return found
    }

    @Test func `describes every route, and no route that is not there`() async throws {
        try await Till.open { till, _ in
            let answer = try await till.get("/openapi.yaml")
            #expect(answer.status == 200)
            let routes = Set(RouteTable.api.map { "\($0.method.rawValue.lowercased()) \($0.path)" })
            #expect(Self.operations(in: answer.text) == routes)
        }
    }
}
