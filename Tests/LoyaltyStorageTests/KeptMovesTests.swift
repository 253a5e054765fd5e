import LoyaltyModel
import LoyaltyStorage
import StorageContract
import Testing

struct KeptMovesTests {
    @Test func `what is kept beside a record comes to what its entries come to`() throws {
        let entries = [
            Samples.entry(7, 0, of: "m1", key: "spend \"T\"\t1/1", points: 60), Samples.entry(7, 1, of: "m2", key: "joining", points: 5),
            Samples.entry(7, 2, of: "m1", key: "joining", points: -9, corrects: "3.0"),
        ]
        var posted: [MoveKey: PostedMove] = ["joining": PostedMove(amount: 10, kind: .earned, rule: "KM-5", entry: "3.0")]
        var expected = posted
        for entry in entries where entry.member == "m1" { expected.post(entry) }
        try KeptMoves.post(KeptMoves.text(of: entries, for: "m1"), ofRecord: 7, to: &posted)
        #expect(posted == expected)
    }

    @Test(arguments: ["", "{}", "[[]]", #"[[0,"k","r","gifted",1,0]]"#, #"[[0,"k","r","earned","1",0]]"#])
    func `another text is a fault`(text: String) {
        var posted: [MoveKey: PostedMove] = [:]
        #expect(throws: StoreFault.self) { try KeptMoves.post(text, ofRecord: 1, to: &posted) }
    }
}
