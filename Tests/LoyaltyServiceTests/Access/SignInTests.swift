import AccessControl
import HTTPTypes
import LoyaltyModel
import Testing

@testable import LoyaltyService

@Suite struct `Signing in at a page` {
    /// A person with the PIN 4951.
    private func person(_ service: LoyaltyService, _ role: Role = .manager, name: String = "Mina") async throws -> AccessEntry {
        try await service.front.doorkeeper.add(try Newcomer(role: role, name: name, pin: try PIN(chosen: "4951")), at: service.front.clock()).entry
    }

    /// The cookie that an answer sets, as a browser sends it back.
    private func cookie(of answer: Till.Answer) throws -> String { String(try #require(answer.headers[.setCookie]?.split(separator: ";").first)) }

    @Test func `a page leads to the door, and back to where it was`() async throws {
        try await Till.open { till, service in
            let mina = try await person(service)
            let away = try await till.browse("/card-desk?language=ru")
            #expect(away.status == 303 && away.headers[.location] == "/sign-in?next=/card-desk%3Flanguage%3Dru&language=ru")
            let door = try await till.browse("/sign-in?next=/card-desk")
            #expect(door.status == 200 && door.text.contains("Mina") && door.text.contains("who=\(mina.id)"))
            let pad = try await till.browse("/sign-in?next=/card-desk&who=\(mina.id)")
            #expect(pad.text.contains(#"type="password""#) && pad.text.contains(#"name="next" value="/card-desk""#))
            let signed = try await till.submit("/sign-in", ["access": mina.id.rawValue, "pin": "4951", "next": "/card-desk"])
            #expect(signed.status == 303 && signed.headers[.location] == "/card-desk")
            let page = try await till.browse("/card-desk", cookie: try cookie(of: signed))
            #expect(page.status == 200 && page.text.contains("Mina"))
        }
    }

    @Test func `the cookie is out of reach of scripts and other sites, and under TLS of every other host`() async throws {
        try await Till.open { till, service in
            let mina = try await person(service)
            let signed = try await till.submit("/sign-in", ["access": mina.id.rawValue, "pin": "4951"])
            let text = try #require(signed.headers[.setCookie])
            #expect(text.hasPrefix("memberlane_session=") && text.hasSuffix("; Path=/; HttpOnly; SameSite=Strict"))
        }
        let exposure = try Exposure(listening: .usual, isBehindProxy: true)
        try await Till.open(exposure: exposure) { till, service in
            let mina = try await person(service)
            let signed = try await till.submit("/sign-in", ["access": mina.id.rawValue, "pin": "4951"], origin: "https://localhost")
            let text = try #require(signed.headers[.setCookie])
            #expect(text.hasPrefix("__Host-memberlane=") && text.hasSuffix("; Path=/; HttpOnly; SameSite=Strict; Secure"))
            #expect(signed.headers[.strictTransportSecurity]?.hasPrefix("max-age=") == true)
        }
    }

    @Test func `a cookie from before signing in is worth nothing afterwards`() async throws {
        try await Till.open { till, service in
            let mina = try await person(service)
            let planted = "memberlane_session=planted"
            let signed = try await till.submit("/sign-in", ["access": mina.id.rawValue, "pin": "4951"], cookie: planted)
            let first = try cookie(of: signed)
            #expect(first != planted)
            #expect(try await till.browse("/staff", cookie: planted).status == 303)
            let again = try await till.submit("/sign-in", ["access": mina.id.rawValue, "pin": "4951"], cookie: first)
            #expect(try await till.browse("/staff", cookie: first).status == 303)
            #expect(try await till.browse("/staff", cookie: try cookie(of: again)).status == 200)
        }
    }

    @Test(arguments: ["https://evil.example/", "//evil.example", "/\\evil.example", "evil", "/a b", "/sign-out", "", "javascript:alert(1)", "/\u{7}x"])
    func `the door leads to no other house`(next: String) async throws {
        try await Till.open { till, service in
            let mina = try await person(service)
            let signed = try await till.submit("/sign-in", ["access": mina.id.rawValue, "pin": "4951", "next": next])
            #expect(signed.status == 303 && signed.headers[.location] == "/")
        }
    }

    @Test func `a form from nowhere, from elsewhere or of another session does nothing`() async throws {
        try await Till.open { till, service in
            let mina = try await person(service)
            let fields = ["access": mina.id.rawValue, "pin": "4951"]
            #expect(try await till.submit("/sign-in", fields, origin: nil).status == 403)
            #expect(try await till.submit("/sign-in", fields, origin: "https://evil.example").status == 403)
            #expect(try await till.submit("/sign-in", fields, origin: "null").status == 403)
            let cookie = try cookie(of: try await till.submit("/sign-in", fields))
            let length = try await till.journalLength()
            let newcomer = ["name": "X", "role": "cashier", "pin": "7082"]
            for form in ["", "wrong", service.front.doorkeeper.formToken(of: "another")] {
                let answer = try await till.submit("/staff", newcomer.merging(["form": form]) { $1 }, cookie: cookie)
                #expect(answer.status == 403)
            }
            #expect(try await till.journalLength() == length)
            let page = try await till.browse("/staff", cookie: cookie)
            let form = try #require(page.text.firstMatch(of: /name="form" value="([0-9a-f]{64})"/)?.1)
            let added = try await till.submit("/staff", newcomer.merging(["form": String(form)]) { $1 }, cookie: cookie)
            #expect(added.status == 303)
            #expect(try await till.journalLength() == length + 1)
        }
    }

    @Test func `wrong PINs are told in the reader's language, and the sixth has to wait`() async throws {
        try await Till.open { till, service in
            let mina = try await person(service)
            for _ in 0..<5 {
                let wrong = try await till.submit("/sign-in?language=ru", ["access": mina.id.rawValue, "pin": "0001"])
                #expect(wrong.status == 422 && wrong.text.contains("ПИН-код не подходит"))
                #expect(wrong.headers[.setCookie]?.contains("memberlane_session") != true)
            }
            let late = try await till.submit("/sign-in", ["access": mina.id.rawValue, "pin": "4951"])
            #expect(late.status == 429 && late.headers[.retryAfter] == "30")
        }
    }

    @Test func `a page that is locked asks for the same person`() async throws {
        let clock = TestClock()
        try await Till.open(clock: clock) { till, service in
            let mina = try await person(service)
            _ = try await person(service, .cashier, name: "Zeynab")
            let cookie = try cookie(of: try await till.submit("/sign-in", ["access": mina.id.rawValue, "pin": "4951"]))
            clock.advance(seconds: 599)
            #expect(try await till.browse("/staff", cookie: cookie).status == 200)
            clock.advance(seconds: 599)
            let left = try await till.get("/session", [.cookie: cookie, .authorization: ""])
            #expect(left.status == 200 && left["locks_in"]?.int == 1000 && left["role"]?.string == "manager")
            clock.advance(seconds: 1)
            #expect(try await till.get("/session", [.cookie: cookie, .authorization: ""]).status == 401)
            let door = try await till.browse("/sign-in?next=/staff", cookie: cookie)
            #expect(door.text.contains("Mina") && !door.text.contains("Zeynab"))
        }
    }

    @Test func `signing out ends the session, and its cookie`() async throws {
        try await Till.open { till, service in
            let mina = try await person(service)
            let cookie = try cookie(of: try await till.submit("/sign-in", ["access": mina.id.rawValue, "pin": "4951"]))
            let form = try #require(try await till.browse("/", cookie: cookie).text.firstMatch(of: /name="form" value="([0-9a-f]{64})"/)?.1)
            let out = try await till.submit("/sign-out", ["form": String(form), "next": "/card-desk", "lock": "1"], cookie: cookie)
            #expect(out.headers[.location] == "/sign-in?next=/card-desk&who=\(mina.id)" && out.headers[.setCookie]?.contains("Max-Age=0") == true)
            #expect(try await till.browse("/", cookie: cookie).status == 303)
        }
    }

    @Test func `somebody whose page it is not is told so, and from the start led to what is theirs`() async throws {
        try await Till.open { till, service in
            let desk = try await service.front.doorkeeper.cookie(.cardDesk, at: service.front.clock())
            #expect(try await till.browse("/", cookie: desk).headers[.location] == "/card-desk")
            let no = try await till.browse("/staff?language=en", cookie: desk)
            #expect(no.status == 403 && no.text.contains("This is not open to you."))
            let program = try await till.get("/staff", [.cookie: desk, .authorization: "", .acceptLanguage: "en"])
            #expect(program.status == 403 && program.code == "not_allowed")
        }
    }

    @Test func `a program without a token is told how to come by one`() async throws {
        try await Till.open { till, _ in
            let no = try await till.get("/v1/devices", [.authorization: "", .acceptLanguage: "en"])
            #expect(no.status == 401 && no.code == "sign_in_needed" && no.headers[.wwwAuthenticate] == "Bearer")
            #expect(no["detail"]?.string?.contains("memberlane access add") == true)
        }
    }

    @Test(arguments: ["fa", "zh", "ru", "en"]) func `the door speaks the language chosen on it, and keeps where it leads`(language: String) async throws {
        try await Till.open { till, service in
            let mina = try await person(service)
            let page = try await till.browse("/sign-in?language=\(language)&next=/staff&who=\(mina.id)")
            #expect(page.text.contains("<html lang=\"\(language)\""))
            #expect(page.text.contains("?language=en&amp;next=/staff&amp;who=\(mina.id)"))
            #expect(page.headers[.securityPolicy]?.contains("frame-ancestors 'none'") == true && page.headers[.sniffing] == "nosniff")
        }
    }
}

@Suite struct `The first manager` {
    private func form(_ code: String, pin: String = "4951", again: String = "4951") -> [String: String] {
        ["code": code, "name": "Owner", "pin": pin, "again": again]
    }

    @Test func `comes by the code that the service printed, once, and is signed in`() async throws {
        try await Till.open(as: .till, setUpCode: "abc") { till, service in
            #expect(try await till.browse("/sign-in").headers[.location] == "/set-up")
            #expect(try await till.browse("/set-up").text.contains(#"name="pin""#) == false)
            #expect(try await till.browse("/set-up?code=abc").text.contains(#"name="code" value="abc""#))
            #expect(try await till.submit("/set-up", form("wrong")).status == 403)
            #expect(try await till.submit("/set-up", form("abc", again: "4952")).status == 422)
            #expect(try await till.submit("/set-up", form("abc", pin: "1234", again: "1234")).status == 422)
            let made = try await till.submit("/set-up", form("abc"))
            #expect(made.status == 303 && made.headers[.location] == "/staff")
            let cookie = String(try #require(made.headers[.setCookie]?.split(separator: ";").first))
            #expect(try await till.browse("/staff", cookie: cookie).status == 200)
            #expect(try await till.submit("/set-up", form("abc")).status == 403)
            #expect(try await till.browse("/set-up?code=abc").headers[.location] == "/sign-in")
            #expect(try await service.front.doorkeeper.list().count { $0.entry.role == .manager } == 1)
        }
    }

    @Test func `cannot be guessed at`() async throws {
        try await Till.open(as: .till, setUpCode: "abc") { till, _ async throws in
            for _ in 0..<10 { #expect(try await till.submit("/set-up", form("guess")).status == 403) }
            #expect(try await till.submit("/set-up", form("abc")).status == 429)
        }
    }

    @Test func `is nobody where the service has no code`() async throws {
        try await Till.open(as: .till) { till, _ async throws in
            for code in ["", "nil"] { #expect(try await till.submit("/set-up", form(code)).status == 403) }
        }
    }
}
