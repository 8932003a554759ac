import AuditTrail
import ReferenceData

/// What is to be moved, as a record says it: codes and years, not judged yet. FORMAT.md, section 18.4.
public struct TransferOperation: Sendable, Equatable {
    /// An envelope by its code and year.
    public struct Place: Sendable, Equatable {
        public let envelope: String
        public let year: FiscalYear

        public init(_ envelope: String, _ year: FiscalYear) {
            self.envelope = envelope
            self.year = year
        }
    }

    public let operation: BudgetOperation
    public let source: Place
    /// Nil for a cancellation.
    public let target: Place?
    /// Cents.
    public let amount: Int64
    public let date: CalendarDate
    public let repayBy: CalendarDate?

    public init(
        _ operation: BudgetOperation, from source: Place, to target: Place?, amount: Int64, date: CalendarDate,
        repayBy: CalendarDate? = nil
    ) {
        self.operation = operation
        self.source = source
        self.target = target
        self.amount = amount
        self.date = date
        self.repayBy = repayBy
    }

    /// An operation whose years are left out: those that its day and its kind give. Refuses: E-REF-021.
    public init(
        _ operation: BudgetOperation, from source: String, _ fromYear: FiscalYear?, to target: String?,
        _ toYear: FiscalYear?, amount: Int64, date: CalendarDate, repayBy: CalendarDate? = nil
    ) throws {
        let year = try FiscalYear(of: date)
        var first = fromYear ?? year
        var second = toYear ?? year
        switch operation {
        case .transfer, .temporaryTransfer, .cancellation: break
        case .carryOver:
            if fromYear == nil { first = try toYear?.previous() ?? year.previous() }
            if toYear == nil { second = try first.next() }
        case .advance:
            if toYear == nil { second = try fromYear?.previous() ?? year }
            if fromYear == nil { first = try second.next() }
        }
        self.init(
            operation, from: Place(source, first), to: target.map { Place($0, second) }, amount: amount, date: date,
            repayBy: repayBy)
    }

    /// The years that get an entry, the source's first.
    public var years: [FiscalYear] { [source.year] + (target.map { $0.year == source.year ? [] : [$0.year] } ?? []) }

    /// What each year's entry moves when it is posted.
    func movements() throws -> [(year: FiscalYear, movement: BudgetMovement)] {
        try years.map { year in
            var movement = BudgetMovement()
            if source.year == year {
                try movement.move(0 - amount, in: source.envelope, debit: .authorised, credit: .available)
            }
            if let target, target.year == year {
                try movement.move(amount, in: target.envelope, debit: .authorised, credit: .available)
            }
            return (year, movement)
        }
    }
}

extension TransferOperation {
    init(from reader: inout CanonicalObject.Reader) throws {
        amount = try reader.count("amount")
        date = try CalendarDate(iso: reader.string("date"))
        source = try Place(from: reader.reader("from"))
        let name = try reader.string("operation")
        guard let operation = BudgetOperation(rawValue: name) else { throw reader.malformed("operation", name) }
        self.operation = operation
        repayBy = try reader.optionalString("repay_by").map { try CalendarDate(iso: $0) }
        target = try reader.has("to") ? Place(from: reader.reader("to")) : nil
    }
}

extension TransferOperation.Place {
    fileprivate init(from reader: CanonicalObject.Reader) throws {
        var reader = reader
        envelope = try reader.string("envelope", EnvelopeCode.isValid)
        year = try FiscalYear(parsing: reader.string("year"))
        try reader.finish()
    }

    func write(_ name: String, into writer: inout CanonicalWriter) throws {
        writer.name(name)
        writer.beginObject()
        try writer.member("envelope", envelope)
        try writer.member("year", year.text)
        writer.endObject()
    }
}
