import Dispatch
import ProgramRunner
import Synchronization

/// A shop whose service is killed again and again, and started again on the same database.
///
/// Tills ask as if nothing had happened: a request that was cut off is repeated, with the same key, at the service that comes next.
actor DyingShop {
    private let arguments: [String]
    private let killer: Killer
    private var service: RunningService
    /// Counts the services, so that of many who saw one die one starts the next.
    private var generation = 0
    private var opening: Task<Void, any Error>?

    /// How often the service was killed.
    private(set) var kills = 0
    /// Requests that were cut off, and asked again.
    private(set) var repeats = 0

    /// Opens the shop for the first time. `kills` times the service will die, each time after at most `stages` stages of requests (``LocalClient/Stage``).
    init(_ arguments: [String], kills: Int, within stages: Int, seed: UInt64) async throws {
        self.arguments = arguments
        killer = Killer(kills: kills, within: stages, seed: seed)
        service = try await RunningService(arguments)
        killer.aim(at: service)
    }

    /// Whether more kills are to come.
    nonisolated var isDoomed: Bool { killer.isArmed }

    /// Asks until there is an answer. Not for requests that do another thing when they are repeated.
    func ask(_ method: String, _ path: String, _ body: String? = nil, key: String? = nil) async throws -> LocalClient.Answer {
        while true {
            if let answer = try await askOnce(method, path, body, key: key) { return answer }
            repeats += 1
        }
    }

    /// Asks once; nil when the service died meanwhile, and the next one is up.
    func askOnce(_ method: String, _ path: String, _ body: String? = nil, key: String? = nil) async throws -> LocalClient.Answer? {
        let (asked, killer) = (generation, killer)
        do {
            return try await service.client.send(method, path, body, key: key) { _ in killer.stage() }
        } catch let silence as NoAnswer {
            try await reopen(after: asked, silence)
            return nil
        }
    }

    /// Hears the event of that name which `act` leads to; nil when the service died meanwhile, and the next one is up.
    func hear(_ name: String, after act: String) async throws -> JSONValue? {
        let asked = generation
        do {
            let feed = try await EventFeed(of: service.client)
            guard let answer = try await askOnce("POST", "/virtual/acts", act) else { return nil }
            guard answer.status == 200 else { throw TestFault("\(act) was answered \(answer.status)") }
            if let event = await feed.next(name) { return event }
            try await reopen(after: asked, NoAnswer("the events ended"))
        } catch let silence as NoAnswer {
            try await reopen(after: asked, silence)
        }
        return nil
    }

    /// Closes the shop in good order, and says with which status.
    func close() async -> Int { await service.stop() }

    private func reopen(after asked: Int, _ silence: NoAnswer) async throws {
        guard generation == asked else { return }
        guard killer.hasStruck else { throw silence }
        let task = opening ?? Task { try await openNext() }
        opening = task
        try await task.value
    }

    private func openNext() async throws {
        let status = await service.ended()
        guard status == -9 else { throw TestFault("the service ended by itself with \(status)") }
        service = try await RunningService(arguments)
        opening = nil
        generation += 1
        kills += 1
        killer.aim(at: service)
    }
}

/// Kills the service at a random stage of a random request, or a random moment after it.
private final class Killer: Sendable {
    /// The longest moment between a stage and the kill: about as long as the service takes for an answer.
    private static let longestMoment: UInt64 = 8_000_000

    private struct State {
        var random: SeededRandom
        var kills: Int
        var stages = 0
        var moment: UInt64 = 0
        var target: RunningService?
    }

    private let within: Int
    private let state: Mutex<State>

    init(kills: Int, within: Int, seed: UInt64) {
        self.within = within
        state = Mutex(State(random: SeededRandom(seed: seed), kills: kills))
    }

    var isArmed: Bool { state.withLock { $0.kills > 0 } }

    /// Whether the present target has been killed.
    var hasStruck: Bool { state.withLock { $0.target == nil } }

    func aim(at service: RunningService) {
        state.withLock { state in
            state.target = service
            state.stages = Int.random(in: 1...within, using: &state.random)
            state.moment = Bool.random(using: &state.random) ? 0 : .random(in: 0...Self.longestMoment, using: &state.random)
        }
    }

    /// A request has come a stage further; the service may die of it.
    func stage() {
        let victim: (service: RunningService, moment: UInt64)? = state.withLock { state in
            guard state.kills > 0, let target = state.target else { return nil }
            state.stages -= 1
            guard state.stages == 0 else { return nil }
            state.kills -= 1
            state.target = nil
            return (target, state.moment)
        }
        guard let victim else { return }
        let end = DispatchTime.now().uptimeNanoseconds + victim.moment
        while DispatchTime.now().uptimeNanoseconds < end { continue }
        victim.service.kill()
    }
}
