import AuditTrail
import ReferenceData
import Storage

/// The table of fees of one fund.
struct FeeTable {
    let session: RegisterSession
    private var register: SQLValue { .integer(session.register.number) }

    init(_ session: RegisterSession) { self.session = session }

    /// The record of an invoice and what of it is not received, in cents; nil where it is not billed.
    func state(of invoice: String) throws -> (sequence: Int64, left: Int64)? {
        try session.connection.first(
            "SELECT sequence, left_cents FROM fee WHERE register = ? AND invoice = ?", [register, .text(invoice)]
        ) { ($0.int(0), $0.int(1)) }
    }

    /// Refuses: E-FEE-002.
    func known(_ invoice: String) throws -> (sequence: Int64, left: Int64) {
        if let state = try state(of: invoice) { return state }
        let nearest = FoldedText.nearest(to: invoice, among: try rows().map(\.invoice)) ?? ""
        throw LevyError(
            .invoiceUnknown, ["invoice": invoice, "fund": session.register.name, "nearest": nearest])
    }

    func open(_ invoice: String, _ cents: Int64, at sequence: Int64) throws {
        try session.connection.run(
            "INSERT INTO fee (register, invoice, sequence, left_cents) VALUES (?, ?, ?, ?)", register, .text(invoice),
            .integer(sequence), .integer(cents))
    }

    func receive(_ cents: Int64, of invoice: String) throws {
        try session.connection.run(
            "UPDATE fee SET left_cents = left_cents - ? WHERE register = ? AND invoice = ?", .integer(cents), register,
            .text(invoice))
    }

    /// In the order of their records.
    func rows() throws -> [(invoice: String, sequence: Int64, left: Int64)] {
        try session.connection.query(
            "SELECT invoice, sequence, left_cents FROM fee WHERE register = ? ORDER BY sequence", [register]
        ) { ($0.string(0), $0.int(1), $0.int(2)) }
    }
}
