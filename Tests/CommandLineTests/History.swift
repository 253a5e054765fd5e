import ProgramRunner
import Testing

/// Events a minute apart, told to `memberlane replay`, and the answers by line.
struct History {
    private(set) var lines: [String] = []
    private let programme: String
    private let settings: String?
    /// The year the events are in, and how many there were.
    private let year: Int

    init(_ programme: String, settings: String? = nil, year: Int = 2012) {
        (self.programme, self.settings, self.year) = (programme, settings, year)
    }

    /// An event at the next minute, or at a moment of its own; says on which line it stands, from 0.
    @discardableResult
    mutating func tell(_ what: String, _ rest: String, at moment: String? = nil) -> Int {
        let minute = lines.count
        let clock = "\(pad(minute / 60 % 24)):\(pad(minute % 60))"
        let at = moment ?? "\(year)-02-\(pad(1 + minute / 1440))T\(clock):00Z"
        lines.append(#"{"at":"\#(at)","do":"\#(what)",\#(rest)}"#)
        return minute
    }

    @discardableResult
    mutating func enrol(_ member: String, _ more: String = "") -> Int { tell("enrol", #""member":"\#(member)""# + more) }

    @discardableResult
    mutating func sell(_ ticket: String, to member: String?, _ lines: String..., more: String = "", at moment: String? = nil) -> Int {
        let buyer = member.map { #","member":"\#($0)""# } ?? ""
        return tell("sale", #""ticket":"\#(ticket)"\#(buyer),"lines":[\#(lines.joined(separator: ","))]\#(more)"#, at: moment)
    }

    @discardableResult
    mutating func takeBack(_ ticket: String, _ quantity: Int) -> Int {
        tell("return", #""ticket":"\#(ticket)","lines":[{"id":"1","quantity":\#(quantity)}]"#)
    }

    @discardableResult
    mutating func void(_ ticket: String) -> Int { tell("void", #""ticket":"\#(ticket)""#) }

    @discardableResult
    mutating func statement(_ member: String) -> Int { tell("statement", #""member":"\#(member)""#) }

    /// Every answer, in the order of the events; `refusals` says how many have to be no.
    func answers(refusals: Int = 0) async throws -> [JSONValue] {
        let folder = try ScratchFolder()
        let file = try folder.write(lines.joined(separator: "\n") + "\n", to: "events.jsonl")
        let chosen = settings.map { ["--settings", $0] } ?? []
        let outcome = try await ProgramUnderTest.run(["replay", "--programme", programme, "--language", "en"] + chosen + [file])
        #expect(outcome.status == (refusals == 0 ? 0 : 1), "\(outcome.complaint)")
        let answers = try outcome.jsonLines
        #expect(answers.map(\.line) == (1...lines.count).map { .number($0) })
        #expect(answers.filter { $0.refused != nil }.count == refusals)
        return answers
    }

    private func pad(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}

/// A line of cars bought directly from the company.
func cars(_ quantity: Int, flags: String = #""direct""#) -> String {
    #"{"id":"1","category":"vehicle","quantity":\#(quantity),"unit_price":1000000000,"flags":[\#(flags)]}"#
}

/// A line of shoes; prices in fen.
func shoes(_ price: Int, more: String = "") -> String { #"{"id":"1","category":"shoes","quantity":1,"unit_price":\#(price)\#(more)}"# }
