public import LoyaltyModel
import LoyaltyRules
import LoyaltyStorage

extension Desk {
    /// Notes something booked that the member will take away by showing the card (CI-03). A till or ticket system tells it.
    public func book(_ request: PickUpRequest, _ context: DeskContext) async throws -> Reply {
        let drawn = request.pickUp ?? PickUpID(drawnNumber("U"))
        let keyed = try Keyed("pick-up", subject: request.pickUp?.rawValue, content: request, clash: .recordExists)
        return try await store.write { transaction in
            try transaction.once(keyed, key: context.key) {
                let member = try self.neededMember(of: request, in: transaction)
                try self.refuseTaken(drawn, PickUp.self, in: transaction)
                guard (1...Self.largestPickUp).contains(request.quantity ?? 1) else {
                    throw Trouble(.quantityWrong, field: "quantity", detail: "a quantity is 1 to \(Self.largestPickUp)")
                }
                let pickUp = PickUp(
                    id: drawn, member: member.id, what: try WrittenText(line: request.what, field: "what").needed("what"),
                    quantity: request.quantity ?? 1, at: context.at, day: self.day(of: context),
                    bookedBy: try WrittenText(line: request.register, field: "register").text)
                try self.note(pickUp, .opened, context, in: transaction)
                return PickUpAnswer(pickUp)
            }
        }
    }

    /// Notes that it was handed over; it waits no longer.
    public func handOver(_ id: PickUpID, _ request: HandOverRequest, _ context: DeskContext) async throws -> Reply {
        let keyed = try Keyed("hand over", subject: id.rawValue, content: request, clash: .recordClosed)
        return try await store.write { transaction in
            try transaction.once(keyed, key: context.key) {
                var pickUp = try self.kept(id, PickUp.self, in: transaction)
                guard pickUp.isOpen else { throw Trouble(.recordClosed) }
                pickUp.handOver = PickUp.HandOver(
                    at: context.at, by: try WrittenText(line: request.staff, field: "staff").text,
                    register: try WrittenText(line: request.register, field: "register").text)
                try self.note(pickUp, .closed, context, in: transaction)
                return PickUpAnswer(pickUp)
            }
        }
    }

    /// What waits to be taken away, oldest first; one member's, or everybody's.
    public func openPickUps(of member: MemberID?, _ context: DeskContext) async throws -> PickUpListAnswer {
        try await store.read { view in
            if let member, try view.member(member) == nil { throw Trouble(.memberUnknown, field: "member") }
            return PickUpListAnswer(pickUps: try view.openDocuments(PickUp.self, of: member).map { PickUpAnswer($0) })
        }
    }

    private static let largestPickUp = 10_000
}

extension Desk {
    /// What swiping the card shows: that the member goes first, and what waits (CI-03, TI-07).
    func pickUpTasks(of member: MemberID, _ standing: Standing, in view: any StoreView, _ speech: Speech) throws -> [TaskAnswer] {
        let waiting = try view.openDocuments(PickUp.self, of: member)
        let goesFirst = programme.benefits(of: standing).contains { $0.isPriority && !$0.isRequested }
        var tasks: [TaskAnswer] = []
        if goesFirst || programme.desk.pickups != nil && !waiting.isEmpty { tasks.append(TaskAnswer(kind: .priority, text: speech(Phrase(.taskPriority)))) }
        return tasks
            + waiting.map { pickUp in
                let text = speech(Phrase(.taskPickUp, ["what": .name(pickUp.what), "quantity": .count(pickUp.quantity)]))
                return TaskAnswer(kind: .pickUp, text: text, subject: pickUp.id.rawValue)
            }
    }
}
