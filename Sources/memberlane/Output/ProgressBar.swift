import Foundation
import Synchronization

/// How far long work is, on a terminal; nothing in a pipe.
final class ProgressBar: Sendable {
    private static let width = 40
    private let isShown = isatty(STDERR_FILENO) == 1
    private let drawn = Mutex(-1)

    func show(_ done: Int, of total: Int) {
        guard isShown, total > 0 else { return }
        let filled = min(Self.width, done * Self.width / total)
        let isNew = drawn.withLock { last in
            defer { last = filled }
            return last != filled
        }
        guard isNew else { return }
        write("\r[" + String(repeating: "█", count: filled) + String(repeating: "·", count: Self.width - filled) + "] \(done)/\(total)")
    }

    func clear() { if isShown { write("\r\u{1B}[K") } }

    private func write(_ text: String) { FileHandle.standardError.write(Data(text.utf8)) }
}
