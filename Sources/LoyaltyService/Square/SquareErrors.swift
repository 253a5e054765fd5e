import Hummingbird
import LoyaltyDesk
import LoyaltyModel

/// A no in Square's form.
struct SquareErrors: Encodable {
    struct Entry: Encodable {
        let category: String
        let code: String
        let detail: String
        let field: String?
    }

    let errors: [Entry]
    let status: HTTPResponse.Status

    private enum CodingKeys: CodingKey {
        case errors
    }

    /// The no in a language. Square's own program repeats 408, 409, 429 and 5xx by itself, so a clash, which no repeat can mend, is a 400.
    init(_ refused: Refused, language: Language) {
        let trouble = refused.trouble
        let answer = TroubleAnswer(trouble, language: language)
        status = [.conflict, .unprocessableContent].contains(refused.status) ? .badRequest : refused.status
        let detail = trouble.code.isForProgrammers ? answer.detail ?? answer.cashierText : answer.cashierText
        errors = [Entry(category: status.squareCategory, code: trouble.squareCode(status), detail: detail, field: trouble.field.map(Self.field))]
    }

    private static let names = [
        "amount": "amount_money", "expected_total": "order_id", "gift": "reward_tier_id", "member": "loyalty_account_id", "phone": "phone_number",
        "promise": "reward_id", "value": "gan",
    ]

    /// The same field by Square's name.
    private static func field(_ name: String) -> String {
        guard name.hasPrefix("lines") else { return names[name] ?? name }
        let path = "order.line_items" + name.dropFirst("lines".count)
        return path.hasSuffix(".unit_price") ? path.dropLast("unit_price".count) + "base_price_money.amount" : path
    }
}

/// Turns what is thrown below `/v2` into Square's form.
struct SquareAnswering: RouterMiddleware {
    typealias Context = FrontContext

    let front: Front

    func handle(_ request: Request, context: FrontContext, next: (Request, FrontContext) async throws -> Response) async throws -> Response {
        guard request.uri.path.hasPrefix("/v2/") else { return try await next(request, context) }
        do { return try await next(request, context) } catch {
            let errors = SquareErrors(Refused(error), language: front.language(of: request))
            return try .json(errors, status: errors.status)
        }
    }
}

extension Trouble {
    /// Something of Square's that has nothing to map onto here.
    static func notMapped(_ field: String, _ why: String) -> Trouble { Trouble(.fieldWrong, field: field, detail: why) }

    fileprivate func squareCode(_ status: HTTPResponse.Status) -> String {
        switch code {
        case .keyReused: return "IDEMPOTENCY_KEY_REUSED"
        case .fieldMissing, .keyMissing: return "MISSING_REQUIRED_PARAMETER"
        case .fieldWrong, .quantityWrong, .amountWrong, .lineRepeated: return "INVALID_VALUE"
        case .storedValueShort: return "INSUFFICIENT_FUNDS"
        default: break
        }
        switch status {
        case .unauthorized: return "UNAUTHORIZED"
        case .forbidden: return "FORBIDDEN"
        case .notFound: return "NOT_FOUND"
        case .contentTooLarge: return "REQUEST_ENTITY_TOO_LARGE"
        case .unsupportedMediaType: return "UNSUPPORTED_MEDIA_TYPE"
        case .tooManyRequests: return "RATE_LIMITED"
        case .serviceUnavailable: return "SERVICE_UNAVAILABLE"
        case .internalServerError: return "INTERNAL_SERVER_ERROR"
        default: return "BAD_REQUEST"
        }
    }
}

extension TroubleCode {
    /// Whether its particulars say more than its sentence: a till's programmer reads them, no cashier meets them.
    fileprivate var isForProgrammers: Bool { [.bodyMalformed, .fieldMissing, .fieldWrong, .keyMissing].contains(self) }
}

extension HTTPResponse.Status {
    fileprivate var squareCategory: String {
        switch code {
        case 401, 403: "AUTHENTICATION_ERROR"
        case 429: "RATE_LIMIT_ERROR"
        case 500...: "API_ERROR"
        default: "INVALID_REQUEST_ERROR"
        }
    }
}
