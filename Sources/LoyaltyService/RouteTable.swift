import Hummingbird
import LoyaltyModel
import LoyaltyWording

/// Every address of the service. `openapi.yaml` describes those under `/v1`, and a test holds the two to each other.
enum RouteTable {
    /// The API of tills.
    static let api: [Route] = [
        .post("/v1/identify", for: .listeners, { try await $0.identify($1) }),
        .post("/v1/quotes", for: .till, { try await $0.quote($1) }),
        .post("/v1/sales", for: .till, { try await $0.sell($1) }),
        .get("/v1/sales", for: .till, { try await $0.outcome($1) }),
        .post("/v1/sales/{id}/void", for: .till, { try await $0.void($1) }),
        .post("/v1/sales/{id}/returns", for: .till, { try await $0.takeBack($1) }),

        .post("/v1/members", for: .counter, { try await $0.enrol($1) }),
        .get("/v1/members/{id}", for: .counter, { try await $0.member($1) }),
        .patch("/v1/members/{id}", for: .counter, { try await $0.changeMember($1) }),
        .get("/v1/members/{id}/account", for: .counter, { try await $0.account($1) }),

        .post("/v1/benefit-requests", for: .counter, { try await $0.requestBenefit($1) }),
        .get("/v1/benefit-requests", for: .counter, { try await $0.listBenefitRequests($1) }),
        .get("/v1/benefit-requests/{id}", for: .counter, { try await $0.benefitRequest($1) }),
        .post("/v1/benefit-requests/{id}/review", for: .manager, { try await $0.reviewBenefit($1) }),
        .post("/v1/benefit-requests/{id}/decision", for: .manager, { try await $0.decide($1) }),
        .post("/v1/benefit-requests/{id}/told", for: .counter, { try await $0.tellResult($1) }),

        .post("/v1/stored-value/loads", for: .till, { try await $0.loadDeposit($1) }),
        .post("/v1/fees", for: .till, { try await $0.payFee($1) }),
        .post("/v1/gifts", for: .till, { try await $0.giveGift($1) }),
        .post("/v1/adjustments", for: .manager, { try await $0.adjust($1) }),
        .post("/v1/sales-tasks", for: .till, { try await $0.raiseSalesTask($1) }),
        .post("/v1/visitors/{id}/decline", for: .till, { try await $0.declineMembership($1) }),

        .post("/v1/card-jobs", for: .counter, { try await $0.openCardJob($1) }),
        .get("/v1/card-jobs", for: .counter, { try await $0.openCardJobs($1) }),
        .get("/v1/card-jobs/{id}", for: .counter, { try await $0.cardJob($1) }),
        .get("/v1/card-jobs/{id}/preview.png", for: .counter, { try await $0.previewCard($1) }),
        .post("/v1/card-jobs/{id}/old-card", for: .counter, { try await $0.takeOldCard($1) }),
        .post("/v1/card-jobs/{id}/print", for: .counter, { try await $0.printCard($1) }),
        .post("/v1/card-jobs/{id}/stripe", for: .counter, { try await $0.writeStripe($1) }),
        .post("/v1/card-jobs/{id}/verify", for: .counter, { try await $0.verifyCard($1) }),
        .post("/v1/card-jobs/{id}/hand-over", for: .counter, { try await $0.handCardOver($1) }),
        .post("/v1/card-jobs/{id}/cancel", for: .counter, { try await $0.cancelCardJob($1) }),

        .post("/v1/slips", for: .counter, { try await $0.printSlip($1) }),
        .post("/v1/slips/preview", for: .counter, { try await $0.previewSlip($1) }),

        .post("/v1/visits", for: .counter, { try await $0.logVisit($1) }),
        .get("/v1/visits", for: .counter, { try await $0.visits($1) }),
        .post("/v1/feedback", for: .counter, { try await $0.takeIn($1) }),
        .get("/v1/feedback", for: .counter, { try await $0.listFeedback($1) }),
        .get("/v1/feedback/{id}", for: .counter, { try await $0.feedback($1) }),
        .post("/v1/feedback/{id}/outcome", for: .counter, { try await $0.closeFeedback($1) }),
        .post("/v1/passes", for: .counter, { try await $0.issuePass($1) }),
        .get("/v1/passes", for: .counter, { try await $0.listPasses($1) }),
        .post("/v1/passes/{id}/use", for: .counter, { try await $0.usePass($1) }),
        .post("/v1/pick-ups", for: .counter, { try await $0.book($1) }),
        .get("/v1/pick-ups", for: .counter, { try await $0.listPickUps($1) }),
        .post("/v1/pick-ups/{id}/hand-over", for: .counter, { try await $0.handOver($1) }),
        .get("/v1/prices", for: .counter, { try $0.lookUp($1) }),
        .get("/v1/directory", for: .counter, { try $0.directory($1) }),
        .get("/v1/notices", for: .manager, { try await $0.listNotices($1) }),
        .post("/v1/notices", for: .manager, { try await $0.writeNews($1) }),
        .post("/v1/notices/{id}/sent", for: .manager, { try await $0.markSent($1) }),

        .get("/v1/reports/{name}", for: .books, { try await $0.report($1) }),
        .post("/v1/rehearsals", for: .manager, { try await $0.rehearse($1) }),

        .get("/v1/kiosk/account", for: .kiosk, { try await $0.kioskAccount($1) }),
        .post("/v1/kiosk/account", for: .kiosk, { try await $0.kioskTyped($1) }),
        .post("/v1/kiosk/statement", for: .kiosk, { try await $0.kioskStatement($1) }),

        .get("/v1/events", for: .listeners, { try await $0.listen($1) }),
        .get("/v1/devices", for: .listeners, { try await $0.listDevices($1) }),
        .get("/v1/metrics", for: .watchers, { try await $0.showMetrics($1) }),
        .get("/v1/health", for: .anyone, { try await $0.health($1) }),
        .get("/openapi.yaml", for: .anyone, { front, _ in front.openAPI() }),
    ]

