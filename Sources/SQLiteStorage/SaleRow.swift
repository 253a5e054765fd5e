internal import Foundation
internal import GRDB
internal import LoyaltyModel
internal import LoyaltyStorage

/// How a sale lies in the file: as the record tells it for as long as it is as it was sold, else in a body of its own.
enum SaleRow {
    /// Selects a sale's own body, and the record that tells of it.
    static let selection = "SELECT sale.body, record.bytes FROM sale LEFT JOIN record ON record.number = sale.record"
    /// The same with the member before them.
    static let selectionByMember = "SELECT sale.member, sale.body, record.bytes FROM sale LEFT JOIN record ON record.number = sale.record"

    /// The sale in a row, from the column of its body on.
    static func sale(_ row: Row, from column: Int = 0) throws -> Sale {
        let body = row[column] as Data
        guard body.isEmpty else { return try StoredForm.value(Sale.self, in: body) }
        guard let bytes = row[column + 1] as Data?, let sale = try StoredForm.soldSale(inRecord: bytes) else {
            throw StoreFault.failed("a sale's record could not be read")
        }
        return sale
    }
}
