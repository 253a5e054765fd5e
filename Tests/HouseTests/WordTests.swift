import Foundation
import Testing

/// One catalogue for each language: every key is shown somewhere, and every word that a page asks for is there.
@Suite struct WordTests {
    @Test func `every label and every no of the catalogue is used`() {
        let swift = House.files(in: "Sources").filter { $0.module != "LoyaltyWording" && !declarations.contains($0.path) }.map(\.text).joined().dotted
        let states = text("Sources/LoyaltyWording/Keys/ScreenKey+States.swift").dotted
        let phrases = text("Sources/LoyaltyModel/Phrase.swift").dotted
        let pages = asked(in: assets.values.joined())
        for key in labels {
            let isShown = pages.contains(key) || Self.composed.contains { key.hasPrefix($0) } || swift.contains(key[...]) || states.contains(key[...])
            #expect(isShown, "ScreenKey.\(key) is never shown")
        }
        for (path, type) in [("Sources/LoyaltyModel/Trouble.swift", "TroubleCode"), ("Sources/LoyaltyModel/Phrase.swift", "PhraseKey")] {
            let keys = cases(in: path, of: type)
            #expect(!keys.isEmpty)
            for key in keys { #expect(swift.contains(key[...]) || phrases.contains(key[...]), "\(type).\(key) is never said") }
        }
    }

    @Test func `every word that a page asks for is a label of the catalogue`() {
        #expect(!assets.isEmpty)
        for (name, text) in assets {
            for key in asked(in: text) { #expect(labels.contains(key), "\(name) asks for words.\(key)") }
        }
    }

    /// Labels whose names the pages put together from the table's own words.
    private static let composed = ["category", "flag"]

    private let declarations: Set<String> = ["Sources/LoyaltyModel/Trouble.swift", "Sources/LoyaltyModel/Phrase.swift"]

    private var labels: Set<String> { Set(cases(in: "Sources/LoyaltyWording/Keys/ScreenKey.swift", of: "ScreenKey")) }

    private func text(_ path: String) -> String { (try? String(contentsOf: House.root.appending(path: path), encoding: .utf8)) ?? "" }

    /// The cases of an enumeration, several on a line or one.
    private func cases(in path: String, of type: String) -> [String] {
        guard let body = text(path).components(separatedBy: "enum \(type)").dropFirst().first?.components(separatedBy: "\n}").first else { return [] }
        return body.split(separator: "\n").flatMap { line -> [String] in
            guard let list = line.firstMatch(of: /^    case ([a-zA-Z].*)$/)?.1 else { return [] }
            return list.split(separator: ",").map { String($0.prefix { $0 != "=" }).trimmingCharacters(in: .whitespaces) }
        }
    }

    /// The templates and scripts by name.
    private var assets: [String: String] {
        let folder = House.root.appending(path: "Sources/LoyaltyService/Assets")
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return Dictionary(
            uniqueKeysWithValues: names.filter { $0.hasSuffix(".js") || $0.hasSuffix(".mustache") }.map { name in
                (name, (try? String(contentsOf: folder.appending(path: name), encoding: .utf8)) ?? "")
            })
    }

    private func asked(in page: String) -> Set<String> { Set(page.matches(of: /\bwords\.([a-zA-Z]+)/).map { String($0.1) }) }
}

extension String {
    /// The words that follow a dot: every case that is named here, and more.
    fileprivate var dotted: Set<Substring> {
        Set(
            utf8.split(separator: UInt8(ascii: ".")).dropFirst().compactMap {
                Substring($0.prefix { ($0 | 0x20) >= 97 && ($0 | 0x20) <= 122 || (48...57).contains($0) })
            })
    }
}
