import LoyaltyModel

/// Makes up a shop's history as lines of an event file: a few members, sales of all kinds, returns in any split, late entries, gifts, deposits, fees and
/// time going by. What the programme refuses is part of it.
struct HistoryMaker {
    private struct Sold {
        let ticket: String
        let quantities: [Int]
    }

    private static let kinds: [(category: String, flags: String)] = [
        ("vehicle", #"["direct"]"#), ("vehicle", #"["second_hand"]"#), ("vehicle", "[]"), ("accessory", "[]"), ("shoes", "[]"), ("shoes", #"["special"]"#),
        ("service", "[]"), ("service", "[]"), ("product", "[]"), ("cosmetics", "[]"),
    ]

    private var dice: Dice
    private var now: Instant
    private var members: [String] = []
    private var sold: [Sold] = []
    private var tickets = 0
    private(set) var lines: [String] = []

    init(seed: Int) {
        dice = Dice(seed: seed)
        now = Instant(milliseconds: 1_490_000_000_000 + dice.below(2_000) * 86_400_000)
        for _ in 0..<1 + dice.below(3) { join() }
        for _ in 0..<3 + dice.below(9) { step() }
    }

    private mutating func step() {
        pass()
        switch dice.below(16) {
        case 0...4: sell()
        case 5...9: takeBack()
        case 10: event(#""do":"void","ticket":"\#(anySale)""#)
        case 11: event(#""do":"complete_profile","member":"\#(anyMember)""#)
        case 12: event(#""do":"adjust","member":"\#(anyMember)","points":\#(dice.below(4000) - 800),"reason":"count","by":"N. N.""#)
        case 13: event(#""do":"load","member":"\#(anyMember)","amount":\#(dice.below(500_000))"#)
        case 14: give()
        default: dice.happens(2) ? event(#""do":"catch_up""#) : event(#""do":"pay_fee","member":"\#(anyMember)","fee":"annual""#)
        }
    }

    private mutating func pass() {
        let days = dice.pick([0, 0, 1, 3, 20, 40, 100, 200])
        now = Instant(milliseconds: now.milliseconds + days * 86_400_000 + dice.below(86_400) * 1000)
    }

    /// A purchase without a card, then joining with it; the second and later members are introduced and recruited by an earlier one.
    private mutating func join() {
        let ticket = newTicket()
        event(#""do":"sale","ticket":"\#(ticket)",\#(goods(ticket))"#)
        let member = ["A", "B", "C"][members.count]
        var more = ""
        if let earlier = members.last { more = #","recruiter":"\#(earlier)","introduced_by":"\#(earlier)""# }
        let phone = "0912000000\(members.count)"
        event(
            #""do":"enrol","member":"\#(member)","name":"\#(member). N.","birthday":"1990-0\#(1 + dice.below(9))-1\#(dice.below(9))","phone":"\#(phone)","#
                + #""tickets":["\#(ticket)"],"terms":"1","allowed_by":"N. N.","reason":"test"\#(more)"#)
        members.append(member)
        if dice.happens(2) { event(#""do":"pay_fee","member":"\#(member)","fee":"annual""#) }
    }

    private mutating func sell() {
        let ticket = newTicket()
        var more = ""
        if dice.happens(4) { more += #","redeem_points":\#(dice.below(60))"# }
        if dice.happens(6) { more += #","pay_from":"stored_value""# }
        if dice.happens(3) {
            let late = Instant(milliseconds: now.milliseconds - dice.below(400) * 86_400_000)
            more += #","occurred_at":"\#(late)""#
        }
        let buyer = dice.happens(8) ? "" : #","member":"\#(anyMember)""#
        event(#""do":"sale","ticket":"\#(ticket)"\#(buyer),\#(goods(ticket))\#(more)"#)
    }

    private mutating func takeBack() {
        guard !sold.isEmpty else { return }
        let sale = dice.pick(sold)
        var lines: [String] = []
        for (index, quantity) in sale.quantities.enumerated() where dice.happens(2) || index == 0 {
            lines.append(#"{"id":"\#(index + 1)","quantity":\#(1 + dice.below(quantity))}"#)
        }
        event(#""do":"return","ticket":"\#(sale.ticket)","lines":[\#(lines.joined(separator: ","))]"#)
    }

    private mutating func give() {
        let reason = dice.pick(["points", "recruits", "suggestion"])
        let gift = reason == "points" ? #","gift":"\#(dice.pick(["polish", "umbrella"]))""# : ""
        let price = reason == "recruits" ? #","price":100"# : ""
        event(#""do":"gift","member":"\#(anyMember)","reason":"\#(reason)"\#(gift)\#(price)"#)
    }

    private mutating func goods(_ ticket: String) -> String {
        var quantities: [Int] = []
        let lines = (1...1 + dice.below(3)).map { number in
            let kind = dice.pick(Self.kinds)
            let quantity = dice.pick([1, 1, 2, 3, 4])
            let price = dice.pick([0, 1, 99, 1999, 100_000, 7_777_777])
            quantities.append(quantity)
            let cost = dice.happens(3) ? #","cost":\#(price * 9 / 10)"# : ""
            return #"{"id":"\#(number)","category":"\#(kind.category)","flags":\#(kind.flags),"quantity":\#(quantity),"unit_price":\#(price)\#(cost)}"#
        }
        sold.append(Sold(ticket: ticket, quantities: quantities))
        return #""lines":[\#(lines.joined(separator: ","))]"#
    }

    private mutating func newTicket() -> String {
        tickets += 1
        return "T\(tickets)"
    }

    private var anyMember: String { mutating get { dice.pick(members) } }
    private var anySale: String { mutating get { sold.isEmpty ? "T0" : dice.pick(sold).ticket } }
    private mutating func event(_ body: String) { lines.append(#"{"at":"\#(now)",\#(body)}"#) }
}
