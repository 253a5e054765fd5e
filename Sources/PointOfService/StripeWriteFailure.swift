public import CardFormats
public import Foundation
public import LoyaltyModel

/// A card that was not written, or of which that is not certain, and why.
public struct StripeWriteFailure: Error, Sendable, Hashable {
    /// What stopped it, in the order of the checks.
    public enum Reason: Sendable, Hashable {
        /// No text for any track.
        case nothingToWrite
        /// A layout or number that is never written.
        case refused(CardRefusal)
        /// A text with a character the track cannot hold, or too long for it.
        case unwritable(TrackNumber)
        /// Somebody else is at the writer.
        case busy
        /// The card was drawn too fast, too slowly or askew while it was written.
        case notWritten
        /// It was written, but could not be read back.
        case unreadable
        /// It was written, and these tracks were read back otherwise; the coercivity the writer was set to.
        case differs([TrackNumber], StripeCoercivity)
        /// No card was drawn through in time.
        case noCard
        /// Given up by the person or the program.
        case cancelled
        /// The device does not do its part.
        case device(DeviceTrouble)
    }

    /// What may stand on the card now.
    public enum Extent: String, Sendable, Hashable, Codable {
        /// What stood there before.
        case unchanged
        /// Not to be known: the card is not to be handed over.
        case uncertain
    }

    /// What stopped it.
    public let reason: Reason
    /// What may stand on the card now.
    public let extent: Extent

    /// A failure.
    public init(_ reason: Reason, extent: Extent) {
        self.reason = reason
        self.extent = extent
    }

    /// A stable key for programs and translations.
    public var code: String {
        switch reason {
        case .nothingToWrite: "nothing_to_write"
        case .refused(let refusal): refusal.rawValue
        case .unwritable: "unwritable"
        case .busy: "writer_busy"
        case .notWritten: "not_written"
        case .unreadable: "unreadable"
        case .differs: "differs"
        case .noCard: "no_card"
        case .cancelled: "cancelled"
        case .device(let trouble): trouble.code.rawValue
        }
    }

    /// Whose turn it is.
    public var kind: Trouble.Kind {
        switch reason {
        case .nothingToWrite, .refused, .unwritable: .refusal
        case .busy, .notWritten, .unreadable, .differs, .noCard, .cancelled: .retry
        case .device(let trouble): trouble.kind
        }
    }
}

extension StripeWriteFailure: LocalizedError {
    /// What is wrong, in English.
    public var errorDescription: String? {
        let rest = extent == .unchanged ? "The card is as it was." : "Do not hand the card over: what stands on it is not certain."
        return "\(sentence) \(rest)"
    }

    private var sentence: String {
        switch reason {
        case .nothingToWrite: "There is nothing to write on the stripe."
        case .refused(.licence): "The stripe would carry a driving licence's number."
        case .refused: "The stripe would look like a bank card's."
        case .unwritable(let track): "Track \(track.rawValue) cannot hold what is to be written."
        case .busy: "The stripe writer is in use."
        case .notWritten: "The card was not written."
        case .unreadable: "The card was written but could not be read back."
        case .differs(let tracks, _): "The card was read back with something else on \(Self.names(tracks))."
        case .noCard: "No card was drawn through the writer."
        case .cancelled: "Writing was given up."
        case .device(let trouble): trouble.sentence
        }
    }

    /// The way out, in English.
    public var recoverySuggestion: String? {
        switch reason {
        case .nothingToWrite: "Choose at least one track."
        case .refused: "Give member cards numbers that begin with 9, on track 2, without an expiry date and service code behind them."
        case .unwritable(.one): "Use capital letters, digits and signs without % and ?, at most \(TrackNumber.one.format.dataCapacity)."
        case .unwritable(let track): "Use digits and = only, at most \(track.format.dataCapacity)."
        case .busy: "Wait until the other card is done, or cancel it."
        case .notWritten, .unreadable: "Draw the card through evenly, with the stripe to the head, and write it again."
        case .differs(_, .low):
            "Draw the same card. If it was the same, it is a high-coercivity card (black stripe): set the writer to high and write it again."
        case .differs(_, .high): "Draw the same card. If it was the same, take a new one; this stripe does not hold."
        case .noCard, .cancelled: "Begin again when the card is at hand."
        case .device(let trouble): trouble.recoverySuggestion
        }
    }

    private static func names(_ tracks: [TrackNumber]) -> String {
        (tracks.count == 1 ? "track " : "tracks ") + tracks.map { String($0.rawValue) }.joined(separator: ", ")
    }
}
