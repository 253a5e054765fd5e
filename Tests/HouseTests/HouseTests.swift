import Foundation
import Testing

@Suite("The house")
struct HouseTests {
    private let sources = House.files(in: "Sources")

    @Test func `every module stands on a floor, and imports go down only`() {
        #expect(!sources.isEmpty)
        for file in sources {
            guard let floor = House.floors[file.module] else {
                Issue.record("\(file.path) is in a module without a floor")
                continue
            }
            for name in file.imports {
                guard let below = House.floors[name] else { continue }
                #expect(below < floor, "\(file.path) imports \(name), which is not below it")
            }
        }
    }

    @Test func `each outside library has one owner`() {
        for file in sources {
            for name in file.imports where !House.standard.contains(name) {
                if House.floors[name, default: 0] > 0 { continue }
                #expect(House.owners[name]?.contains(file.module) == true, "\(file.path) imports \(name), which belongs to \(House.owners[name] ?? [])")
            }
        }
    }

    @Test func `floors one and two have no clock, no randomness and no file`() {
        let banned = ["Date()", "Date.now", "ContinuousClock", "SuspendingClock", ".random(", "FileManager", "Task.sleep", "URLSession"]
        for file in sources where House.pure.contains(file.module) {
            for word in banned { #expect(!file.code.contains { $0.contains(word) }, "\(file.path) uses \(word)") }
        }
    }

    @Test func `the page of rules is what tables and tests say, and every rule with a row has a test that cites it`() throws {
        let page = RulePage()
        let file = House.root.appending(path: RulePage.path)
        if ProcessInfo.processInfo.environment["MEMBERLANE_WRITE_PAGES"] != nil { try page.text.write(to: file, atomically: true, encoding: .utf8) }
        #expect(try String(contentsOf: file, encoding: .utf8) == page.text, "\(RulePage.path) is out of date: make pages")
        #expect(page.untested == [])
    }

    @Test func `no file is longer than 400 lines`() {
        for file in sources + House.files(in: "Tests") { #expect(file.lines.count <= 400, "\(file.path) has \(file.lines.count) lines") }
    }

    @Test func `money and points never meet floating point`() {
        for file in sources where ["LoyaltyModel", "LoyaltyRules", "LoyaltyStorage", "LoyaltyDesk", "SQLiteStorage", "ProgramTables"].contains(file.module) {
            for word in ["Double", "Float", "Decimal", "CGFloat"] {
                let uses = file.code.filter { $0.split { !$0.isLetter }.contains(Substring(word)) }
                #expect(uses.isEmpty, "\(file.path) uses \(word)")
            }
        }
    }

    @Test func `nothing traps or waits for later`() {
        for file in sources {
            for (number, line) in file.lines.enumerated() {
                // The words themselves are what is looked for: a crash that a reader did not agree to, and work that was put off.
                for word in ["try!", "as!", "fatalError(", "TO" + "DO", "FIX" + "ME"] where line.contains(word) {
                    Issue.record("\(file.path):\(number + 1) has “\(word)”")
                }
            }
        }
    }

    @Test func `what passes Sendable by the back door says why`() {
        for file in sources {
            for (number, line) in file.lines.enumerated() where line.contains("@unchecked Sendable") || line.contains("nonisolated(unsafe)") {
                let before = file.lines[max(0, number - 6)..<number]
                let isExplained = before.contains { $0.contains("//") }
                #expect(isExplained, "\(file.path):\(number + 1) gives no reason")
            }
        }
    }

    @Test func `no club's name or number stands in Swift code`() {
        for file in sources {
            for word in ["Kerman", "کرمان", "Atieh", "9001", "9002", "44563513"] {
                #expect(!file.text.contains(word), "\(file.path) knows a club by “\(word)”")
            }
        }
    }

    @Test func `tests' suites are imported by tests only`() {
        for file in sources {
            for name in ["StorageContract", "USBConformance", "FuzzTargets", "Testing", "XCTest"] {
                #expect(!file.imports.contains(name), "\(file.path) imports \(name)")
            }
        }
    }
}
