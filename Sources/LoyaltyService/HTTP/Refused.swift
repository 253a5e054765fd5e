import Foundation
import HTTPTypes
import Hummingbird
import LoyaltyDesk
import LoyaltyModel
import LoyaltyStorage
import PointOfService

/// A no on its way to the caller: which, and under which HTTP status.
struct Refused: Error {
    let trouble: Trouble
    let status: HTTPResponse.Status

    /// A no under its own status, unless HTTP knows a closer one.
    init(_ trouble: Trouble, status: HTTPResponse.Status?) {
        self.trouble = trouble
        self.status = status ?? trouble.code.status
    }

    /// What a handler threw, as the caller is told it. Nothing of an unexpected error goes out: it might hold a number or a name.
    init(_ error: any Error) {
        switch error {
        case let refused as Refused: self = refused
        case let trouble as Trouble: self.init(trouble, status: nil)
        case let away as TurnedAway: self.init(away.trouble, status: nil)
        case let error as DecodingError: self.init(Trouble(error), status: nil)
        case let fault as StoreFault: self.init(Trouble(fault), status: nil)
        case let failure as PrintFailure:
            self.init(Trouble(failure.extent == .part ? .printUncertain : .printerNotReady, detail: failure.code), status: nil)
        case let error as HTTPError where error.status == .notFound: self.init(Trouble(.notFound), status: nil)
        case let error as HTTPError: self.init(Trouble(.bodyMalformed, detail: error.body), status: error.status)
        default: self.init(Trouble(.unexpected), status: nil)
        }
    }
}

extension Refused {
    /// What HTTP says beside the status: how to come in, and when to come back.
    var headers: HTTPFields {
        switch trouble.code {
        case .signInNeeded: [.wwwAuthenticate: "Bearer"]
        case .tooManyTries: if case .count(let seconds) = trouble.values["seconds"] { [.retryAfter: String(seconds)] } else { [:] }
        default: [:]
        }
    }
}

extension HTTPFields {
    /// Takes over the fields of others.
    mutating func merge(_ others: HTTPFields) { for field in others { self[field.name] = field.value } }
}

extension Trouble {
    fileprivate init(_ fault: StoreFault) {
        switch fault {
        case .full: self.init(.storeFull, detail: fault.errorDescription)
        case .newerSchema: self.init(.storeNewer, detail: fault.errorDescription)
        case .taken(.phone): self.init(.phoneTaken, field: "phone")
        case .taken(.answerKey): self.init(.keyReused)
        case .cannotOpen, .busy, .brokenChain, .taken, .entryRefused, .failed, .balanceDiffers: self.init(.storeFault, detail: fault.errorDescription)
        }
    }
}
