import ArgumentParser
import CardArtwork
import CardFormats
import Foundation
import LoyaltyModel
import LoyaltyRules
import ProgramTables

/// Whose card it is, and how it looks.
struct CardOptions: ParsableArguments {
    @OptionGroup var table: ProgrammeOptions
    @Option(help: "The tier, such as gold.")
    var tier: String
    @Option(help: "The member's name.")
    var name: String
    @Option(help: "The card number; digits of any script.")
    var number: String
    @Flag(help: "The back.")
    var back = false
    @Option(help: "A folder of the shop's own faces, named PROGRAMME.TIER.svg and PROGRAMME.back.svg.")
    var faces: String?
    @Option(help: "The card's language; the club's own when absent.")
    var language: Language?

    /// A card with the two faces it is drawn on.
    struct Card {
        let inscription: CardInscription
        let front: CardFace
        let reverse: CardFace
        let isBack: Bool

        /// The side that was asked for.
        var side: CardFace { isBack ? reverse : front }
    }

    func card() throws -> Card {
        let programme = try table.load()
        let tier = TierID(tier)
        guard programme.ladder[tier] != nil || tier == .none else {
            let known = programme.ladder.tiersWithCards.map(\.rawValue).joined(separator: ", ")
            throw ValidationError("\(programme.id) has no tier “\(tier)”; there are \(known)")
        }
        let digits = Digits.latin(number).filter { !$0.isWhitespace && $0 != "-" }
        guard let number = CardNumber(digits), CheckDigit.isValid(digits) else { throw Trouble(.checkDigitWrong, field: "number") }
        let shelf = FaceShelf(folder: faces.map { URL(fileURLWithPath: $0, isDirectory: true) })
        return Card(
            inscription: CardInscription(
                CardContent(name: name, number: number, code: number.digits, tier: tier), programme: programme, language: language),
            front: shelf.front(programme, tier: tier, language: language), reverse: shelf.back(programme, language: language), isBack: back)
    }
}
