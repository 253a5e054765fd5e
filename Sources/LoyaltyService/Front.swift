import AccessControl
import Hummingbird
import LoyaltyDesk
import LoyaltyModel
import LoyaltyRules
import LoyaltyWording
import PointOfService

/// What every handler works with.
struct Front: Sendable {
    /// The use cases.
    let desk: Desk
    /// The language of a reader who asks for none.
    let language: Language
    /// The devices of this computer; nil when the service runs without any.
    let devices: (any DeviceHub)?
    /// Draws and prints cards.
    let press: (any CardPrinting)?
    /// Writes the stripes of cards.
    let stripes: (any StripeWriting)?
    /// Draws and prints slips.
    let slips: (any SlipPrinting)?
    /// The virtual devices, when they stand in for real ones.
    let virtualCounter: (any VirtualCounterControl)?
    /// Reads tables for the owner; nil where none are tried out.
    let tables: (any TableRehearsing)?
    /// The journal's figures.
    let figures: FigureBook
    /// Odoo's hardware proxy; nil where the owner has named no page.
    let odoo: OdooProxy?
    /// What happens, for everybody who listens.
    let events: EventHub
    /// Cards read a moment ago.
    let presented: PresentedCards
    /// What a kiosk lets its members do at a time.
    let kioskLimits = KioskLimits()
    /// Cards on their way to a printer.
    let prints = RunningPrints()
    /// How the service does.
    let metrics = ServiceMetrics()
    /// The pages' templates.
    let templates: Templates
    /// Lets callers in, and knows who they are.
    let doorkeeper: Doorkeeper
    /// From where callers come.
    let exposure: Exposure
    /// Makes whoever brings it the first manager; nil where there was one when the service started.
    let setUpCode: String?
    /// Tries at the set-up code, by address.
    let setUpTries = RateLimit(most: 10, interval: 60_000)
    /// Staff cards that somebody of the staff may sign in with at this computer.
    let staffCards = StaffCards()
    /// What a single caller may take.
    let limits: ServiceLimits
    /// Pages as they were last made.
    let shelf = PageShelf()
    /// Who opened the page that is being made, and which.
    var visit: Visit?
    /// The time.
    let clock: @Sendable () -> Instant

    var programme: Programme { desk.programme }

    /// The routes as the framework serves them: every no becomes an answer, foreign callers are turned away first.
    func router() -> Router<FrontContext> {
        let router = Router(context: FrontContext.self)
        router.add(middleware: SafeHeaders(exposure: exposure))
        router.add(middleware: Measuring(metrics: metrics))
        router.add(middleware: TroubleAnswering(front: self))
        router.add(middleware: SquareAnswering(front: self))
        router.add(middleware: OdooDoor(front: self))
        router.add(middleware: KnownHostsOnly(exposure: exposure))
        for route in RouteTable.routes(withVirtualCounter: virtualCounter != nil, withOdoo: odoo != nil) {
            router.on(RouterPath(route.path), method: route.method) { request, context in
                let asking = try await self.admit(request, context, to: route)
                var front = self
                front.visit = Visit(caller: asking.caller, path: route.path)
                return try await route.handler(front, asking)
            }
        }
        return router
    }

    /// A request with its reader's language and its moment.
    func asking(_ request: Request, _ context: FrontContext) -> Asking {
        Asking(request: request, context: context, language: language(of: request), at: clock(), slowestBody: limits.body)
    }

    /// The language an API call is answered in.
    func language(of request: Request) -> Language {
        guard let wanted = request.headers[.acceptLanguage] else { return language }
        return Catalogue.negotiate(acceptLanguage: wanted, default: language)
    }
}

/// Turns what a handler throws into an answer in the reader's language.
private struct TroubleAnswering: RouterMiddleware {
    typealias Context = FrontContext

    let front: Front

    func handle(_ request: Request, context: FrontContext, next: (Request, FrontContext) async throws -> Response) async throws -> Response {
        do { return try await next(request, context) } catch {
            return front.page(for: error, request) ?? .refusal(error, language: front.language(of: request))
        }
    }
}
