import LoyaltyDesk
import LoyaltyModel

/// A call as Odoo's pages make it: JSON-RPC 2.0, of which some leave everything out but the parameters.
struct OdooCall<Parameters: Decodable>: Decodable {
    let id: Int?
    let params: Parameters?

    enum CodingKeys: CodingKey {
        case id, params
    }

    init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        id = try? container.decodeIfPresent(Int.self, forKey: .id)
        params = try container.decodeIfPresent(Parameters.self, forKey: .params)
    }
}

/// Parameters of a call that has none.
struct OdooNothing: Codable {}

/// The answer to a call. A nil result is written as null, as Odoo's pages expect of a wait in vain.
struct OdooAnswer<Result: Encodable>: Encodable {
    let id: Int?
    let result: Result?

    enum CodingKeys: CodingKey {
        case id, jsonrpc, result
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode("2.0", forKey: .jsonrpc)
        try container.encode(id, forKey: .id)
        try container.encode(result, forKey: .result)
    }
}

/// A no in JSON-RPC's form; 200 is Odoo's code for whatever goes wrong in a call.
struct OdooRefusal: Encodable {
    struct Problem: Encodable {
        struct Particulars: Encodable {
            let name: String
            let message: String
            let detail: String?
        }

        let code = 200
        let message: String
        let data: Particulars
    }

    let jsonrpc = "2.0"
    let error: Problem

    init(_ trouble: Trouble, language: Language) {
        let answer = TroubleAnswer(trouble, language: language)
        error = Problem(message: answer.cashierText, data: .init(name: answer.code, message: answer.cashierText, detail: answer.detail))
    }
}
