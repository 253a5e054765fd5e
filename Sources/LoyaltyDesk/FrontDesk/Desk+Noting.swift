import LoyaltyModel
import LoyaltyRules
import LoyaltyStorage
import LoyaltyWording

extension Desk {
    /// A number for a document that came without one.
    func drawnNumber(_ letter: String) -> String { letter + String(serials.next() % 1_000_000_000_000, radix: 36).uppercased() }

    /// The club's day of a request.
    func day(of context: DeskContext) -> Day { programme.calendar.day(of: context.at) }

    /// Keeps a document and notes in the journal that something happened to it; the journal learns kind, number and member only.
    func note(_ document: some KeptDocument, _ step: DocumentStep, _ context: DeskContext, in transaction: any StoreTransaction) throws {
        try transaction.keep(document)
        let fact = Fact.deskNoted(DocumentReference(document), step, member: document.owner)
        _ = try transaction.append(at: context.at, by: context.by, fact: fact) { _ in [] }
    }

    /// Refuses a number that another document of the kind has.
    func refuseTaken<Document: KeptDocument>(_ id: Document.ID, _ type: Document.Type, in view: any StoreView) throws {
        guard !id.rawValue.isEmpty else { throw Trouble(.fieldWrong, field: Document.kind.rawValue, detail: "a number of its own is needed, or none") }
        if try view.document(id, type) != nil { throw Trouble(.recordExists, field: Document.kind.rawValue) }
    }

    /// The document with a number, or `recordUnknown`.
    func kept<Document: KeptDocument>(_ id: Document.ID, _ type: Document.Type, in view: any StoreView) throws -> Document {
        guard let document = try view.document(id, type) else { throw Trouble(.recordUnknown, field: Document.kind.rawValue) }
        return document
    }
}

extension Speech {
    /// A clock time in the club's zone, 24 hours, in the reader's digits.
    func clock(_ instant: Instant) -> String {
        let minutes = programme.calendar.minutes(of: instant)
        let figures = "\(minutes / 60 < 10 ? "0" : "")\(minutes / 60):\(minutes % 60 < 10 ? "0" : "")\(minutes % 60)"
        return catalogue.digits(figures)
    }
}
