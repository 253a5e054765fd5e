import AccessControl

/// What a kiosk lets its members do at a time: more than any member wants, and too little for going through numbers.
struct KioskLimits: Sendable {
    /// Numbers typed: five at once, then one in half a minute.
    let typed = RateLimit(most: 5, interval: 150_000)
    /// Cards read, and the same card asked for again in another language.
    let read = RateLimit(most: 30, interval: 60_000)
    /// Statements printed.
    let paper = RateLimit(most: 3, interval: 90_000)
}
