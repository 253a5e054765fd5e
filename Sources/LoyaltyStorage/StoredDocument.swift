public import LoyaltyModel

/// A desk document as it lies in a store: what it can be found by, and its bytes. All kinds share one place.
public struct StoredDocument: Sendable, Hashable {
    /// Kind and number.
    public let reference: DocumentReference
    /// The member it is about.
    public let owner: MemberID?
    /// The club's day it belongs to.
    public let day: Day
    /// Whether something is still to be done with it.
    public let isOpen: Bool
    /// The document as `StoredForm`.
    public let body: [UInt8]

    /// A document as it lies.
    public init(reference: DocumentReference, owner: MemberID?, day: Day, isOpen: Bool, body: [UInt8]) {
        self.reference = reference
        self.owner = owner
        self.day = day
        self.isOpen = isOpen
        self.body = body
    }

    /// A document in its stored form.
    public init(_ document: some KeptDocument) throws(StoreFault) {
        self.init(
            reference: DocumentReference(document), owner: document.owner, day: document.day, isOpen: document.isOpen,
            body: try StoredForm.bytes(of: document))
    }
}

/// Which documents of a kind; every part that is given narrows the answer.
public struct DocumentQuery: Sendable, Hashable {
    /// What they are.
    public let kind: DocumentKind
    /// Whose.
    public let owner: MemberID?
    /// Those with which something is still to be done.
    public let onlyOpen: Bool
    /// The days they belong to, both ends included.
    public let days: ClosedRange<Day>?
    /// At most so many, the first that were entered.
    public let limit: Int

    /// The documents of a kind.
    public init(_ kind: DocumentKind, owner: MemberID? = nil, onlyOpen: Bool = false, days: ClosedRange<Day>? = nil, limit: Int = .max) {
        self.kind = kind
        self.owner = owner
        self.onlyOpen = onlyOpen
        self.days = days
        self.limit = limit
    }
}

extension StoreView {
    /// A desk document by its number.
    public func document<Document: KeptDocument>(_ id: Document.ID, _ type: Document.Type = Document.self) throws -> Document? {
        try document(DocumentReference(kind: Document.kind, id: id.rawValue)).map { try StoredForm.value(type, in: $0.body) }
    }

    /// A member's documents of a kind, in the order they were entered.
    public func documents<Document: KeptDocument>(_ type: Document.Type, of owner: MemberID, limit: Int = .max) throws -> [Document] {
        try documents(type, DocumentQuery(Document.kind, owner: owner, limit: limit))
    }

    /// The documents of a kind with which something is still to be done, in the order they were entered; one member's, or all.
    public func openDocuments<Document: KeptDocument>(_ type: Document.Type, of owner: MemberID? = nil) throws -> [Document] {
        try documents(type, DocumentQuery(Document.kind, owner: owner, onlyOpen: true))
    }

    /// The documents of a kind that belong to these days, in the order they were entered. None when `from` is after `through`.
    public func documents<Document: KeptDocument>(_ type: Document.Type, from: Day, through: Day) throws -> [Document] {
        guard from <= through else { return [] }
        return try documents(type, DocumentQuery(Document.kind, days: from...through))
    }

    private func documents<Document: KeptDocument>(_ type: Document.Type, _ query: DocumentQuery) throws -> [Document] {
        try documents(query).map { try StoredForm.value(type, in: $0.body) }
    }
}

extension StoreTransaction {
    /// Keeps a desk document. `StoreFault.taken` when the number is that of another member's document of the kind.
    public func keep(_ document: some KeptDocument) throws { try keep(StoredDocument(document)) }
}
