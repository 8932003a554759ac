import ReferenceData

/// What an entry moves in envelopes: its budgetary postings summed by envelope and class, debit positive, sums of zero
/// left out. FORMAT.md, section 18.2.
public struct BudgetMovement: Sendable, Equatable {
    /// One of the five amounts of an envelope.
    public struct Place: Hashable, Sendable {
        public let envelope: String
        public let accountClass: AccountClass

        public init(_ envelope: String, _ accountClass: AccountClass) {
            self.envelope = envelope
            self.accountClass = accountClass
        }
    }

    /// Cents, debit positive; none is zero.
    public private(set) var sums: [Place: Int64] = [:]

    public init() {}

    /// Refuses: E-ENV-010.
    public mutating func add(_ cents: Int64, _ envelope: String, _ accountClass: AccountClass) throws {
        let place = Place(envelope, accountClass)
        let (sum, overflow) = (sums[place] ?? 0).addingReportingOverflow(cents)
        guard !overflow, sum != .min else { throw LedgerError(.budgetOverflow, ["envelope": envelope]) }
        sums[place] = sum == 0 ? nil : sum
    }

    /// So much from one class of an envelope to another. Refuses: E-ENV-010.
    public mutating func move(
        _ cents: Int64, in envelope: String, debit: AccountClass, credit: AccountClass
    ) throws {
        guard cents != .min else { throw LedgerError(.budgetOverflow, ["envelope": envelope]) }
        try add(cents, envelope, debit)
        try add(0 - cents, envelope, credit)
    }

    /// The envelopes that it touches, in byte order.
    public var envelopes: [String] { Set(sums.keys.map(\.envelope)).sorted(by: EnvelopeCode.precedes) }

    /// The opposite movement.
    var negated: BudgetMovement {
        var other = self
        other.sums = sums.mapValues { 0 - $0 }
        return other
    }

    /// The first envelope whose sums differ, in byte order.
    func difference(from other: BudgetMovement) -> String? {
        Set(sums.keys).union(other.sums.keys).filter { sums[$0] != other.sums[$0] }
            .map(\.envelope).min(by: EnvelopeCode.precedes)
    }
}
