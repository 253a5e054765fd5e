import LoyaltyDesk
import LoyaltyModel
import LoyaltyRules
import PointOfService

extension Front {
    /// The value that leaves for Odoo when something was read; nil when nothing does.
    ///
    /// Of a member's card it is `042` and the account, a customer's barcode in Odoo's usual nomenclature: the card's number stays here, and the customer is
    /// the same after a change of cards. A code that was scanned and is no member's is goods, and leaves as it is. Everything else stays: payment cards and
    /// licences, cards that were replaced or lost, forged codes, and whatever else was swiped.
    func odooValue(of read: CardRead) async -> String? {
        if read.entry == .scanned, read.symbology == Self.retail { return read.text }
        do {
            let context = DeskContext(at: clock(), language: language)
            return Self.customer + (try await desk.identify(IdentifyRequest(value: read.text, entry: read.entry.ofTheDesk), context)).member.rawValue
        } catch let trouble as Trouble {
            guard read.entry == .scanned, Self.goods.contains(trouble.code), !isLikeOurs(read.text) else { return nil }
            return read.text
        } catch {
            return nil
        }
    }

    /// How Odoo's usual nomenclature begins a customer's barcode.
    private static let customer = "042"
    /// The AIM identifier of EAN-13 and UPC-A, which no card carries.
    private static let retail = "]E0"
    /// How a code is refused that is not a card's.
    private static let goods: Set<TroubleCode> = [.codeNotGenuine, .checkDigitWrong, .cardOfAnotherProgramme]

    /// Whether a code has the form of the club's own: then it is a forged or torn one, not goods.
    private func isLikeOurs(_ text: String) -> Bool { text.hasPrefix(programme.numbers.prefix) && text.count >= programme.numbers.length }
}
