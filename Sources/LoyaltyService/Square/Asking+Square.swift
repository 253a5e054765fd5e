import LoyaltyDesk
import LoyaltyModel
import LoyaltySeals

/// A key as Square's bodies carry it.
struct SquareKey: Sendable {
    private static let longest = 192

    let text: String

    /// A key of the length Square takes. `fieldMissing` when there is none.
    init(_ text: String?) throws(Trouble) {
        guard let text, !text.isEmpty else { throw Trouble(.fieldMissing, field: "idempotency_key", detail: "a key is needed, new for each request") }
        guard text.utf8.count <= Self.longest else {
            throw Trouble(.fieldWrong, field: "idempotency_key", detail: "a key has 1 to \(Self.longest) characters")
        }
        self.text = text
    }

    /// A number that every repeat of the request gets.
    func number(_ kind: String) -> String { kind + ContentDigest.hex(of: "\(kind) \(text)").prefix(20) }
}

extension Asking {
    /// What the desk is told, with the key of the body. Keys of Square's callers and of our own API never meet.
    func desk(_ key: SquareKey) throws -> DeskContext {
        let asked = try desk()
        return DeskContext(at: asked.at, language: asked.language, key: "square \(key.text)", by: asked.by)
    }
}
