public import Foundation

/// The built `memberlane`, wherever the build put it.
public enum ProgramUnderTest {
    /// What `MEMBERLANE_EXECUTABLE` names, else the program beside the test bundle.
    public static let executable: URL = {
        if let named = ProcessInfo.processInfo.environment["MEMBERLANE_EXECUTABLE"] { return URL(fileURLWithPath: named) }
        let runner = URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath()
        // The runner is the test bundle itself, or lies some folders inside it.
        let parts = runner.pathComponents
        let depth = parts.firstIndex { $0.hasSuffix(".xctest") } ?? parts.count - 1
        return parts[1..<depth].reduce(URL(fileURLWithPath: "/")) { $0.appending(path: $1) }.appending(path: "memberlane")
    }()

    static func missing() -> TestFault? {
        guard !FileManager.default.isExecutableFile(atPath: executable.path) else { return nil }
        return TestFault("\(executable.path) is no program: build it with `swift build --product memberlane`, or name it with MEMBERLANE_EXECUTABLE")
    }
}

/// What keeps a test from being carried out.
public struct TestFault: Error, CustomStringConvertible {
    /// What is wrong.
    public let description: String

    /// A fault in words.
    public init(_ description: String) { self.description = description }
}
