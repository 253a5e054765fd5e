/// Runs `work` in `count` tasks at once and collects what they come to, in no order.
func concurrently<Answer: Sendable>(_ count: Int, _ work: @escaping @Sendable (Int) async throws -> Answer) async throws -> [Answer] {
    try await withThrowingTaskGroup(of: Answer.self) { group in
        for task in 0..<count {
            group.addTask { try await work(task) }
        }
        var answers: [Answer] = []
        for try await answer in group { answers.append(answer) }
        return answers
    }
}
