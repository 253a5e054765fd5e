import Foundation

/// JSON with its keys sorted, for values with dictionaries in them; answers are written by ``JSONText``.
enum JSONForm {
    private static let encoder = {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return encoder
    }()

    static func bytes(of value: some Encodable) throws -> [UInt8] { Array(try encoder.encode(value)) }
}
