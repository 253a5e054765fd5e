import AccessControl
import Hummingbird
import LoyaltyModel
import Synchronization

/// Pages as they were last made: the same reader gets the same bytes until the service starts anew, because all that changes comes by the API.
final class PageShelf: Sendable {
    /// What a page depends on.
    struct Key: Hashable {
        let page: Templates.Page
        let language: Language
        /// Who reads it: the bar names them, and its forms are theirs.
        let caller: Caller?
        /// What else it depends on.
        let variant: Int
    }

    /// More readers than a shop has; beyond them the shelf begins anew.
    private static let room = 256

    private let pages = Mutex<[Key: ByteBuffer]>([:])

    /// The page of this key, made when it is not there.
    func page(_ key: Key, _ make: () throws -> String) rethrows -> ByteBuffer {
        if let kept = pages.withLock({ $0[key] }) { return kept }
        let made = ByteBuffer(string: try make())
        pages.withLock { pages in
            if pages.count >= Self.room { pages.removeAll() }
            pages[key] = made
        }
        return made
    }
}
