import CardFormats
public import LoyaltyModel

extension FrontDesk {
    /// What is said at a moment of the visit, in the table's order.
    public func words(at moment: Prompt.Moment) -> [Wording] { prompts.filter { $0.moment == moment }.map(\.text) }

    /// The offers that are on, in the table's order (CL-12b, CL-13).
    public func offers(on day: Day) -> [Wording] { (promotions.value ?? []).filter { $0.isOn(day) }.map(\.text) }

    /// The row under which a kind of word is taken in; nil where the text does not ask for it.
    public func intake(of kind: Feedback.Kind) -> IntakeRule? { intake.first { $0.kind == kind } }
}

extension Programme {
    /// Who reads a list of telephone numbers.
    public enum DirectoryReader: String, Sendable, Codable, CaseIterable {
        case staff, customer
    }

    /// The numbers that a reader may see; the club's representative first (KM-19, KM-20, LB-08).
    ///
    /// The only way to the numbers: a customer's list never holds an internal one.
    public func directory(for reader: DirectoryReader, topic query: String = "", representative: Wording) -> [DirectoryEntry] {
        let club = contact.map { DirectoryEntry(rule: $0.rule, topic: representative, phone: $0.phone, isInternal: $0.audience == .dealers) }
        let wanted = SearchText(query)
        return ([club].compactMap { $0 } + desk.directory).filter { (reader == .staff || !$0.isInternal) && $0.topic.holds(wanted) }
    }

    /// Whether a text holds a number that has to stay inside, however it is written (KM-19).
    public func holdsInternalNumber(_ text: String) -> Bool {
        let runs = DigitRun.all(in: text)
        return directory(for: .staff, representative: Wording([:])).filter(\.isInternal).contains { entry in
            let number = DigitRun(entry.phone[...])
            return runs.contains { $0.holds(number) }
        }
    }
}

/// Digits with what people write between the digits of one number.
private struct DigitRun {
    let groups: [String]

    init(_ text: Substring) { groups = Digits.latin(String(text)).split { !$0.isWholeNumber }.map(String.init) }

    var digits: String { groups.joined() }

    /// A number of five digits and more is looked for whatever stands between its digits; an extension only as it stands.
    func holds(_ number: DigitRun) -> Bool {
        guard !number.digits.isEmpty else { return false }
        return number.digits.count < 5 ? groups.contains(number.digits) : digits.contains(number.digits)
    }

    static func all(in text: String) -> [DigitRun] {
        text.split { !$0.isWholeNumber && !" -–./()+\u{00A0}\u{2066}\u{2069}".contains($0) }.map { DigitRun($0) }
    }
}
