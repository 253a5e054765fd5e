public import LoyaltyModel
import LoyaltySeals
import LoyaltyStorage

extension Doorkeeper {
    /// Who has this token; nil for nobody, or nobody any more.
    public func caller(token text: String, at instant: Instant) async throws -> Caller? {
        guard let token = AccessToken(parsing: text, self.digest) else { return nil }
        let digest = ContentDigest.hex(of: text)
        if let known = memory.known(digest, at: instant, within: rules.knownFor) { return known.caller }
        guard let entry = try await store.read({ try $0.accessEntry(token.access) }), entry.isActive, let kept = entry.token else { return nil }
        guard let hash = SecretHash(text: kept) else { return nil }
        guard try await memory.proves(digest, kept, { [hasher] in try await hasher.matches(hash, Array(token.secret.utf8)) }) else { return nil }
        let caller = Caller(entry, session: nil)
        memory.keep(CallerMemory.Known(caller: caller, asked: instant), digest)
        if memory.mayNote(useOf: entry.id, at: instant, every: rules.noteUseEvery) {
            try await store.write { try $0.keep(Self.use(of: entry.id, at: instant)) }
        }
        return caller
    }

    /// Who stands behind a cookie. `isUse` says that a person does something, which keeps the page from locking.
    public func session(_ cookie: String, isUse: Bool, at instant: Instant) async throws -> SessionState {
        guard !cookie.isEmpty, cookie.utf8.count <= 100 else { return .none }
        let digest = Self.digest(ofCookie: cookie)
        guard var known = try await known(digest, at: instant), var session = known.session, instant < session.ends else { return .none }
        let idle = instant.milliseconds - session.used.milliseconds
        if session.locks, idle >= rules.lockAfter { return .locked(session.access) }
        guard isUse else { return .signedIn(known.caller) }
        session.used = instant
        known.session = session
        memory.keep(known, digest)
        try await note(session, digest)
        return .signedIn(known.caller)
    }

    /// Milliseconds until a session locks, if nothing is done; nil for one that does not.
    public func untilLock(_ digest: String, at instant: Instant) async throws -> Int? {
        guard let session = try await known(digest, at: instant)?.session, session.locks else { return nil }
        return max(0, min(rules.lockAfter - (instant.milliseconds - session.used.milliseconds), session.ends.milliseconds - instant.milliseconds))
    }

    /// Whether somebody who was known when a stream began still is.
    public func isStill(_ caller: Caller, at instant: Instant) async throws -> Bool {
        guard let digest = caller.session else {
            let key = "entry \(caller.access)"
            if memory.known(key, at: instant, within: rules.knownFor) != nil { return true }
            guard try await store.read({ try $0.accessEntry(caller.access)?.isActive }) == true else { return false }
            memory.keep(CallerMemory.Known(caller: caller, asked: instant), key)
            return true
        }
        guard let session = try await known(digest, at: instant)?.session, instant < session.ends else { return false }
        return !session.locks || instant.milliseconds - session.used.milliseconds < rules.lockAfter
    }

    /// The session as it is known, or as the store has it; nil for none, and for one whose entry is let in no more.
    private func known(_ digest: String, at instant: Instant) async throws -> CallerMemory.Known? {
        if let known = memory.known(digest, at: instant, within: rules.knownFor) { return known }
        let seen = memory.lastUse(of: digest)
        let found = try await store.read { view -> (AccessEntry, StaffSession)? in
            guard let note = try view.note(.session, digest), note.until > instant else { return nil }
            let session = try note.value(StaffSession.self)
            guard let entry = try view.accessEntry(session.access), entry.isActive else { return nil }
            return (entry, session)
        }
        guard let (entry, kept) = found else {
            memory.forget(digest)
            return nil
        }
        var session = kept
        // This process may have seen a use that it has not noted yet.
        if let seen, seen > session.used { session.used = seen }
        let known = CallerMemory.Known(caller: Caller(entry, session: digest), asked: instant, session: session)
        memory.keep(known, digest)
        return known
    }

    private func note(_ session: StaffSession, _ digest: String) async throws {
        let used = session.used
        guard memory.mayNote(useOf: AccessID("session " + digest), at: used, every: rules.noteSessionEvery) else { return }
        try await store.write { transaction in
            // One that was ended meanwhile stays so.
            guard let note = try transaction.note(.session, digest) else { return }
            var kept = try note.value(StaffSession.self)
            kept.used = max(kept.used, used)
            try transaction.keep(PassingNote(.session, digest, until: kept.ends, kept))
            try transaction.keep(Self.use(of: kept.access, at: used))
        }
    }
}
