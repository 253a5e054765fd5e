import Foundation

/// Facts for programs, on standard output.
enum JSONOutput {
    /// One JSON document, laid out for reading.
    static func print(_ value: some Encodable) throws {
        write(try text(value, [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]))
    }

    /// One object on a line of its own.
    static func line(_ value: some Encodable) throws { write(try text(value, [.sortedKeys, .withoutEscapingSlashes])) }

    /// A line straight to the descriptor: whoever waits at the end of a pipe reads it at once.
    static func write(_ line: String) { FileHandle.standardOutput.write(Data((line + "\n").utf8)) }

    private static func text(_ value: some Encodable, _ format: JSONEncoder.OutputFormatting) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = format
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }
}
