import Hummingbird

/// Every address of the service. `openapi.yaml` describes those under `/v1`, and a test holds the two to each other.
enum RouteTable {
    /// The API of tills.
    static let api: [Route] = [
        .post("/v1/identify", { try await $0.identify($1) }),
        .post("/v1/quotes", { try await $0.quote($1) }),
        .post("/v1/sales", { try await $0.sell($1) }),
        .get("/v1/sales", { try await $0.outcome($1) }),
        .post("/v1/sales/{id}/void", { try await $0.void($1) }),
        .post("/v1/sales/{id}/returns", { try await $0.takeBack($1) }),

        .post("/v1/members", { try await $0.enrol($1) }),
        .get("/v1/members/{id}", { try await $0.member($1) }),
        .patch("/v1/members/{id}", { try await $0.changeMember($1) }),
        .get("/v1/members/{id}/account", { try await $0.account($1) }),

        .post("/v1/benefit-requests", { try await $0.requestBenefit($1) }),
        .get("/v1/benefit-requests/{id}", { try await $0.benefitRequest($1) }),
        .post("/v1/benefit-requests/{id}/review", { try await $0.reviewBenefit($1) }),
        .post("/v1/benefit-requests/{id}/decision", { try await $0.decide($1) }),
        .post("/v1/benefit-requests/{id}/told", { try await $0.tellResult($1) }),

        .post("/v1/stored-value/loads", { try await $0.loadDeposit($1) }),
        .post("/v1/fees", { try await $0.payFee($1) }),
        .post("/v1/gifts", { try await $0.giveGift($1) }),
        .post("/v1/adjustments", { try await $0.adjust($1) }),
        .post("/v1/sales-tasks", { try await $0.raiseSalesTask($1) }),
        .post("/v1/visitors/{id}/decline", { try await $0.declineMembership($1) }),

        .post("/v1/card-jobs", { try await $0.openCardJob($1) }),
        .get("/v1/card-jobs", { try await $0.openCardJobs($1) }),
        .get("/v1/card-jobs/{id}", { try await $0.cardJob($1) }),
        .get("/v1/card-jobs/{id}/preview.png", { try await $0.previewCard($1) }),
        .post("/v1/card-jobs/{id}/old-card", { try await $0.takeOldCard($1) }),
        .post("/v1/card-jobs/{id}/print", { try await $0.printCard($1) }),
        .post("/v1/card-jobs/{id}/stripe", { try await $0.writeStripe($1) }),
        .post("/v1/card-jobs/{id}/verify", { try await $0.verifyCard($1) }),
        .post("/v1/card-jobs/{id}/hand-over", { try await $0.handCardOver($1) }),
        .post("/v1/card-jobs/{id}/cancel", { try await $0.cancelCardJob($1) }),

        .post("/v1/slips", { try await $0.printSlip($1) }),
        .post("/v1/slips/preview", { try await $0.previewSlip($1) }),

        .post("/v1/visits", { try await $0.logVisit($1) }),
        .get("/v1/visits", { try await $0.visits($1) }),
        .post("/v1/feedback", { try await $0.takeIn($1) }),
        .get("/v1/feedback", { try await $0.listFeedback($1) }),
        .get("/v1/feedback/{id}", { try await $0.feedback($1) }),
        .post("/v1/feedback/{id}/outcome", { try await $0.closeFeedback($1) }),
        .post("/v1/passes", { try await $0.issuePass($1) }),
        .get("/v1/passes", { try await $0.listPasses($1) }),
        .post("/v1/passes/{id}/use", { try await $0.usePass($1) }),
        .post("/v1/pick-ups", { try await $0.book($1) }),
        .get("/v1/pick-ups", { try await $0.listPickUps($1) }),
        .post("/v1/pick-ups/{id}/hand-over", { try await $0.handOver($1) }),
        .get("/v1/prices", { try $0.lookUp($1) }),
        .get("/v1/directory", { try $0.directory($1) }),
        .get("/v1/notices", { try await $0.listNotices($1) }),
        .post("/v1/notices", { try await $0.writeNews($1) }),
        .post("/v1/notices/{id}/sent", { try await $0.markSent($1) }),

        .get("/v1/events", { try await $0.listen($1) }),
        .get("/v1/devices", { try await $0.listDevices($1) }),
        .get("/v1/health", { try await $0.health($1) }),
        .get("/openapi.yaml", { front, _ in front.openAPI() }),
    ]

    /// The pages and their files.
    static let pages: [Route] = [
        .get("/", { try await $0.tillPage($1) }),
        .get("/card-desk", { try await $0.cardDeskPage($1) }),
        .get("/devices", { try await $0.devicesPage($1) }),
        .get("/static/{name}", { try $0.asset($1) }),
    ]

    /// The page of the virtual devices and what it does.
    static let virtualCounter: [Route] = [
        .get("/virtual", { try await $0.virtualPage($1) }),
        .get("/virtual/state", { try await $0.virtualState($1) }),
        .get("/virtual/sheets/{number}", { try $0.virtualSheet($1) }),
        .post("/virtual/acts", { try await $0.act($1) }),
    ]

    static func routes(withVirtualCounter: Bool) -> [Route] { api + pages + (withVirtualCounter ? virtualCounter : []) }
}
