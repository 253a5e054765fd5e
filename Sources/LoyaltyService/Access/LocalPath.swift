/// A page of this service to go to after signing in; whatever else was asked for leads to the start, so that no link of ours leads out of the house.
struct LocalPath {
    /// Path and query, beginning with one slash.
    let text: String

    static let start = LocalPath()

    init(_ asked: String?) {
        guard let asked, asked.hasPrefix("/"), asked.utf8.count <= 500, !asked.hasPrefix("//"), !asked.contains("\\"),
            asked.utf8.allSatisfy({ (0x21...0x7e).contains($0) }), !asked.hasPrefix("/sign-"), !asked.hasPrefix("/set-up")
        else {
            self = .start
            return
        }
        text = asked
    }

    private init() { text = "/" }

    /// The same as a value in a query.
    var encoded: String {
        text.utf8.map { byte in
            switch byte {
            case 0x30...0x39, 0x41...0x5a, 0x61...0x7a, 0x2d, 0x2e, 0x2f, 0x5f: String(UnicodeScalar(byte))
            default: "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
            }
        }.joined()
    }
}
