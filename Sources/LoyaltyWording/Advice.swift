/// What is wrong, and the way out.
public struct Advice: Sendable, Hashable {
    /// What is wrong; one sentence.
    public let problem: String
    /// The way out; empty where nothing has to be done.
    public let remedy: String

    init(_ problem: String, _ remedy: String) {
        self.problem = problem
        self.remedy = remedy
    }
}
