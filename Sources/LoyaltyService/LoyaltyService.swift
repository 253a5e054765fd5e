public import AccessControl
internal import Foundation
internal import Hummingbird
internal import HummingbirdCore
internal import HummingbirdTLS
internal import Logging
public import LoyaltyDesk
public import LoyaltyModel
internal import LoyaltyRules
internal import NIOCore
public import PointOfService
public import ServiceLifecycle

/// The service of a till: the HTTP API, live events, and the pages of till and card desk.
public struct LoyaltyService: Service {
    let front: Front
    private let address: ListenAddress
    private let onListening: @Sendable (ListenAddress) -> Void
    private let onCatchingUp: @Sendable (_ seen: Int, _ all: Int) -> Void

    /// A service on a desk.
    ///
    /// Throws when a page's template inside the binary is broken, which its tests rule out.
    ///
    /// - Parameters:
    ///   - language: The language of readers who ask for none; the programme's when nil.
    ///   - devices: The devices of this computer; nil for none.
    ///   - press: Draws and prints cards; nil where none are printed.
    ///   - stripes: Writes the stripes of cards; nil where none are written.
    ///   - slips: Draws and prints receipts, statements and other slips; nil where none are printed.
    ///   - tables: Reads tables that the owner tries out; nil where none are.
    ///   - virtualCounter: The hands at virtual devices, when they stand in for real ones; then there is a page for them.
    ///   - doorkeeper: Lets callers in.
    ///   - setUpCode: What makes whoever brings it the first manager; nil where there is one.
    ///   - odoo: Stands in for Odoo's hardware proxy; nil for nobody.
    ///   - listen: Where it listens.
    ///   - exposure: From where callers come; from this computer alone when nil.
    ///   - limits: What a single caller may take.
    ///   - onListening: Told once, when callers can connect; with the port that the system chose where 0 was asked for.
    ///   - onCatchingUp: Told how many of all members have been brought up to date, at the start and after every midnight of the club.
    ///   - clock: The time; the system's when nil.
    public init(
        desk: Desk, language: Language? = nil, devices: (any DeviceHub)? = nil, press: (any CardPrinting)? = nil,
        stripes: (any StripeWriting)? = nil, slips: (any SlipPrinting)? = nil, tables: (any TableRehearsing)? = nil,
        virtualCounter: (any VirtualCounterControl)? = nil, odoo: OdooProxy? = nil,
        doorkeeper: Doorkeeper, setUpCode: String? = nil, listen: ListenAddress = .usual, exposure: Exposure? = nil, limits: ServiceLimits = .usual,
        onListening: @escaping @Sendable (ListenAddress) -> Void = { _ in }, onCatchingUp: @escaping @Sendable (_ seen: Int, _ all: Int) -> Void = { _, _ in },
        clock: (@Sendable () -> Instant)? = nil
    ) throws {
        let clock = clock ?? Instant.now
        front = Front(
            desk: desk, language: language ?? desk.programme.language, devices: devices, press: press, stripes: stripes,
            slips: slips, virtualCounter: virtualCounter, tables: tables,
            figures: FigureBook(store: desk.store, calendar: desk.programme.calendar), odoo: odoo,
            events: EventHub(places: limits.listeners, clock: clock), presented: PresentedCards(), templates: try Templates(), doorkeeper: doorkeeper,
            exposure: exposure ?? .local,
            setUpCode: setUpCode, limits: limits, clock: clock)
        address = listen
        self.onListening = onListening
        self.onCatchingUp = onCatchingUp
    }

    /// Serves until the surrounding service group shuts down or the task is cancelled. Throws ``ListenAddressFault`` when it may not listen there.
    public func run() async throws {
        let address = address
        do { try await application.run() } catch let error as IOError {
            throw error.errnoCode == EADDRINUSE ? ListenAddressFault.inUse(address) : .refused(address, why: String(cString: strerror(error.errnoCode)))
        }
    }

    private func services(_ logger: Logger) -> [any Service] {
        var services: [any Service] = [DuesKeeper(front: front, logger: logger, progress: onCatchingUp)]
        if let hub = front.devices { services.append(DeviceRelay(front: front, hub: hub)) }
        return services
    }

    /// Over TLS where there is a certificate, else plain; the certificate was tried when it was read.
    private var server: HTTPServerBuilder {
        let idle = front.limits.idle.components
        let plain = HTTPServerBuilder.http1(
            configuration: .init(idleTimeout: .nanoseconds(idle.seconds * 1_000_000_000 + idle.attoseconds / 1_000_000_000)))
        guard let certificate = front.exposure.certificate,
            let secure = try? HTTPServerBuilder.tls(plain, tlsConfiguration: certificate.configuration.value)
        else { return plain }
        return secure
    }

    /// The framework's application: also what tests talk to.
    var application: some ApplicationProtocol {
        let onListening = onListening
        let host = address.host
        var logger = Logger(label: "memberlane")
        logger.logLevel = .error
        return Application(
            router: front.router(), server: server, configuration: ApplicationConfiguration(address: .hostname(host, port: address.port)),
            services: services(logger),
            onServerRunning: { channel in onListening(ListenAddress(host: host, port: channel.localAddress?.port ?? 0)) }, logger: logger)
    }
}
