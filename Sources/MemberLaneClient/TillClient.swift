public import AsyncHTTPClient

/// A till's side of the loyalty service's API.
///
/// A call waits ``patience`` at the most, two seconds unless told otherwise, and then throws ``ServiceAway``: the till sells without loyalty and keeps the
/// sale for later (``sell(_:)``, ``Outbox``). Within that time a call that was cut off is sent again where a repeat changes nothing, always under the same
/// key. A no of the service is a ``Refusal`` with the cashier's sentence.
///
/// ```swift
/// let till = TillClient(at: "http://127.0.0.1:8484", token: token, language: "fa")
/// let ticket = Ticket("T1", lines: [TicketLine("1", unitPrice: 1_850_000_000, category: "vehicle", flags: ["direct"])], member: "A")
/// let quote = try await till.quote(ticket)      // show quote.sayBefore, take quote.total
/// switch try await till.sell(ticket) {
/// case .sold(let sold): print(sold.sayAfter)
/// case .withoutLoyalty(let pending): outbox.add(pending)
/// }
/// ```
public struct TillClient: Sendable {
    /// Where the service is, without a slash at the end.
    public let address: String
    /// The till's token; nil where the service asks for none.
    public let token: String?
    /// The language of sentences: `en`, `fa`, `zh` or `ru`, or whatever `Accept-Language` may hold.
    public let language: String
    /// How long a call may take, repeats included.
    public let patience: Duration
    let http: HTTPClient

    /// A client of the service at an address such as `http://127.0.0.1:8484`.
    ///
    /// - Parameter http: The connections; the process's own shared ones unless the till has others.
    public init(at address: String, token: String? = nil, language: String = "en", patience: Duration = .seconds(2), http: HTTPClient = .shared) {
        self.address = address.hasSuffix("/") ? String(address.dropLast()) : address
        self.token = token
        self.language = language
        self.patience = patience
        self.http = http
    }
}
