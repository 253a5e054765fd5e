import CardArtwork
import LoyaltyDesk
import LoyaltyModel
import LoyaltyRules
import LoyaltyService
import LoyaltyWording

/// What stands on a slip: the desk's answers in the words, digits and calendar of who takes it along. Nothing internal is in them (KM-19).
struct SlipText {
    let programme: Programme
    let language: Language
    private let catalogue: Catalogue

    init(programme: Programme, language: Language) {
        self.programme = programme
        self.language = language
        catalogue = Catalogue(language)
    }

    func slip(_ slip: DeskSlip) -> Slip {
        let parts: [Slip.Part] =
            switch slip {
            case .receipt(let ticket): receipt(ticket)
            case .statement(let statement, let member): self.statement(statement, of: member)
            case .queue(let number, let member): queue(number, member)
            case .request(let request, let benefit, let member): self.request(request, for: benefit, of: member)
            // Its first line is the club's name, which stands on every slip, and its last the line to sign on.
            case .visit(let lines): [.rule] + lines.dropFirst().dropLast().map { .note($0) } + [.signature(word(.signature))]
            }
        let example: [Slip.Part] = programme.isExample ? [.mark(word(.exampleFigures))] : []
        return Slip(language: CardLanguage(language.rawValue), parts: [.note(programme.name.text(in: language))] + example + parts)
    }

    private func receipt(_ ticket: TicketAnswer) -> [Slip.Part] {
        var parts: [Slip.Part] = [.title(word(.receipt)), .row(word(.ticketNumber), catalogue.number(ticket.ticket.rawValue), isStrong: false), .rule]
        for line in ticket.lines {
            let quantity = line.quantity == 1 ? "" : catalogue.format(line.quantity) + " × "
            parts.append(.row(quantity + catalogue.format(.name(line.id.rawValue)), money(line.list), isStrong: false))
            parts += line.adjustments.map { .row(word(.discount), money($0.amount), isStrong: false) }
            parts += line.adjustments.map { .note($0.text) }
        }
        parts += [.rule, .row(word(.total), money(ticket.total), isStrong: true)]
        if let points = ticket.points {
            parts += [.row(word(.willEarn), catalogue.format(ticket.earned), isStrong: false), .row(word(.balance), catalogue.format(points), isStrong: false)]
        }
        if let tier = ticket.tierName { parts.append(.row(word(.tier), tier, isStrong: false)) }
        return parts + ticket.sayAfter.map { .note($0) }
    }

    private func statement(_ statement: StatementAnswer, of member: MemberAnswer) -> [Slip.Part] {
        var parts = head(word(.statement), member)
        parts += [.row(word(.tier), member.tier.name, isStrong: false), .row(word(.balance), catalogue.format(statement.points), isStrong: true)]
        if statement.waiting != .zero { parts.append(.row(word(.waitingPoints), catalogue.format(statement.waiting), isStrong: false)) }
        if statement.storedValue != .zero { parts.append(.row(word(.storedMoney), money(statement.storedValue), isStrong: false)) }
        parts.append(.rule)
        var balance = Points.zero
        for entry in statement.entries {
            balance += entry.points
            let day = catalogue.format(programme.calendar.day(of: entry.effective))
            let amount = entry.amount.map(money) ?? catalogue.format(entry.points)
            parts.append(
                .entry(
                    Slip.Entry(
                        text: entry.text, amount: amount, day: day, balance: entry.amount == nil ? catalogue.format(balance) : nil,
                        seal: catalogue.digits(entry.id.description))))
        }
        if statement.entries.isEmpty { parts.append(.note(word(.noEntries))) }
        if !statement.forecast.isEmpty {
            parts += [.rule, .note(word(.comingDeductions))]
            parts += statement.forecast.map { .row(catalogue.format($0.date), catalogue.format($0.points), isStrong: false) }
        }
        return parts
    }

    private func queue(_ number: Int, _ member: MemberAnswer?) -> [Slip.Part] {
        let goesFirst = member?.tasks.contains { $0.kind == .priority } == true
        return [.title(word(.queuePlace)), .number(catalogue.digits(String(number)))] + (goesFirst ? [.mark(word(.priority))] : [])
    }

    private func request(_ request: RequestID, for id: BenefitID, of member: MemberAnswer) -> [Slip.Part] {
        let benefit = programme.benefits.first { $0.id == id }?.name.text(in: language) ?? id.rawValue
        return head(word(.benefitRequest), member)
            + [
                .row(word(.tier), member.tier.name, isStrong: false), .row(word(.benefits), benefit, isStrong: true),
                .row(word(.request), catalogue.number(request.rawValue), isStrong: false), .signature(word(.signature)),
            ]
    }

    /// What the slip is, and whose.
    private func head(_ title: String, _ member: MemberAnswer) -> [Slip.Part] {
        var parts: [Slip.Part] = [.title(title)]
        if let name = member.name { parts.append(.row(word(.member), catalogue.format(.name(name)), isStrong: false)) }
        if let card = member.card { parts.append(.row(word(.card), catalogue.number(card.number), isStrong: false)) }
        return parts + [.rule]
    }

    private func word(_ key: ScreenKey) -> String { catalogue.text(key) }

    private func money(_ amount: Money) -> String { catalogue.format(amount, programme.currency) }
}
