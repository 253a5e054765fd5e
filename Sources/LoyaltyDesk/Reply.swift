internal import CanonicalJSON
internal import LoyaltyModel
internal import LoyaltySeals
internal import LoyaltyStorage

/// An answer as bytes of JSON: those of the first time, however often the request is repeated.
public struct Reply: Sendable, Hashable {
    /// A JSON object.
    public let body: [UInt8]
    /// Whether this request had been answered before.
    public let isRepeat: Bool
}

extension Reply {
    init(_ answer: some Encodable, isRepeat: Bool = false) throws {
        self.init(body: try JSON.bytes(of: answer), isRepeat: isRepeat)
    }
}

/// What makes two requests the same: what they are about and what they say, however it was spaced or ordered.
struct Keyed {
    /// Finds the answer again without the till's key, such as `sale T1`; nil where the same may rightly be asked twice, as a return may.
    let subject: String?
    /// The digest of kind and content.
    let digest: String
    /// What is refused when the subject is there with other content.
    let clash: TroubleCode

    /// A request of `kind` about `subject`.
    init(_ kind: String, subject: String?, content: some Encodable, clash: TroubleCode) throws {
        self.subject = subject.map { "\(kind) \($0)" }
        self.digest = ContentDigest.hex(of: Array("\(kind) \(subject ?? "") ".utf8) + (try JSON.bytes(of: content)))
        self.clash = clash
    }
}

extension StoreTransaction {
    /// Answers a repeat from what was kept; else keeps the answer of this first time under its subject, under the till's own key, or both.
    func once(_ keyed: Keyed, key: String?, _ answer: () throws -> some Encodable) throws -> Reply {
        let keyName = key.map { "key \($0)" }
        if let keyName, let kept = try self.answer(to: keyName) {
            guard kept.digest == keyed.digest else { throw Trouble(.keyReused) }
            if !kept.body.isEmpty { return Reply(body: kept.body, isRepeat: true) }
        }
        if let subject = keyed.subject, let kept = try self.answer(to: subject) {
            guard kept.digest == keyed.digest else { throw Trouble(keyed.clash) }
            return Reply(body: kept.body, isRepeat: true)
        }
        let body = try JSON.bytes(of: try answer())
        if let subject = keyed.subject { try keep(KeptAnswer(key: subject, digest: keyed.digest, body: body)) }
        if let keyName { try keep(KeptAnswer(key: keyName, digest: keyed.digest, body: keyed.subject == nil ? body : [])) }
        return Reply(body: body, isRepeat: false)
    }
}
