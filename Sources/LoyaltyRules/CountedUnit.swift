import LoyaltyModel

/// One unit of a purchase that the ordinal table counts, where it stands in the member's order of purchases.
struct CountedUnit {
    let sale: Sale
    let line: SoldLine
    /// Which unit of its line, from 0.
    let index: Int
    let programme: Programme
    let table: OrdinalTable
    /// Where it stands among the member's purchases, from 1.
    var position = 0
    /// How many units of its order count.
    var order = 1

    var key: MoveKey { MoveKey("unit \(sale.ticket)/\(line.id)/\(index)") }
}

extension MemberAccount {
    /// The units that count and have not come back: by invoice date, then by line, each unit in turn (RULES 10.10).
    ///
    /// Where later purchases do not move up, those that came back keep their place in the order (A-KM-11).
    func countedUnits(in book: ProgrammeBook) -> [CountedUnit] {
        guard book.countsPurchases else { return [] }
        let order = sales.enumerated().sorted { ($0.element.occurredAt, $0.offset) < ($1.element.occurredAt, $1.offset) }
        var units: [CountedUnit] = []
        var position = 0
        for (_, sale) in order { units += CountedUnit.units(of: sale, under: book.programme(of: sale), after: &position) }
        return units
    }
}

extension CountedUnit {
    /// The units of one sale that count and have not come back, after the places taken so far.
    static func units(of sale: Sale, under programme: Programme, after position: inout Int) -> [CountedUnit] {
        guard let table = programme.earning.ordinal, programme.calendar.day(of: sale.occurredAt) >= table.from else { return [] }
        let lines = sale.lines.filter { table.counts($0) }
        let size = lines.reduce(0) { $0 + $1.quantity - $1.returned }
        var units: [CountedUnit] = []
        for line in lines {
            for index in 0..<line.quantity {
                let stands = index < line.quantity - line.returned
                guard stands || !table.reranksOnCancel else { break }
                position += 1
                guard stands else { continue }
                units.append(
                    CountedUnit(sale: sale, line: line, index: index, programme: programme, table: table, position: position, order: size))
            }
        }
        return units
    }
}

extension OrdinalTable {
    /// Whether a line is of the kind that counts in the phase in force (KM-03).
    func counts(_ line: SoldLine) -> Bool { line.category == category && !line.flags.isDisjoint(with: countedFlags) }
}
