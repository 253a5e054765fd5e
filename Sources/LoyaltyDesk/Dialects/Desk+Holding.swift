import LoyaltyModel
import LoyaltySeals
import LoyaltyStorage

extension Desk {
    /// Keeps what another maker's till sends ahead of a sale, such as an order, with its first answer. It is never changed, and moves no account.
    ///
    /// The same name with the same content gets the first answer again; another content is refused with `keyReused`.
    ///
    /// - Parameters:
    ///   - name: What it is and its number, such as `square order O1`.
    ///   - content: The bytes of the request.
    ///   - answer: The bytes of the answer.
    public func hold(_ name: String, content: [UInt8], answer: [UInt8]) async throws -> Reply {
        let digest = ContentDigest.hex(of: content)
        return try await store.write { transaction in
            if let kept = try transaction.answer(to: name) {
                guard kept.digest == digest else { throw Trouble(.keyReused) }
                return Reply(body: kept.body, isRepeat: true)
            }
            try transaction.keep(KeptAnswer(key: name, digest: digest, body: answer))
            return Reply(body: answer, isRepeat: false)
        }
    }

    /// The first answer under a name; nil when nothing is kept there.
    public func held(_ name: String) async throws -> [UInt8]? { try await store.read { try $0.answer(to: name)?.body } }
}
