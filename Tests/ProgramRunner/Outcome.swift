internal import Foundation

/// How a run of the program ended and what it said.
public struct Outcome: Sendable {
    /// Its exit status; negative for the signal that ended it.
    public let status: Int
    /// What it wrote to standard output.
    public let output: String
    /// What it wrote to standard error.
    public let complaint: String

    /// What a run came to that wrote into the files `output` and `complaint` of a folder.
    init(status: Int, in folder: ScratchFolder) throws {
        self.status = status
        output = String(decoding: try folder.bytes("output"), as: UTF8.self)
        complaint = String(decoding: try folder.bytes("complaint"), as: UTF8.self)
    }

    /// Standard output as one JSON document.
    public var json: JSONValue {
        get throws { try JSONValue(Data(output.utf8)) }
    }

    /// Standard output as one JSON document a line.
    public var jsonLines: [JSONValue] {
        get throws { try output.split(separator: "\n").map { try JSONValue(Data($0.utf8)) } }
    }

    /// Whether it complained as the house does: the problem first, then the way out.
    public var namesProblemThenHint: Bool {
        guard complaint.hasPrefix("error: "), let hint = complaint.range(of: "\nhint: ") else { return false }
        return !complaint[hint.upperBound...].allSatisfy(\.isWhitespace)
    }
}

extension ProgramUnderTest {
    /// Seconds after which a run that does not end is ended: far beyond any run's time, so that a test fails and does not hang.
    static let patience = 60

    /// Runs the program to its end, outside a terminal.
    ///
    /// - Parameter input: Standard input; empty when nil.
    public static func run(_ arguments: String..., input: String? = nil, environment: [String: String] = [:]) async throws -> Outcome {
        try await run(arguments, input: input, environment: environment)
    }

    /// Runs the program to its end, outside a terminal; `environment` goes before this process's own.
    public static func run(_ arguments: [String], input: String? = nil, environment: [String: String] = [:]) async throws -> Outcome {
        if let fault = missing() { throw fault }
        let folder = try ScratchFolder()
        let output = try Self.file("output", in: folder)
        let complaint = try Self.file("complaint", in: folder)
        let process = Process()
        process.executableURL = executable
        process.arguments = arguments
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        process.standardInput = try FileHandle(forReadingFrom: URL(fileURLWithPath: folder.write(input ?? "", to: "input")))
        process.standardOutput = output
        process.standardError = complaint
        return try Outcome(status: await Ending(of: process).status(within: patience), in: folder)
    }

    static func file(_ name: String, in folder: ScratchFolder) throws -> FileHandle {
        _ = try folder.write("", to: name)
        return try FileHandle(forWritingTo: folder.url.appending(path: name))
    }
}
