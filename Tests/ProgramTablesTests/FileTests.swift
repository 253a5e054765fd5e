import Foundation
import LoyaltyModel
import LoyaltyRules
import ProgramTables
import TableReading
import Testing

@Suite struct FileTests {
    private func withFile(_ bytes: Data, _ body: (String) throws -> Void) throws {
        let url = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).yaml")
        try bytes.write(to: url)
        defer { try? FileManager.default.removeItem(at: url) }
        try body(url.path())
    }

    @Test func `a table is read from a path, with or without a byte order mark`() throws {
        for mark in ["", "\u{FEFF}"] {
            try withFile(Data((mark + SmallTable.text).utf8)) { path in
                let programme = try ProgramTables.load(path)
                #expect(programme.id == "hb")
            }
        }
    }

    @Test func `a file that is not UTF-8 is told`() throws {
        try withFile(Data([0x63, 0xE9, 0x0A])) { path in
            let fault = #expect(throws: TableFaults.self) { try ProgramTables.load(path) }
            #expect(fault?.faults.first?.kind == .unreadable)
            #expect(fault?.faults.first?.belongs == "a file saved as UTF-8")
        }
    }

    @Test func `a file larger than a leaflet is told`() throws {
        try withFile(Data(repeating: 0x23, count: 1_048_577)) { path in
            let fault = #expect(throws: TableFaults.self) { try ProgramTables.load(path) }
            #expect(fault?.faults.first?.found == "1048577 bytes")
        }
    }

    @Test func `the shipped texts are the tables word for word`() throws {
        let text = try #require(TableText.shipped("km"))
        #expect(text.name == "km.yaml")
        let byText = try ProgramTables.load(text)
        let byName = try ProgramTables.load("km")
        #expect(byText == byName)
    }
}
