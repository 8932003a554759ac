import ReferenceData

/// What the rules know of an envelope.
public struct EnvelopeFacts: Hashable, Sendable {
    public let code: String
    public let year: FiscalYear
    /// The code above it; nil at the top.
    public let parent: String?
    public let attributes: [String: String]

    public init(code: String, year: FiscalYear, parent: String?, attributes: [String: String]) {
        self.code = code
        self.year = year
        self.parent = parent
        self.attributes = attributes
    }
}

/// An operation to be judged: two envelopes, an amount, a day. One that could not be is refused, not judged.
public struct TransferRequest: Hashable, Sendable {
    public let operation: BudgetOperation
    public let source: EnvelopeFacts
    /// Nil for a cancellation, and only then.
    public let target: EnvelopeFacts?
    /// In cents, above zero.
    public let amount: Int64
    public let date: CalendarDate
    /// With a temporary transfer, and only then.
    public let repayBy: CalendarDate?

    /// Refuses, in this order: an amount that is not above zero (E-RUL-040), a target that is missing or too many
    /// (E-RUL-043), an envelope that gives to itself (E-RUL-041), years or a day that such an operation does not have
    /// (E-RUL-042), a day of repayment that is missing or out of place (E-RUL-044).
    public init(
        _ operation: BudgetOperation, from source: EnvelopeFacts, to target: EnvelopeFacts?, amount: Int64,
        date: CalendarDate, repayBy: CalendarDate? = nil
    ) throws {
        guard amount > 0 else { throw RuleError(.amountNotPositive, ["amount_cents": String(amount)]) }
        guard (target != nil) == operation.hasTarget else {
            throw RuleError(.targetMismatch, ["operation": operation.rawValue])
        }
        if let target, target.code == source.code, target.year == source.year {
            throw RuleError(.sameEnvelope, ["envelope": source.code, "year": source.year.text])
        }
        guard Self.areYearsRight(operation, source.year, target?.year, date) else {
            throw RuleError(
                .wrongYears,
                [
                    "operation": operation.rawValue, "date": date.iso, "from_year": source.year.text,
                    "to_year": target?.year.text ?? "",
                ])
        }
        let isRepaymentRight =
            operation == .temporaryTransfer
            ? repayBy.map { $0 >= date && source.year.contains($0) } ?? false : repayBy == nil
        guard isRepaymentRight else {
            throw RuleError(
                .repaymentDay,
                ["operation": operation.rawValue, "repay_by": repayBy?.iso ?? "", "date": date.iso])
        }
        self.operation = operation
        self.source = source
        self.target = target
        self.amount = amount
        self.date = date
        self.repayBy = repayBy
    }

    private init(_ other: TransferRequest, amount: Int64) {
        operation = other.operation
        source = other.source
        target = other.target
        self.amount = amount
        date = other.date
        repayBy = other.repayBy
    }

    /// The same of another amount, above zero.
    func with(amount: Int64) -> TransferRequest {
        precondition(amount > 0)
        return TransferRequest(self, amount: amount)
    }

    /// The year that gets budget from another, and so needs room under its ceiling; nil where none does.
    public var yearRaised: FiscalYear? { operation.yearsOnward == 0 ? nil : target?.year }

    private static func areYearsRight(
        _ operation: BudgetOperation, _ source: FiscalYear, _ target: FiscalYear?, _ date: CalendarDate
    ) -> Bool {
        if let target, target.startYear - source.startYear != operation.yearsOnward { return false }
        switch operation {
        case .transfer, .temporaryTransfer, .cancellation: return source.contains(date)
        case .carryOver: return source.contains(date) || target?.contains(date) ?? false
        case .advance: return target?.contains(date) ?? false
        }
    }

    func facts(of side: RuleSide) -> EnvelopeFacts? { side == .source ? source : target }
}
