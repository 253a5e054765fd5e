import DeviceSheets
import TableReading
import Testing

@Suite struct `A faulty device sheet` {
    private func fault(_ text: String) -> String {
        do throws(TableFaults) {
            _ = try DeviceSheet(TableText(name: "own.yaml", text: text))
            return "no fault"
        } catch {
            return error.description
        }
    }

    private static let head = "family: scanners\nkind: scanner\n"

    @Test(
        "names line, column, what stands there and what belongs there",
        arguments: [
            (
                "driver: hid\ndevices:\n  - { id: \"05e0:21\", model: Z, source: S }\n",
                "own.yaml:5:11: malformed value in devices[1].id: “05e0:21”\nhint: maker's and product's number, four hex digits each, in quotes: \"0801:0002\""
            ),
            (
                "driver: hid\nmakers:\n  - { id: zebra, model: Z, source: S }\n",
                "own.yaml:5:11: malformed value in makers[1].id: “zebra”\nhint: the maker's number, four hex digits in quotes: \"0801\""
            ),
            (
                "driver: hod\ndevices:\n  - { id: \"05e0:2100\", model: Z, source: S }\n",
                "own.yaml:3:9: malformed value in driver: “hod”\nhint: did you mean hid?"
            ),
            (
                "devices:\n  - { id: \"05e0:2100\", model: Z, source: S }\n",
                "own.yaml:4:5: key is missing in devices[1]: no driver\nhint: driver:, here or for the whole sheet; or reason: and way_out:"
            ),
            (
                "devices:\n  - { id: \"05e0:2100\", model: Z, source: S, reason: closed }\n",
                "own.yaml:4:5: key is missing in devices[1]: no way_out\nhint: way_out: what to do instead"
            ),
            (
                "driver: hid\ndevices:\n  - { id: \"05e0:2100\", model: Z }\n",
                "own.yaml:5:5: key is missing in devices[1]: no source\nhint: source: who says so"
            ),
            (
                "driver: hid\ndevices:\n  - { id: \"05e0:2100\", modl: Z, source: S }\n",
                "own.yaml:5:24: unknown key in devices[1]: “modl”\nhint: did you mean model?"
            ),
            (
                "driver: printer\ndevices:\n  - { id: \"05e0:2100\", model: Z, source: S, language: escp }\n",
                "own.yaml:5:55: malformed value in devices[1].language: “escp”\nhint: did you mean escpos?"
            ),
            ("facts:\n  - { fact: a }\n", "own.yaml:4:5: key is missing in facts[1]: no value\nhint: value: what is known, or unknown"),
            ("- a\n", "own.yaml:3:1"),
        ])
    func names(text: String, expected: String) {
        let found = fault(Self.head + text)
        #expect(found.hasPrefix(expected), "\(found)")
    }

    @Test func `without a kind says where one belongs`() {
        let found = fault("family: x\ndriver: hid\ndevices:\n  - { id: \"05e0:2100\", model: Z, source: S }\n")
        #expect(found == "own.yaml:4:5: key is missing in devices[1]: no kind\nhint: kind: one of msr, scanner, printer, here or for the whole sheet")
    }
}
