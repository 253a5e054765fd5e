import CardFormats
import LoyaltyDesk
import LoyaltyModel
import LoyaltyWording
import PointOfService

/// What everybody who listens is told of a card that was read: the member, or why not. It holds no number but the masked one of the member's card.
struct CardAnnouncement: Encodable, Sendable {
    enum Status: String, Encodable, Sendable {
        case member, retry, refused, fault
        /// A kiosk is not told more than that.
        case read
    }

    /// A no, in the shape of every other no of the API.
    struct Complaint: Encodable, Sendable {
        let code: String
        let kind: Trouble.Kind
        let cashierText: String

        enum CodingKeys: String, CodingKey {
            case code, kind
            case cashierText = "cashier_text"
        }
    }

    let status: Status
    /// Which device read it.
    let device: DeviceIdentity.ID
    let entry: LoyaltyModel.CardEntry?
    /// Stands for the card in the requests of the next minutes; absent when nothing was read.
    let presented: String?
    let member: MemberAnswer?
    let trouble: Complaint?

    /// A card that was read, under its passing name.
    init(_ read: CardRead, presented: String, found: Result<MemberAnswer, Trouble>, device: DeviceIdentity, language: Language) {
        self.device = device.id
        self.entry = read.entry.ofTheDesk
        self.presented = presented
        switch found {
        case .success(let member):
            self.status = .member
            self.member = member
            self.trouble = nil
        case .failure(let trouble):
            self.status = Status(trouble.code.kind)
            self.member = nil
            self.trouble = Complaint(trouble, language)
        }
    }

    /// A card that was read, for a kiosk: nobody has looked whose it is.
    init(unnamed read: CardRead, presented: String, device: DeviceIdentity) {
        self.status = .read
        self.device = device.id
        self.entry = read.entry.ofTheDesk
        self.presented = presented
        self.member = nil
        self.trouble = nil
    }

    /// A card that gave no number.
    init(unread event: CardEvent, device: DeviceIdentity, language: Language) {
        let trouble = event.complaint(in: language)
        self.status = Status(trouble.kind)
        self.device = device.id
        self.entry = event.entry?.ofTheDesk
        self.presented = nil
        self.member = nil
        self.trouble = trouble
    }
}

extension CardAnnouncement.Status {
    fileprivate init(_ kind: Trouble.Kind) {
        self =
            switch kind {
            case .retry: .retry
            case .refusal: .refused
            case .fault: .fault
            }
    }
}

extension CardAnnouncement.Complaint {
    fileprivate init(_ trouble: Trouble, _ language: Language) {
        self.init(code: trouble.code.rawValue, kind: trouble.code.kind, cashierText: Catalogue(language).text(trouble))
    }
}

extension CardEvent {
    fileprivate var entry: PointOfService.CardEntry? {
        switch self {
        case .number(let read): read.entry
        case .foreign(_, let entry), .retry(_, let entry), .refused(_, let entry): entry
        case .fault: nil
        }
    }

    fileprivate func complaint(in language: Language) -> CardAnnouncement.Complaint {
        switch self {
        case .number: .init(Trouble(.unexpected), language)
        case .foreign: .init(Trouble(.cardOfAnotherProgramme), language)
        case .retry(_, .scanned): .init(Trouble(.scanAgain), language)
        case .retry: .init(Trouble(.swipeAgain), language)
        case .refused(.paymentCard, _): .init(Trouble(.paymentCardRefused), language)
        case .refused(.licence, _): .init(Trouble(.licenceRefused), language)
        case .refused(.encryptingReader, _): .init(Trouble(.encryptingReader), language)
        case .fault(let trouble):
            .init(code: trouble.code.rawValue, kind: trouble.kind, cashierText: DeviceWords(language).text(trouble.code.rawValue) ?? trouble.sentence)
        }
    }
}

extension PointOfService.CardEntry {
    /// The same in the desk's words.
    var ofTheDesk: LoyaltyModel.CardEntry {
        switch self {
        case .swiped: .swiped
        case .scanned: .scanned
        }
    }
}
