import Foundation
import LoyaltyModel
import LoyaltySeals
import LoyaltyStorage

/// Records and sales as they lay before schema 7: with everything in every entry, in the bytes of their `Encodable`.
enum EarlierForm {
    static func bytes(of value: some Encodable) throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return try encoder.encode(value)
    }

    /// The link of a record, sealed on the one before it.
    static func link(_ record: Record, after previous: [UInt8]?) throws -> SealedRecord {
        let bytes = Array(try bytes(of: record))
        return SealedRecord(record: record, bytes: bytes, seal: ChainSeal.seal(previous: previous ?? ChainSeal.origin, bytes: bytes))
    }
}
