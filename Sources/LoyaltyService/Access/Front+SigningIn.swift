import AccessControl
import HTTPTypes
import Hummingbird
import LoyaltyModel
import LoyaltyRules
import LoyaltyWording
import ServiceLifecycle

extension Front {
    /// The page where somebody of the staff signs in, and comes back to where they were.
    func signInPage(_ asking: Asking) async throws -> Response {
        let next = LocalPath(asking.query("next"))
        var who = asking.query("who").map { AccessID($0) }
        var isLocked = false
        switch try await session(of: asking.request, isUse: false) {
        case .signedIn(let caller) where caller.role != .kiosk: return .seeOther(next.text)
        case .locked(let last):
            isLocked = who == nil
            who = who ?? last
        default: break
        }
        return try await signInPage(asking, next: next, who: who, isLocked: isLocked, trouble: nil)
    }

    /// Signs in by PIN, or by a staff card that a reader of this computer has just read.
    func signIn(_ asking: Asking) async throws -> Response {
        let form = try await asking.form(self)
        let next = LocalPath(form["next"])
        let card = form["card"]
        let id = AccessID(form["access"])
        do {
            let signed: SignedIn
            if card.isEmpty {
                signed = try await doorkeeper.signIn(id, pin: form["pin"], from: address(of: asking), at: asking.at)
            } else {
                guard isHere(asking), let access = staffCards.take(card, at: asking.at) else { throw Trouble(.swipeAgain, field: "card") }
                signed = try await doorkeeper.signIn(byCardOf: access, from: address(of: asking), at: asking.at)
            }
            try await endSession(of: asking)
            return .seeOther(next.text, cookie: cookie(signed.cookie))
        } catch let trouble as Trouble {
            return try await signInPage(asking, next: next, who: card.isEmpty ? id : nil, trouble: trouble)
        }
    }

    /// Signs out; or locks, which leaves the name to come back by.
    func signOut(_ asking: Asking) async throws -> Response {
        let form = try await asking.form(self)
        try await endSession(of: asking)
        let lock = form["lock"].isEmpty ? "" : "&who=\(asking.caller?.access.rawValue ?? "")"
        return .seeOther("/sign-in?next=\(LocalPath(form["next"]).encoded)\(lock)", cookie: cookie("", seconds: 0))
    }

    /// Names of staff cards as this computer's readers read them, for the sign-in page of this very computer.
    func listenForStaffCards(_ asking: Asking) async throws -> Response {
        guard isHere(asking), devices != nil else { throw Trouble(.notFound) }
        let names = staffCards
        let request = asking.request
        let body = ResponseBody { writer in
            try await request.body.consumeWithCancellationOnInboundClose { _ in
                try await writer.write(ByteBuffer(string: "retry: 1000\n\n"))
                for await name in names.names().cancelOnGracefulShutdown() {
                    try await writer.write(ByteBuffer(string: "event: staff_card\ndata: {\"card\":\"\(name)\"}\n\n"))
                }
                try await writer.finish(nil)
            }
        }
        return Response(status: .ok, headers: [.contentType: "text/event-stream", .cacheControl: "no-store"], body: body)
    }

    /// How long the page stays open if nobody does anything.
    func sessionLeft(_ asking: Asking) async throws -> Response {
        guard let caller = asking.caller else { throw Trouble(.signInNeeded) }
        var left: Int?
        if let session = caller.session { left = try await doorkeeper.untilLock(session, at: asking.at) }
        return try .json(SessionAnswer(name: caller.name, role: caller.role, locksIn: left))
    }

    /// What a new session takes the place of is over: nobody keeps a cookie that was there before signing in.
    func endSession(of asking: Asking) async throws {
        if let old = asking.request.cookies[cookieName]?.value, !old.isEmpty { try await doorkeeper.signOut(old) }
    }

    private func signInPage(_ asking: Asking, next: LocalPath, who: AccessID?, isLocked: Bool = false, trouble: Trouble?) async throws -> Response {
        let staff = try await doorkeeper.staff().sorted { $0.name < $1.name }
        if staff.isEmpty, try await doorkeeper.isUnclaimed() { return .seeOther("/set-up") }
        let language = pageLanguage(asking)
        let catalogue = Catalogue(language)
        let here = isHere(asking) && devices != nil
        var values = try values(for: language, script: DoorScript(PageWords(language, currency: programme.currency), listens: here))
        values["next"] = next.text
        values["rest"] = "&next=\(next.encoded)" + (who.map { "&who=\(LocalPath("/\($0)").encoded.dropFirst())" } ?? "")
        values["isHere"] = here
        values["isLocked"] = isLocked
        values["otherwise"] = "/sign-in?next=\(next.encoded)&who=-"
        if let trouble { values["trouble"] = catalogue.text(trouble) }
        if let chosen = staff.first(where: { $0.id == who }) {
            values["chosen"] = ["id": chosen.id.rawValue, "name": chosen.name, "role": catalogue.text(ScreenKey(chosen.role))]
        } else {
            values["isOpen"] = true
            values["staff"] = staff.map { entry in
                [
                    "name": entry.name, "role": catalogue.text(ScreenKey(entry.role)),
                    "link": "/sign-in?next=\(next.encoded)&who=\(entry.id)",
                ]
            }
        }
        var response = page(templates.render(.signIn, values), in: language, status: trouble.map { Refused($0, status: nil).status } ?? .ok)
        if let trouble { response.headers.merge(Refused(trouble, status: nil).headers) }
        return response
    }
}

/// Who is signed in, and for how long.
private struct SessionAnswer: Encodable {
    let name: String
    let role: Role
    /// Milliseconds; nil for what does not lock.
    let locksIn: Int?

    enum CodingKeys: String, CodingKey {
        case name, role
        case locksIn = "locks_in"
    }
}

/// What the scripts of the pages at the door need to know.
struct DoorScript: Encodable {
    let words: PageWords
    /// Whether a staff card may be swiped here.
    let listens: Bool

    init(_ words: PageWords, listens: Bool) {
        self.words = words
        self.listens = listens
    }
}
