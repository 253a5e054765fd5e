import LoyaltyModel
import Testing

@Suite("The course of a card job")
struct CardCourseTests {
    private static let places = CardJob.State.allCases.flatMap { [CardCourse(at: $0, counts: false), CardCourse(at: $0, counts: true)] }

    @Test(arguments: places)
    func `a step is possible when it is one of the ways on, and a refusal changes nothing`(place: CardCourse) {
        for event in CardCourse.Event.allCases {
            var course = place
            do {
                _ = try course.take(event)
                #expect(place.waysOn.contains(event))
            } catch {
                #expect(course == place && !place.waysOn.contains(event))
            }
        }
    }

    @Test(arguments: places)
    func `every place but the two last can be given up`(place: CardCourse) {
        let isOver = [.done, .cancelled].contains(place.state)
        #expect(place.waysOn.contains(.givenUp) == !isOver)
        if isOver { #expect(place.waysOn.isEmpty) }
    }

    @Test(arguments: places)
    func `nothing is done without a card that was read back`(place: CardCourse) {
        for event in CardCourse.Event.allCases where place.state != .done {
            var course = place
            let effect = try? course.take(event)
            #expect((course.state == .done) == (effect == .switch))
            if course.state == .done { #expect(event == .readBack && [.printing, .printed].contains(place.state)) }
        }
    }

    @Test func `where a card may lie about, its number is given up before another print, and when a number that counts is given up`() throws {
        for state in [CardJob.State.printing, .printed] {
            for counts in [true, false] {
                var again = CardCourse(at: state, counts: counts)
                #expect(try again.take(.printBegan) == .redraw)
                var over = CardCourse(at: state, counts: counts)
                #expect(try over.take(.givenUp) == (counts ? .redraw : .drop))
            }
        }
        var spoiled = CardCourse(at: .printing, counts: true)
        #expect(try spoiled.take(.spoiledOut) == .redraw && spoiled.state == .spoiled)
        #expect(try spoiled.take(.printBegan) == nil)
    }

    @Test func `a card is lost once, and only one that counts`() throws {
        var course = CardCourse(at: .printed, counts: false)
        #expect(try course.take(.oldCardLost) == .lose && course == CardCourse(at: .printed, counts: true))
        #expect(throws: CardCourse.Refusal.noCardToLose) { try course.take(.oldCardLost) }
        var first = CardCourse(at: .readyToPrint, counts: true)
        #expect(throws: CardCourse.Refusal.noCardToLose) { try first.take(.oldCardLost) }
        #expect(throws: CardCourse.Refusal.notNow) { try first.take(.oldCardIn) }
    }
}