    /// The pages and their files.
    static let pages: [Route] = [
        .page("/", .till, for: .till, { try await $0.tillPage($1) }),
        .page("/card-desk", .cardDesk, for: .counter, { try await $0.cardDeskPage($1) }),
        .page("/benefits", .benefits, for: .counter, { try await $0.benefitsPage($1) }),
        .page("/front-desk", .frontDesk, for: .counter, { try await $0.frontDeskPage($1) }),
        .page("/owner", .office, for: .books, { try await $0.ownerPage($1) }),
        .get("/owner/reports/{name}", for: .books, { try await $0.ownerReport($1) }),
        .post("/owner/rehearsals", for: .manager, { try await $0.ownerRehearsal($1) }),
        .page("/kiosk", .kiosk, for: .kiosk, { try $0.kioskPage($1) }),
        .page("/devices", .devices, for: .staff, { try await $0.devicesPage($1) }),
        .page("/staff", .staff, for: .manager, { try await $0.staffPage($1) }),
        .get("/static/{name}", for: .anyone, { try $0.asset($1) }),
    ]

    /// The door: signing in and out, the first manager, kiosks, and who is let in.
    static let door: [Route] = [
        .get("/sign-in", for: .anyone, { try await $0.signInPage($1) }),
        .post("/sign-in", for: .anyone, { try await $0.signIn($1) }),
        .get("/sign-in/cards", for: .anyone, { try await $0.listenForStaffCards($1) }),
        .post("/sign-out", for: .signedIn, { try await $0.signOut($1) }),
        .get("/session", for: .signedIn, { try await $0.sessionLeft($1) }),
        .post("/session/use", for: .signedIn, { try await $0.sessionLeft($1) }),
        .get("/set-up", for: .anyone, { try await $0.setUpPage($1) }),
        .post("/set-up", for: .anyone, { try await $0.setUp($1) }),
        .get("/kiosk/pair", for: .anyone, { try $0.pairPage($1) }),
        .post("/kiosk/pair", for: .anyone, { try await $0.pair($1) }),
        .post("/kiosk/here", for: .manager, { try await $0.makeKioskHere($1) }),
        .post("/staff", for: .manager, { try await $0.addAccess($1) }),
        .post("/staff/{id}/end", for: .manager, { try await $0.revokeAccess($1) }),
        .post("/staff/{id}/pin", for: .manager, { try await $0.setPIN($1) }),
        .post("/staff/{id}/card", for: .manager, { try await $0.setStaffCard($1) }),
        .post("/staff/{id}/card/take", for: .manager, { try await $0.takeStaffCard($1) }),
    ]

    /// The page of the virtual devices and what it does.
    static let virtualCounter: [Route] = [
        .page("/virtual", .virtualDevices, for: .counter, { try await $0.virtualPage($1) }),
        .get("/virtual/state", for: .counter, { try await $0.virtualState($1) }),
        .get("/virtual/sheets/{number}", for: .counter, { try $0.virtualSheet($1) }),
        .post("/virtual/acts", for: .counter, { try await $0.act($1) }),
    ]

    static func routes(withVirtualCounter: Bool, withOdoo: Bool) -> [Route] {
        api + square + pages + door + (withVirtualCounter ? virtualCounter : []) + (withOdoo ? odoo : [])
    }

    /// The pages that the bar leads a role to, in the order of the table.
    static func navigation(for role: Role, withVirtualCounter: Bool) -> [(path: String, label: ScreenKey)] {
        (pages + (withVirtualCounter ? virtualCounter : [])).compactMap { route in
            guard let label = route.label, route.audience.admits(role) else { return nil }
            return (route.path, label)
        }
    }
}
