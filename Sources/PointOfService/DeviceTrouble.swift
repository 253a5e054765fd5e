public import Foundation
public import LoyaltyModel

/// Something wrong with a device: a stable code, whose turn it is, what is wrong and the way out.
///
/// Texts are English and hold no card number; the code is the key for translations.
public struct DeviceTrouble: Error, Sendable, Hashable, Codable {
    /// What is wrong, by a name that does not change.
    public enum Code: String, Sendable, Hashable, Codable, CaseIterable {
        /// The rights of the device node forbid opening it.
        case accessDenied = "access_denied"
        /// Another program holds the device.
        case inUse = "in_use"
        /// The cable is out.
        case unplugged
        /// The device takes no data, or gives none where it must.
        case notAnswering = "not_answering"
        /// The device garbles or breaks off transfers.
        case unreliable
        /// The device is in a mode MemberLane does not drive.
        case wrongMode = "wrong_mode"
        /// Two numbers on one card: the card is to be replaced.
        case cardDefective = "card_defective"
        /// Given up by the program: cancelled, or the program is closing.
        case closed
    }

    /// What is wrong.
    public let code: Code
    /// What is wrong with which device; one sentence.
    public let sentence: String
    /// The way out.
    public let wayOut: String
    /// The command lines that repair it, in order; none where hands are needed.
    public let commands: [String]

    /// JSON: `{"code":"access_denied","text":"…","hint":"…","commands":["…"]}`.
    private enum CodingKeys: String, CodingKey {
        case code, commands
        case sentence = "text"
        case wayOut = "hint"
    }

    /// A trouble in words.
    public init(_ code: Code, sentence: String, wayOut: String, commands: [String] = []) {
        self.code = code
        self.sentence = sentence
        self.wayOut = wayOut
        self.commands = commands
    }

    /// Whose turn it is.
    public var kind: Trouble.Kind {
        switch code {
        case .unplugged, .closed: .retry
        case .accessDenied, .inUse, .notAnswering, .unreliable, .wrongMode, .cardDefective: .fault
        }
    }
}

extension DeviceTrouble: LocalizedError {
    /// What is wrong.
    public var errorDescription: String? { sentence }
    /// The way out, with its commands.
    public var recoverySuggestion: String? { ([wayOut] + commands).joined(separator: "\n") }
}
