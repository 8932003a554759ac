import ReferenceData

/// The amounts of an envelope, in cents. FORMAT.md, section 18.
public struct EnvelopeAmounts: Sendable, Equatable {
    /// What it was first given, with its shares of allocations, less what allocations took from it.
    public var initial: Int64 = 0
    /// The sum of its revisions.
    public var revised: Int64 = 0
    /// What transfers brought and took.
    public var transferredIn: Int64 = 0
    public var transferredOut: Int64 = 0

    public var authorised: Int64 = 0
    public var available: Int64 = 0
    public var reserved: Int64 = 0
    public var committed: Int64 = 0
    public var spent: Int64 = 0

    public init() {}

    /// The amount of a budgetary class.
    subscript(accountClass: AccountClass) -> Int64 {
        get {
            switch accountClass {
            case .authorised: authorised
            case .available: available
            case .reserved: reserved
            case .committed: committed
            case .spent: spent
            case .asset, .liability, .netAssets, .revenue, .expense:
                preconditionFailure("an envelope has amounts of budgetary classes alone")
            }
        }
        set {
            switch accountClass {
            case .authorised: authorised = newValue
            case .available: available = newValue
            case .reserved: reserved = newValue
            case .committed: committed = newValue
            case .spent: spent = newValue
            case .asset, .liability, .netAssets, .revenue, .expense:
                preconditionFailure("an envelope has amounts of budgetary classes alone")
            }
        }
    }

    /// The five classes: what is available first, for it is what refusals are mostly about.
    static let classes: [AccountClass] = [.available, .authorised, .reserved, .committed, .spent]

    /// The amounts after a movement. Refuses: E-ENV-010.
    func after(_ movement: BudgetMovement, in envelope: String) throws -> EnvelopeAmounts {
        var amounts = self
        for accountClass in Self.classes {
            guard let sum = movement.sums[.init(envelope, accountClass)] else { continue }
            // Authorised stands on the debit side, the four others on the credit side.
            let (value, overflow) = amounts[accountClass]
                .addingReportingOverflow(accountClass == .authorised ? sum : 0 - sum)
            guard !overflow else { throw LedgerError(.budgetOverflow, ["envelope": envelope]) }
            amounts[accountClass] = value
        }
        return amounts
    }

    /// The sums of both. Refuses: E-ENV-010.
    public func adding(_ other: EnvelopeAmounts) throws -> EnvelopeAmounts {
        func sum(_ path: KeyPath<EnvelopeAmounts, Int64>) throws -> Int64 {
            let (sum, overflow) = self[keyPath: path].addingReportingOverflow(other[keyPath: path])
            guard !overflow else { throw LedgerError(.budgetOverflow, ["envelope": ""]) }
            return sum
        }
        var total = EnvelopeAmounts()
        total.initial = try sum(\.initial)
        total.revised = try sum(\.revised)
        total.transferredIn = try sum(\.transferredIn)
        total.transferredOut = try sum(\.transferredOut)
        for accountClass in Self.classes {
            let (value, overflow) = self[accountClass].addingReportingOverflow(other[accountClass])
            guard !overflow else { throw LedgerError(.budgetOverflow, ["envelope": ""]) }
            total[accountClass] = value
        }
        return total
    }
}
