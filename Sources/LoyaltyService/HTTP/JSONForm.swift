import Foundation

/// The JSON of the service's own answers, on one line, keys sorted: equal answers are equal bytes.
enum JSONForm {
    private static let encoder = {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return encoder
    }()

    static func bytes(of value: some Encodable) throws -> [UInt8] { Array(try encoder.encode(value)) }
}
