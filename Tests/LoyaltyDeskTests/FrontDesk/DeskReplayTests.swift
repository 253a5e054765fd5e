import LoyaltyDesk
import LoyaltyModel
import Testing

@Suite("The front desk in a rehearsal") struct DeskReplayTests {
    @Test func `a day at the front desk can be rehearsed in the API's words`() async throws {
        let story = try Story("km")
        try await story.enrol("A", at: "2026-03-01T10:00:00Z", more: #","birthday":"1985-03-02","phone":"0900 000 0001","agrees_to":["birthday","news"]"#)
        let events = [
            (#""do":"visit","visit":"V1","member":"A","staff":"C. D.""#, #""first_visit":true"#),
            (#""do":"feedback","feedback":"F1","kind":"complaint","contact":"0900","essence":"cold""#, #""state":"open""#),
            (#""do":"outcome","feedback":"F1","text":"warmed up""#, #""state":"closed""#),
            (#""do":"issue_pass","pass":"P1","member":"A","kind":"certificate","name":"Wash","units":2"#, #""left":2"#),
            (#""do":"use_pass","pass":"P1""#, #""left":1"#), (#""do":"use_pass","pass":"P1","units":2"#, #""code":"pass_used_up""#),
            (#""do":"book","pick_up":"B1","member":"A","what":"plates""#, #""state":"waiting""#),
            (#""do":"hand_over","pick_up":"B1""#, #""state":"handed_over""#), (#""do":"look_up","q":"wash""#, #""items":[]"#),
            (#""do":"directory""#, #""entries":[]"#), (#""do":"news","news":"N1","text":{"en":"New cars."}"#, #""news":"N1""#),
            (#""do":"notices","day":"2026-03-01""#, #""notice":"news.2.N1.A""#), (#""do":"mark_sent","notice":"news.2.N1.A""#, #""state":"sent""#),
            (#""do":"hand_over","pick_up":"B9""#, #""code":"record_unknown""#),
        ]
        for (event, expected) in events {
            let answer = try #require(try await story.replayer.answer(to: #"{"at":"2026-03-01T11:00:00Z",\#(event)}"#))
            #expect(answer.contains(expected), "\(event): \(answer)")
        }
    }

    @Test(arguments: [
        #""do":"use_pass""#, #""do":"visit","member":7"#, #""do":"feedback","kind":"gossip""#,
        #""do":"issue_pass","kind":"certificate","name":"x","units":1.5"#,
    ])
    func `an event that cannot be read is a fault of its line`(event: String) async throws {
        let story = try Story("km")
        await #expect(throws: ReplayFault.self) { try await story.replayer.answer(to: #"{"at":"2026-03-01T11:00:00Z",\#(event)}"#) }
    }
}
