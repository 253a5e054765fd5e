import Foundation
import LoyaltyModel
import LoyaltyWording

/// What is wrong, then the way out, on standard error: the problem first, then `hint:`.
struct Complaint {
    let problem: String
    let hint: String?

    init(_ problem: String, hint: String? = nil) {
        self.problem = problem
        self.hint = hint
    }

    init(_ error: any Error) {
        if let trouble = error as? Trouble {
            let advice = Catalogue(.english).advice(trouble)
            self.init([advice.problem, trouble.detail].compactMap { $0 }.joined(separator: " "), hint: advice.remedy)
        } else if let error = error as? any LocalizedError {
            self.init(error.errorDescription ?? "\(error)", hint: error.recoverySuggestion)
        } else {
            self.init("\(error)")
        }
    }

    func write() {
        Self.write("error: " + problem)
        if let hint { Self.write("hint: " + hint) }
    }

    static func write(_ text: String) { FileHandle.standardError.write(Data((text + "\n").utf8)) }
}
