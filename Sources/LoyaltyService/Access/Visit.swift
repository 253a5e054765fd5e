import AccessControl

/// Who opened a page, and which.
struct Visit: Sendable {
    /// Nil for a page that is open to anyone.
    let caller: Caller?
    /// The page's path in the route table.
    let path: String
}
