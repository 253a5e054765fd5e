import LoyaltyModel

@testable import LoyaltyStorage

extension MemoryStore {
    /// A store that begins with what this one holds; neither sees what the other does from then on.
    func branch() -> MemoryStore { MemoryStore(contents.copy()) }

    /// Whether `copy` knows every shelf of a store.
    var isCopiedWhole: Bool {
        Mirror(reflecting: contents).children.count { !MemoryContents.notCopied.contains($0.label ?? "") } == MemoryContents.shelvesCopied
    }
}

extension MemoryContents {
    /// How many shelves `copy` copies.
    static let shelvesCopied = 31
    /// What belongs to the running transaction, and outlines, which are made anew.
    static let notCopied: Set = ["opposites", "outlines", "revisions", "remembersOutlines"]

    fileprivate func copy() -> sending MemoryContents {
        let copy = MemoryContents(remembersOutlines: true)
        copy.members = members
        copy.access = access
        copy.accessOrder = accessOrder
        copy.notes = notes
        copy.memberOrder = memberOrder
        copy.phones = phones
        copy.claims = claims
        copy.cards = cards
        copy.cardsOf = cardsOf
        copy.sales = sales
        copy.saleOrder = saleOrder
        copy.salesOf = salesOf
        copy.salesApprovedBy = salesApprovedBy
        copy.salesTo = salesTo
        copy.visitors = visitors
        copy.dealings = dealings
        copy.dealingsOf = dealingsOf
        copy.takings = takings
        copy.requests = requests
        copy.requestsOf = requestsOf
        copy.requestOrder = requestOrder
        copy.jobs = jobs
        copy.openJobs = openJobs
        copy.answers = answers
        copy.records = records
        copy.entriesOf = entriesOf
        copy.postedOf = postedOf
        copy.programmes = programmes
        copy.documents = documents
        copy.documentsOfKind = documentsOfKind
        copy.documentsOf = documentsOf
        return copy
    }
}
