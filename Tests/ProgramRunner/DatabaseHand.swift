internal import Foundation

/// Somebody with Python's own `sqlite3` at a database file, who reads or changes it behind the program's back.
public enum DatabaseHand {
    /// Runs SQL statements on the file, and leaves no other file beside it.
    public static func run(_ statements: String..., on database: String) async throws {
        let script = """
            import sqlite3, sys
            file = sqlite3.connect(sys.argv[1], isolation_level=None)
            for statement in sys.argv[2:]:
                file.execute(statement)
            file.close()
            """
        let outcome = try await run(script: script, on: database, statements)
        guard outcome.status == 0 else {
            throw TestFault("\(statements) ended with \(outcome.status): is there a python3, or does MEMBERLANE_PYTHON name one?")
        }
    }

    /// Runs a script whose first argument is the file.
    public static func run(script: String, on database: String, _ more: [String] = []) async throws -> Outcome {
        let folder = try ScratchFolder()
        let process = Process()
        let python = ProcessInfo.processInfo.environment["MEMBERLANE_PYTHON"]
        process.executableURL = URL(fileURLWithPath: python ?? "/usr/bin/env")
        process.arguments = (python == nil ? ["python3"] : []) + ["-c", script, database] + more
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = try ProgramUnderTest.file("output", in: folder)
        process.standardError = try ProgramUnderTest.file("complaint", in: folder)
        return try Outcome(status: await Ending(of: process).status(within: ProgramUnderTest.patience), in: folder)
    }
}
