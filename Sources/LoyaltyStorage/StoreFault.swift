public import Foundation
public import LoyaltyModel

/// What goes wrong with a store, and the way out.
public enum StoreFault: Error, Sendable, Hashable {
    /// The file or server cannot be opened.
    case cannotOpen(what: String, why: String)
    /// The database was made by a newer MemberLane.
    case newerSchema(found: Int, known: Int)
    /// The disk has no room left; nothing was changed.
    case full
    /// Another process holds the database and did not let go in time.
    case busy
    /// The chain is broken: a link is missing or altered.
    case brokenChain(at: Int)
    /// A kept balance is not what the journal's entries come to.
    case balanceDiffers(MemberID)
    /// What may be there only once belongs to something else; the body may catch this and go on, for nothing was changed.
    case taken(StoreKey)
    /// An entry to append does not balance, or does not stand where its id says; nothing was appended.
    case entryRefused(EntryID)
    /// The store answered with something else.
    case failed(String)
}

extension StoreFault: LocalizedError {
    /// What is wrong.
    public var errorDescription: String? {
        switch self {
        case .cannotOpen(let what, let why): "the database \(what) cannot be opened: \(why)"
        case .newerSchema(let found, let known): "the database has schema \(found); this MemberLane knows schemas up to \(known)"
        case .full: "the disk is full; nothing was changed"
        case .busy: "another process is holding the database"
        case .brokenChain(let number): "the journal's chain breaks at record \(number)"
        case .balanceDiffers(let member): "the kept balance of member \(member) is not what the journal comes to"
        case .taken(let key): "\(key.wording) is already there and belongs to something else"
        case .entryRefused(let id): "entry \(id) does not balance or does not stand at its place"
        case .failed(let why): "the database failed: \(why)"
        }
    }

    /// The way out.
    public var recoverySuggestion: String? {
        switch self {
        case .cannotOpen: "Check that the path exists and that this user may read and write it and its folder."
        case .newerSchema: "Start the MemberLane that made it, or restore a backup made by this one. The file was not touched."
        case .full: "Free some space on the disk that holds the database; the till may then repeat the request with the same key."
        case .busy: "Stop the other MemberLane that uses this file, or wait and repeat the request with the same key."
        case .brokenChain: "Keep a copy of the file as evidence, restore the last backup whose chain is whole, and enter the later sales again."
        case .balanceDiffers: "Keep a copy of the file as evidence and restore the last backup that `memberlane ledger verify` finds whole."
        case .taken: "Look up what has it, and use another one or change that."
        case .entryRefused: "This is a fault in MemberLane; nothing was posted. Report it with the programme's version and the ticket."
        case .failed: "Repeat the request with the same key. If it fails again, check the disk and restore the last backup."
        }
    }
}
