import LoyaltyDesk
import LoyaltyModel
import LoyaltyWording

extension RehearsalSheet {
    /// What a table changes over a database: on the day and, where more follows, once every account has been brought to it.
    mutating func write(_ rehearsal: DatabaseRehearsal) {
        head(.rehearsal, rehearsal.from, rehearsal.to)
        open(.tableOnTheDay)
        write(rehearsal.onTheDay, withCards: true)
        if rehearsal.changesLater {
            open(.tableSettled)
            write(rehearsal.settled, withCards: true)
        }
        open(.discountsOfYear)
        var discounts = columns()
        add(.salesCount, Change(rehearsal.discounts.sales, rehearsal.discounts.sales), to: &discounts)
        addMoney(label(.discount), rehearsal.discounts.amount, to: &discounts)
        close(discounts)
        most(.mostGaining, rehearsal.gaining)
        most(.mostLosing, rehearsal.losing)
    }

    /// What a history comes to under either table.
    mutating func write(_ rehearsal: ReplayRehearsal) {
        head(.rehearsalOfHistory, rehearsal.from, rehearsal.to)
        let business = rehearsal.business
        open()
        var table = columns()
        add(.salesCount, business.sales, to: &table)
        addMoney(label(.listPrice), business.list, to: &table)
        for discount in business.discounts { addMoney("\(label(.discount)) \(discount.rule)", discount.amount, to: &table) }
        addMoney(label(.salesPaid), business.total, to: &table)
        add(.pointsIssued, business.issued, to: &table)
        add(.pointsRedeemed, business.redeemed, to: &table)
        add(.pointsLapsedInAll, business.lapsed, to: &table)
        add(.eventsRefused, business.refused, to: &table)
        close(table)
        open()
        write(rehearsal.end, withCards: false)
        refusals(rehearsal.refusals)
        most(.mostGaining, rehearsal.gaining)
        most(.mostLosing, rehearsal.losing)
    }

    private mutating func refusals(_ refusals: [ReplayRehearsal.Refusal]) {
        guard !refusals.isEmpty else { return }
        open(.refusedOtherwise)
        var table = TextTable()
        table.add([label(.historyLine), label(.tableBefore), label(.tableAfter)])
        for refusal in refusals.prefix(20) { table.add([number(refusal.line), refusal.before ?? "·", refusal.after ?? "·"]) }
        if refusals.count > 20 { table.add(["… " + number(refusals.count - 20)]) }
        close(table)
    }
}
