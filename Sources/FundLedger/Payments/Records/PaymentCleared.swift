import AuditTrail
import ReferenceData

/// `payment.cleared/1`: payments left the account at the bank. FORMAT.md, section 19.5.
public struct PaymentCleared: BudgetAct, Equatable {
    public static let kind = "payment.cleared/1"
    public static let rules = GrantRoles.officer
    public static let counts = 1...5000

    public let date: CalendarDate
    /// Ascending.
    public let payments: [PaymentID]
    /// SHA-256 of documents known before, ascending.
    public let documents: [String]
    public let entry: EntryID

    public init(on date: CalendarDate, _ payments: [PaymentID], documents: [String] = [], entry: EntryID) {
        self.date = date
        self.payments = payments.sorted()
        self.documents = documents.sorted()
        self.entry = entry
    }

    public init(from reader: inout CanonicalObject.Reader) throws {
        date = try CalendarDate(iso: reader.string("date"))
        documents = try reader.has("documents") ? reader.strings("documents") : []
        if reader.has("documents") {
            let isOrdered = zip(documents, documents.dropFirst()).allSatisfy { $0 < $1 }
            guard (1...100).contains(documents.count), documents.allSatisfy({ Digest(hex: $0) != nil }), isOrdered else {
                throw reader.malformed("documents", String(documents.count))
            }
        }
        entry = try EntryID(parsing: reader.string("entry"))
        payments = try reader.strings("payments").map { try PaymentID(parsing: $0) }
        let isOrdered = zip(payments, payments.dropFirst()).allSatisfy { $0 < $1 }
        guard Self.counts.contains(payments.count), isOrdered else {
            throw reader.malformed("payments", String(payments.count))
        }
    }

    public func write(into writer: inout CanonicalWriter, kind: String) throws {
        writer.beginObject()
        try writer.member("date", date.iso)
        if !documents.isEmpty { try writer.member("documents", texts: documents) }
        try writer.member("entry", entry.text)
        try writer.member("kind", kind)
        try writer.member("payments", texts: payments.map(\.text))
        writer.endObject()
    }

    /// Refuses: E-PAY-006, E-PAY-007, E-PAY-009.
    public func judgeAct(in session: RegisterSession, at sequence: Int64) throws {
        for document in documents where try !session.knowsDocument(document) {
            throw PaymentError(.documentUnknown, ["document": document])
        }
        let table = try PaymentTables(session)
        for payment in payments { try table.payment(payment, in: [.issued]).requireNotBefore(date) }
        _ = try total(table)
    }

    public func applyAct(in session: RegisterSession, at sequence: Int64) throws {
        let table = try PaymentTables(session)
        for payment in payments { try table.set(payment, .cleared, on: date, at: sequence) }
    }

    public func boundEntries(in session: RegisterSession) throws -> [BoundEntry] {
        let total = try total(PaymentTables(session))
        return [try PaymentEntry.bound(entry, total, on: date, debit: .transit, credit: .cash, in: session)]
    }

    private func total(_ table: PaymentTables) throws -> Cents {
        try Cents.sum(payments.map { try table.payment($0).amount })
    }
}
