import CardFormats
import Testing

struct HexTextTests {
    @Test(arguments: ["0600ff09", "06 00 FF 09", "0x06,0x00, 0xFF\n0x09", "# a remark\r\n06 00 # more\r\nFF 09\r\n", "\u{FEFF}06\t00FF 09", "0x0600FF09"])
    func `bytes are read as people write them`(text: String) throws {
        #expect(try HexText.bytes(text) == [0x06, 0x00, 0xFF, 0x09])
    }

    @Test func `each line with bytes is a report`() throws {
        #expect(try HexText.lines("01 02\n\n# none\n03\r04\r\n05") == [[1, 2], [3], [4], [5]])
        #expect(try HexText.lines("").isEmpty)
    }

    @Test func `a strange character is named with its place`() {
        #expect(throws: HexFault.notHexadecimal("g", line: 2, column: 4)) { try HexText.bytes("06 00\n07 g8") }
        #expect(throws: HexFault.notHexadecimal("x", line: 1, column: 3)) { try HexText.bytes("06x00") }
        #expect(throws: HexFault.notHexadecimal("x", line: 1, column: 2)) { try HexText.bytes("1x00") }
        #expect(throws: HexFault.notHexadecimal("۱", line: 1, column: 1)) { try HexText.bytes("۱۲") }
    }

    @Test func `a byte of one digit is named with its place`() {
        #expect(throws: HexFault.halfByte(line: 1, column: 4)) { try HexText.bytes("06 0 FF") }
        #expect(throws: HexFault.halfByte(line: 2, column: 3)) { try HexText.bytes("06\r\n061") }
        #expect(throws: HexFault.halfByte(line: 1, column: 1)) { try HexText.bytes("6#") }
    }

    @Test func `a prefix without digits is a fault`() {
        #expect(throws: HexFault.halfByte(line: 1, column: 1)) { try HexText.bytes("0x") }
    }

    @Test func `faults say what is wrong and the way out`() {
        for fault in [HexFault.notHexadecimal("g", line: 2, column: 4), .halfByte(line: 1, column: 2)] {
            #expect(fault.errorDescription?.contains("Line") == true && fault.recoverySuggestion?.isEmpty == false)
        }
    }
}
