public import Foundation
public import LoyaltyModel
public import PrinterFormats

/// A job that was not printed, and why.
public struct PrintFailure: Error, Sendable, Hashable {
    /// What stopped it.
    public enum Reason: Sendable, Hashable {
        /// The printer says why: cover open, out of paper, cutter stuck, too hot, offline, ...
        case condition(PrinterCondition)
        /// The picture cannot be printed by this printer.
        case picture(PictureRefusal)
        /// The device does not do its part.
        case device(DeviceTrouble)
    }

    /// How much of it may be on paper.
    public enum Extent: String, Sendable, Hashable, Codable {
        /// Nothing had been sent.
        case nothing
        /// Some of it had been sent: what comes out is spoiled and to be thrown away.
        case part
    }

    /// What stopped it.
    public let reason: Reason
    /// How much of it may be on paper.
    public let extent: Extent

    /// A failure.
    public init(_ reason: Reason, extent: Extent) {
        self.reason = reason
        self.extent = extent
    }

    /// A stable key for programs and translations, such as `printer.paper_end` or `not_answering`.
    public var code: String {
        switch reason {
        case .condition(let condition): condition.rawValue
        case .picture: "picture_refused"
        case .device(let trouble): trouble.code.rawValue
        }
    }

    /// Whose turn it is.
    public var kind: Trouble.Kind {
        switch reason {
        case .condition(let condition): condition.remedy == .service ? .fault : .retry
        case .picture: .refusal
        case .device(let trouble): trouble.kind
        }
    }
}

extension PrintFailure: LocalizedError {
    /// What is wrong, in English.
    public var errorDescription: String? {
        let rest = extent == .nothing ? "Nothing was printed." : "The print was broken off; throw away what came out."
        return switch reason {
        case .condition(let condition): "\(condition.sentence) \(rest)"
        case .picture(let refusal): refusal.errorDescription.map { "\($0) \(rest)" } ?? rest
        case .device(let trouble): "\(trouble.sentence) \(rest)"
        }
    }

    /// The way out, in English.
    public var recoverySuggestion: String? {
        switch reason {
        case .condition(let condition): "\(condition.wayOut) Then print again."
        case .picture(let refusal): refusal.recoverySuggestion
        case .device(let trouble): trouble.recoverySuggestion
        }
    }
}
