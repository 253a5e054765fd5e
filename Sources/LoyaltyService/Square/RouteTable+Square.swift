extension RouteTable {
    /// Square's calls, as far as they map (Square API 2025-01-23 and later; `Documentation.docc/Square.md` lists what does not).
    static let square: [Route] = [
        .get("/v2/loyalty/programs/{id}", for: .till, { try $0.squareProgram($1) }),
        .post("/v2/loyalty/programs/{id}/calculate", for: .till, { try await $0.calculateSquarePoints($1) }),

        .post("/v2/loyalty/accounts", for: .counter, { try await $0.createSquareAccount($1) }),
        .post("/v2/loyalty/accounts/search", for: .counter, { try await $0.searchSquareAccounts($1) }),
        .get("/v2/loyalty/accounts/{id}", for: .counter, { try await $0.squareAccount($1) }),
        .post("/v2/loyalty/accounts/{id}/accumulate", for: .till, { try await $0.accumulateSquarePoints($1) }),
        .post("/v2/loyalty/accounts/{id}/adjust", for: .manager, { try await $0.adjustSquarePoints($1) }),

        .post("/v2/loyalty/rewards", for: .till, { try await $0.createSquareReward($1) }),
        .post("/v2/loyalty/rewards/search", for: .till, { try await $0.searchSquareRewards($1) }),
        .get("/v2/loyalty/rewards/{id}", for: .till, { try await $0.squareReward($1) }),
        .delete("/v2/loyalty/rewards/{id}", for: .till, { try await $0.deleteSquareReward($1) }),
        .post("/v2/loyalty/rewards/{id}/redeem", for: .till, { try await $0.redeemSquareReward($1) }),
        .post("/v2/loyalty/events/search", for: .till, { try await $0.searchSquareEvents($1) }),

        .post("/v2/orders", for: .till, { try await $0.createSquareOrder($1) }),
        .post("/v2/orders/calculate", for: .till, { try await $0.calculateSquareOrder($1) }),
        .get("/v2/orders/{id}", for: .till, { try await $0.squareOrder($1) }),

        .post("/v2/gift-cards/from-gan", for: .till, { try await $0.squareGiftCardByNumber($1) }),
        .post("/v2/gift-cards/activities", for: .till, { try await $0.createSquareActivity($1) }),
        .get("/v2/gift-cards/activities", for: .till, { try await $0.squareActivities($1) }),
        .get("/v2/gift-cards/{id}", for: .till, { try await $0.squareGiftCard($1) }),
    ]
}
