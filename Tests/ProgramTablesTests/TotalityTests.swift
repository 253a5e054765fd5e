import ProgramTables
import TableReading
import Testing

@Suite struct TotalityTests {
    private func isToldOrRead(_ text: String) -> Bool {
        do {
            _ = try ProgramTables.load(TableText(name: "t.yaml", text: text))
            return true
        } catch {
            return !error.faults.isEmpty && error.faults.allSatisfy { $0.line >= 1 && $0.column >= 1 && !$0.found.isEmpty && !$0.belongs.isEmpty }
        }
    }

    @Test func `a table cut off anywhere is told, never fatal`() {
        let text = SmallTable.text
        for length in stride(from: 0, to: text.count, by: 23) { #expect(isToldOrRead(String(text.prefix(length)))) }
    }

    @Test func `a table with a line left out is read or told, never fatal`() {
        let lines = SmallTable.text.split(separator: "\n", omittingEmptySubsequences: false)
        for index in lines.indices { #expect(isToldOrRead((lines[..<index] + lines[(index + 1)...]).joined(separator: "\n"))) }
    }

    @Test func `a table with any letter exchanged is read or told, never fatal`() {
        let letters = Array(SmallTable.text)
        for (index, other) in zip(stride(from: 0, to: letters.count, by: 29), Array(repeating: Array("[]{}:-#&*!|>'\"%@`\t\u{0}\u{7F}折"), count: 100).joined())
        {
            var text = letters
            text[index] = other
            #expect(isToldOrRead(String(text)))
        }
    }

    @Test(arguments: [
        "", "\n", "---\n---\n", "a: &x [*x]", "? [a]\n: b", "\u{FEFF}club: km", "club: \"\\ud800\"", String(repeating: "[", count: 5000), "club: !!binary x",
    ])
    func `strange files are told`(text: String) { #expect(isToldOrRead(text)) }
}
