import AuditTrail

/// The plain file of payments: RFC 4180, UTF-8, LF, a row per payment.
public enum PaymentTable {
    public static let columns = [
        "payment", "recipient", "name", "institution", "transit", "account", "amount_cents",
    ]

    /// The whole file.
    public static func bytes(_ payments: [BankPayment]) -> [UInt8] {
        var file = Array((columns.joined(separator: ",") + "\n").utf8)
        var row = CSVBytes()
        for payment in payments {
            row.begin()
            row.field(payment.payment)
            row.field(payment.recipient)
            row.field(payment.name)
            row.field(payment.details.institution)
            row.field(payment.details.transit)
            row.field(payment.details.account)
            row.field(payment.amount.value)
            row.end { file.append(contentsOf: $0) }
        }
        return file
    }
}
