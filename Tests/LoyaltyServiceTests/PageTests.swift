import CanonicalJSON
import Foundation
import HTTPTypes
import LoyaltyModel
import LoyaltyRules
import LoyaltyWording
import Testing

@testable import LoyaltyService

@Suite struct `The pages` {
    @Test(arguments: [("fa", "rtl"), ("zh", "ltr"), ("ru", "ltr"), ("en", "ltr")])
    func `the till speaks the language chosen on it, in its direction`(language: String, direction: String) async throws {
        try await Till.open { till, _ in
            let page = try await till.get("/?language=\(language)")
            #expect(page.headers[.contentType] == "text/html; charset=utf-8")
            #expect(page.text.contains(#"<html lang="\#(language)" dir="\#(direction)" data-place="till">"#))
            let cookie = try #require(page.headers[.setCookie]?.split(separator: ";").first)
            let later = try await till.get("/", [.cookie: String(cookie)])
            #expect(later.text.contains(#"<html lang="\#(language)""#))
        }
    }

    @Test(arguments: [("fa", "rtl", "میز کارت"), ("zh", "ltr", "制卡处"), ("ru", "ltr", "Стол карт"), ("en", "ltr", "Card desk")])
    func `the card desk has a page in each language`(language: String, direction: String, title: String) async throws {
        try await Till.open { till, _ in
            let page = try await till.get("/card-desk?language=\(language)")
            #expect(page.text.contains(#"<html lang="\#(language)" dir="\#(direction)">"#))
            #expect(page.text.contains("<title>\(title) –"))
        }
    }

    @Test func `the till speaks the club's language when nobody has chosen`() async throws {
        try await Till.open { till, _ in
            let page = try await till.get("/", [.acceptLanguage: "ru"])
            #expect(page.text.contains(#"<html lang="fa" dir="rtl" data-place="till">"#))
        }
    }

    @Test(arguments: [
        ("/benefits", "fa", "میز مزایا"), ("/benefits", "zh", "权益处"), ("/benefits", "ru", "Стол льгот"), ("/benefits", "en", "Benefit desk"),
        ("/front-desk", "fa", "میز پذیرش"), ("/front-desk", "zh", "前台"), ("/front-desk", "ru", "Стойка"), ("/front-desk", "en", "Front desk"),
    ])
    func `benefit desk and front desk have a page in each language`(path: String, language: String, title: String) async throws {
        try await Till.open { till, _ in
            let page = try await till.get("\(path)?language=\(language)")
            #expect(page.text.contains(#"<html lang="\#(language)""#) && page.text.contains("<title>\(title) –"))
        }
    }

    @Test func `the club's own number stands on the benefit desk's page, and neither on the till's nor on the front desk's`() async throws {
        try await Till.open { till, service in
            let number = try #require(service.front.programme.contact?.phone)
            #expect(try await till.get("/benefits").text.contains(number))
            for path in ["/", "/front-desk", "/card-desk"] {
                let page = try await till.get(path)
                #expect(!page.text.contains(number), "\(path)")
            }
        }
    }

    @Test(arguments: ["/", "/card-desk", "/benefits", "/front-desk", "/owner"])
    func `every file a page asks for is there, with its type, and comes from here`(path: String) async throws {
        try await Till.open { till, _ in
            let page = try await till.get(path)
            let files = page.text.matches(of: /(?:src|href)="(\/static\/[^"]+)"/).map { String($0.1) }
            #expect(files.count >= 5)
            for file in files {
                let answer = try await till.get(file)
                #expect(answer.status == 200 && !answer.text.isEmpty)
                let type = file.hasSuffix(".css") ? "text/css" : file.hasSuffix(".js") ? "text/javascript" : "image/svg+xml"
                #expect(answer.headers[.contentType]?.hasPrefix(type) == true)
                #expect(!answer.text.contains("https://"))
            }
            #expect(page.headers[.securityPolicy]?.hasPrefix("default-src 'self'") == true)
        }
    }

    @Test(arguments: ["/", "/card-desk", "/benefits", "/front-desk", "/devices"])
    func `a page knows every word that its scripts name, and is sent no others`(path: String) async throws {
        try await Till.open { till, _ in
            let page = try await till.get("\(path)?language=en")
            let scripts = Set(page.text.matches(of: /"(\/static\/[a-z]+\.js)"/).map { String($0.1) })
            var named: Set<String> = []
            for script in scripts {
                named.formUnion(try await till.get(script).text.matches(of: /\bwords\.([a-zA-Z]+)/).map { String($0.1) })
            }
            #expect(!named.isEmpty)
            for name in named {
                #expect(ScreenKey(rawValue: name) != nil, "\(name) is no label")
                #expect(page.text.contains("\"\(name)\":"), "\(path) is not sent \(name)")
            }
            #expect(!page.text.contains("\"rehearsalOfHistory\":"))
        }
    }

    @Test func `numbers are written as the catalogue writes them`() throws {
        let persian = NumberStyle(.init(.persian), currency: .init(code: "IRR", minorDigits: 0))
        #expect(persian.digits == "۰۱۲۳۴۵۶۷۸۹" && persian.group == "٬" && persian.point == "٫" && persian.decimals == 0)
        #expect(persian.money.contains("#") && persian.money.contains("ریال"))
        let english = NumberStyle(.init(.english), currency: .init(code: "CNY", minorDigits: 2))
        #expect(english.group == "," && english.point == ".")
    }

    @Test func `words of the table cannot break out of the page's script`() throws {
        let bytes = try JSON.bytes(of: ["a": "</script><script>"])
        #expect(!Front.embedded(bytes).contains("<"))
    }
}
