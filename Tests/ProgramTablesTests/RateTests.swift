import LoyaltyModel
import LoyaltyRules
import ProgramTables
import Testing

@Suite struct RateTests {
    private func rate(of tier: TierID, _ old: String, _ new: String) throws -> TierDiscount.Rate? {
        try SmallTable.programme(old, new).discount?[tier]?.rate
    }

    @Test(arguments: [
        ("1 %", 10_000), ("1%", 10_000), ("۱٪", 10_000), ("0.1 %", 1_000), ("12.3456 %", 123_456), ("0.0001 %", 1), ("2.50 %", 25_000), ("2.500000 %", 25_000),
        ("۲٫۵٪", 25_000), ("100 %", 1_000_000), ("0 %", 0),
    ])
    func `a reduction is read to the millionth`(text: String, millionths: Int) throws {
        #expect(try rate(of: "pearl", "off: 1 %", "off: \(text)") == .off(OffRate(millionths: millionths)))
    }

    @Test(arguments: [
        ("9.5折", 950_000), ("9折", 900_000), ("8.5折", 850_000), ("8.88折", 888_000), ("9.5 折", 950_000), ("9.5折", 950_000), ("10折", 1_000_000), ("95 %", 950_000),
        ("90%", 900_000), ("0.1折", 10_000), ("9.99999折", 999_999),
    ])
    func `a payment is read to the millionth, 折 being tenths that are paid`(text: String, millionths: Int) throws {
        #expect(try rate(of: "anchor", "pays: 95 %", "pays: \(text)") == .pays(PayRate(millionths: millionths)))
    }

    @Test(arguments: ["-1 %", "1,5 %", "1e1 %", "+1 %", "%", "1 % %", "one %", ".5 %", "5. %", "0x1 %", "1.00001 %", "9999999999999999999999 %", "NaN %"])
    func `anything else is no rate`(text: String) {
        #expect(SmallTable.faults("off: 1 %", "off: \"\(text)\"").hasPrefix("hb.yaml:32:39: "))
    }

    @Test(arguments: [("1 point / 10.00", 1, 1000), ("3 points / 0.01", 3, 1), ("1 point / 10", 1, 1000), ("2 points/7.5", 2, 750)])
    func `a rate of points per money is read to the minor unit`(text: String, points: Int, per: Int) throws {
        #expect(try SmallTable.programme("1 point / 10.00", text).earning.spend?.rate == .known(.init(points: Points(points), per: Money(minor: per))))
    }

    @Test func `no key of a table takes a reduction where a payment belongs`() {
        #expect(SmallTable.faults("pays: unknown", "off: 5 %").contains("unknown key in extra: “off”"))
    }
}
