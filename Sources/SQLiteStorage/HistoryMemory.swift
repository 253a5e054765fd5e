internal import LoyaltyModel

/// What the only teller of a new file knows of it without asking, from one commit to the next.
final class HistoryMemory {
    /// How many outlines are kept at most, each of some kilobyte; beyond that all are made anew as they are needed.
    private static let room = 1_000_000

    /// What `PRAGMA data_version` said: another number means that somebody else has written to the file after all.
    private var version: Int?
    private var isAlone = true
    /// Hashes of the keys that have been answered.
    private var answered: Set<Int> = []
    /// The outlines of accounts as they stand.
    private(set) var outlines: [MemberID: BatchAccounts.Knowledge<AccountOutline>] = [:]
    /// The last record of the journal.
    private(set) var head: BatchAccounts.Head?

    /// Forgets everything when somebody else has written since.
    func check(_ version: Int?) {
        defer { self.version = version }
        guard let known = self.version, known != version else { return }
        isAlone = false
        take(outlines: [:], head: nil)
    }

    /// Notes that a key may have been answered.
    func note(answerTo key: String) { answered.insert(key.hashValue) }

    /// Whether a key may have been answered: never false for one that was.
    func mayHaveAnswered(_ key: String) -> Bool { !isAlone || answered.contains(key.hashValue) }

    /// Takes over what a commit has made true.
    func take(outlines: [MemberID: BatchAccounts.Knowledge<AccountOutline>], head: BatchAccounts.Head?) {
        self.outlines = outlines.count > Self.room ? [:] : outlines
        self.head = head
    }
}
