import Hummingbird
import LoyaltyDesk
import LoyaltyModel
import LoyaltyRules
import LoyaltySeals
import LoyaltyStorage
import PointOfService
import PrinterFormats

extension Front {
    /// The page of the virtual devices.
    func virtualPage(_ asking: Asking) async throws -> Response {
        try page(.virtual, asking) { ["words": words(of: .virtual, in: $0)] }
    }

    /// What lies on the counter: devices, cards to swipe, sheets that came out.
    func virtualState(_ asking: Asking) async throws -> Response {
        guard let virtualCounter else { throw Trouble(.notFound) }
        let cards = try await desk.store.read { view in try VirtualCard.all(in: view) }
        let plugged = Dictionary(uniqueKeysWithValues: VirtualDevice.allCases.map { ($0.rawValue, virtualCounter.isPlugged($0)) })
        return try .json(
            VirtualStateAnswer(
                plugged: plugged, printer: virtualCounter.printerState.inOrder.map(\.rawValue), sheets: virtualCounter.sheets.count, cards: cards))
    }

    /// A sheet that came out of the printer.
    func virtualSheet(_ asking: Asking) throws -> Response {
        guard let sheets = virtualCounter?.sheets, let number = asking.context.parameters.get("number", as: Int.self), sheets.indices.contains(number) else {
            throw Trouble(.notFound)
        }
        return .file(sheets[number], type: "image/png")
    }

    /// What hands do at the counter.
    func act(_ asking: Asking) async throws -> Response {
        guard let virtualCounter else { throw Trouble(.notFound) }
        let act = try await asking.body(VirtualAct.self)
        switch act.kind {
        case .swipe where act.code != nil: virtualCounter.swipe(track1: nil, track2: act.code)
        case .scan where act.code != nil: virtualCounter.scan(act.code ?? "")
        case .swipe:
            guard let number = try await number(of: act) else { throw Trouble(.cardUnknown, field: "card") }
            virtualCounter.swipe(track1: nil, track2: number.digits)
        case .scan:
            guard let number = try await number(of: act) else { throw Trouble(.cardUnknown, field: "card") }
            virtualCounter.scan(desk.codes?.sealed(number.digits) ?? number.digits)
        case .swipePaymentCard: virtualCounter.swipe(track1: VirtualAct.paymentTrack1, track2: VirtualAct.paymentTrack2)
        case .swipeTorn: virtualCounter.swipeTorn()
        case .draw: virtualCounter.drawThroughWriter()
        case .plugIn, .pullOut:
            guard let device = act.device else { throw Trouble(.fieldMissing, field: "device") }
            try virtualCounter.plug(device, isIn: act.kind == .plugIn)
        case .printer:
            guard let condition = act.condition.flatMap({ PrinterCondition(rawValue: $0) }) else { throw Trouble(.fieldWrong, field: "condition") }
            if let after = act.after, condition == .paperEnd {
                virtualCounter.endPaper(after: max(0, after))
            } else {
                virtualCounter.setPrinter(condition, to: act.holds ?? true)
            }
        }
        return try .json(["done": true])
    }

    /// The whole number of a card that the page names by its member and its last digits.
    private func number(of act: VirtualAct) async throws -> CardNumber? {
        guard let member = act.member, let masked = act.card else { throw Trouble(.fieldMissing, field: "card") }
        return try await desk.store.read { view in try view.cards(of: member).last { $0.number.description == masked }?.number }
    }
}
