internal import Foundation

/// Somebody who changes a database file behind the program's back, with Python's own `sqlite3`.
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
        let process = Process()
        let python = ProcessInfo.processInfo.environment["MEMBERLANE_PYTHON"]
        process.executableURL = URL(fileURLWithPath: python ?? "/usr/bin/env")
        process.arguments = (python == nil ? ["python3"] : []) + ["-c", script, database] + statements
        process.standardInput = FileHandle.nullDevice
        let status = try await Ending(of: process).status(within: ProgramUnderTest.patience)
        guard status == 0 else { throw TestFault("\(statements) ended with \(status): is there a python3, or does MEMBERLANE_PYTHON name one?") }
    }
}
