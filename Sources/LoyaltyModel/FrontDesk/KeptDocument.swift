/// Something the desk writes down and may later change: a visit, a complaint, a pass. It lies in the store beside the journal.
///
/// Personal data – names, telephone numbers, what a complaint is about – are in documents only: the journal names a document by kind and number.
public protocol KeptDocument: Codable, Sendable {
    /// Its number's type.
    associatedtype ID: TextIdentifier
    /// What it is.
    static var kind: DocumentKind { get }
    /// Its number, unique among documents of the kind.
    var id: ID { get }
    /// The member it is about; nil for a visitor's or the shop's own. Never changes.
    var owner: MemberID? { get }
    /// The club's day it belongs to.
    var day: Day { get }
    /// Whether something is still to be done with it.
    var isOpen: Bool { get }
}

/// What the desk writes down.
public enum DocumentKind: String, Sendable, Hashable, Codable, CaseIterable {
    case visit, feedback, pass, news, notice, promise
    case pickUp = "pick_up"
}

/// A document by kind and number: what the journal may know of it.
public struct DocumentReference: Sendable, Hashable, Codable {
    /// What it is.
    public let kind: DocumentKind
    /// Its number.
    public let id: String

    /// The document of a kind with a number.
    public init(kind: DocumentKind, id: String) {
        self.kind = kind
        self.id = id
    }

    /// The place of a document.
    public init<Document: KeptDocument>(_ document: Document) { self.init(kind: Document.kind, id: document.id.rawValue) }
}

/// What happened to a document.
public enum DocumentStep: String, Sendable, Hashable, Codable {
    /// It was written down.
    case opened
    /// A unit of it was used.
    case used
    /// It got its outcome, was handed over or sent.
    case closed
}
