internal import GRDB
internal import LoyaltyStorage

extension StoreFault {
    /// What a thrown error of SQLite means. Names its kind and SQLite's own sentence, which quotes tables and columns but no values.
    init(_ error: any Error) {
        switch error {
        case let fault as StoreFault: self = fault
        case let error as DatabaseError:
            switch error.resultCode {
            case .SQLITE_FULL: self = .full
            case .SQLITE_BUSY, .SQLITE_LOCKED: self = .busy
            default: self = .failed("\(error.resultCode): \(error.message ?? "no further word")")
            }
        default: self = .failed("\(type(of: error))")
        }
    }

    /// What an error at opening means.
    static func opening(_ path: String, _ error: any Error) -> StoreFault {
        switch StoreFault(error) {
        case .failed(let why): .cannotOpen(what: path, why: why)
        case let fault: fault
        }
    }
}
