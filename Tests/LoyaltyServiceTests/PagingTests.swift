import Testing

@Suite struct `Parts of lists` {
    /// A list in parts of `limit`: the numbers of all that came, in order.
    private static func all(_ till: Till, _ path: String, list: String, number: String, limit: Int) async throws -> [String] {
        var numbers: [String] = []
        var after = ""
        repeat {
            let answer = try await till.get(path + (path.contains("?") ? "&" : "?") + "limit=\(limit)" + (after.isEmpty ? "" : "&after=\(after)"))
            try #require(answer.status == 200, "\(answer.text)")
            let items = try #require(answer[list])
            #expect((items.count ?? 0) <= limit)
            for index in 0..<(items.count ?? 0) { numbers.append(try #require(items[index]?[number]?.string)) }
            after = answer["next"]?.string ?? ""
        } while !after.isEmpty
        return numbers
    }

    private static func whole(_ till: Till, _ path: String, list: String, number: String) async throws -> [String] {
        let answer = try await till.get(path)
        #expect(answer["next"] == nil)
        let items = try #require(answer[list])
        return (0..<(items.count ?? 0)).compactMap { items[$0]?[number]?.string }
    }

    @Test func `come to the whole list, whatever their size`() async throws {
        try await Till.open { till, _ in
            for member in ["A", "B", "C"] { try await till.join(member) }
            for number in 1...5 {
                _ = try await till.sell("T\(number)", member: "A")
                _ = try await till.post("/v1/visits", #"{"visit":"V\#(number)","member":"A"}"#)
                _ = try await till.post("/v1/feedback", #"{"feedback":"F\#(number)","kind":"opinion","essence":"good"}"#)
            }
            for member in ["A", "B", "C"] { _ = try await till.post("/v1/card-jobs", #"{"member":"\#(member)","kind":"first_issue"}"#) }
            let lists = [
                ("/v1/members/A/account", "entries", "id"), ("/v1/visits", "visits", "visit"), ("/v1/feedback", "feedback", "feedback"),
                ("/v1/card-jobs", "jobs", "job"), ("/v1/notices", "notices", "notice"),
            ]
            for (path, list, number) in lists {
                let whole = try await Self.whole(till, path, list: list, number: number)
                #expect(path == "/v1/notices" || whole.count >= 3, "\(path)")
                for limit in [1, 2, 3, 1000] { #expect(try await Self.all(till, path, list: list, number: number, limit: limit) == whole, "\(path)") }
            }
        }
    }

    @Test(arguments: ["limit=0", "limit=1001", "limit=x", "limit=1&after=nothing", "after=nothing"])
    func `that cannot be are refused`(query: String) async throws {
        try await Till.open { till, _ in
            let answer = try await till.get("/v1/visits?\(query)")
            #expect(answer.status == 422 && answer.code == "field_wrong" && ["limit", "after"].contains(answer["field"]?.string))
        }
    }
}
