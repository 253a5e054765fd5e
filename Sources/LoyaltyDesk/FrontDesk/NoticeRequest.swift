public import LoyaltyModel

/// News for every member who has agreed to hear it.
public struct NewsRequest: Codable, Sendable, Hashable {
    /// The shop's own number of it; drawn when absent.
    public var news: NewsID?
    /// The words by language; members read those in the club's language.
    public var text: Wording
    /// The day it is due, ISO date; today when absent.
    public var day: Day?
    /// Who writes it.
    public var by: String?

    /// News.
    public init(news: NewsID? = nil, text: Wording, day: Day? = nil, by: String? = nil) {
        self.news = news
        self.text = text
        self.day = day
        self.by = by
    }
}

/// That a message was sent.
public struct SentRequest: Codable, Sendable, Hashable {
    /// Who sent it.
    public var by: String?

    /// That it was sent.
    public init(by: String? = nil) { self.by = by }
}
