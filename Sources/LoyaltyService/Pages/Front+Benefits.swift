import Hummingbird
import LoyaltyModel
import LoyaltyRules

extension Front {
    /// The page of the benefit desk: requests, decisions, and what the customer is told.
    func benefitsPage(_ asking: Asking) async throws -> Response {
        try page(.benefits, asking) {
            BenefitScript(
                words: words(of: .benefits, in: $0), benefits: programme.benefits.filter(\.isRequested).map(BenefitScript.Form.init),
                mayDecide: mayDecide(asking), contact: programme.contact?.phone)
        }
    }
}

/// What the benefit desk's script needs to know.
private struct BenefitScript: Encodable {
    /// What is asked for with a benefit's request.
    struct Form: Encodable {
        let id: BenefitID
        let hangsOnDueDate: Bool
        let hangsOnPayment: Bool
        let hangsOnAnnouncement: Bool
        let hangsOnScheme: Bool

        init(_ benefit: Benefit) {
            id = benefit.id
            var (due, payment, announcement, scheme) = (false, false, false, false)
            for condition in benefit.conditions {
                switch condition.need {
                case .beforeDue: due = true
                case .paidInFull: payment = true
                case .announcedTime: announcement = true
                case .schemeCapacity: scheme = true
                }
            }
            (hangsOnDueDate, hangsOnPayment, hangsOnAnnouncement, hangsOnScheme) = (due, payment, announcement, scheme)
        }
    }

    let words: PageWords
    let benefits: [Form]
    let mayDecide: Bool
    /// Whom the dealer calls (KM-20): for this page of the staff alone.
    let contact: String?
}
