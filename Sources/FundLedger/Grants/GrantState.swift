import ReferenceData

/// The figures and the state of one grant: what its steps in force give, in order. Cents. FORMAT.md, section 19.4.
///
///     var state = GrantState(id)
///     for step in steps { entries += try state.take(step, facts) }
public struct GrantState: Sendable, Equatable {
    /// One fiscal year of the plan in force.
    public struct Line: Sendable, Equatable {
        public var planned: Int64
        public var envelope: String?
        /// Reserved while approved, committed from the agreement on.
        public var held: Int64 = 0
        /// What the grant moved to spent in that year and did not give back.
        public var spent: Int64 = 0
    }

    public struct Claim: Sendable, Equatable {
        public let amount: Int64
        public let from: CalendarDate
        public let to: CalendarDate
        /// The record that accepts it, and how much.
        public var accepted: Int64?
        public var eligible: Int64 = 0
    }

    public struct Payable: Sendable, Equatable {
        public enum Kind: String, CaseIterable, Sendable { case advance, claim, holdback, imported }

        public let kind: Kind
        public let date: CalendarDate
        public let amount: Int64
        public var offset: Int64 = 0
        public var paid: Int64 = 0
        public var left: Int64 { amount - offset - paid }
    }

    public let id: GrantID
    /// Nil before the first step.
    public internal(set) var stage: GrantStage?
    public internal(set) var requested: Int64 = 0
    public internal(set) var approved: Int64 = 0
    /// By start year.
    public internal(set) var lines: [Int: Line] = [:]
    public internal(set) var instalments: [GrantInstalment] = []
    public internal(set) var appliedOn: CalendarDate?
    public internal(set) var signedOn: CalendarDate?
    /// Who signed the agreement.
    public internal(set) var party: RecipientName?
    public internal(set) var begins: CalendarDate?
    public internal(set) var ends: CalendarDate?
    /// The days on which what is approved was set or raised; of an imported grant, its own.
    public internal(set) var approvals: [CalendarDate] = []
    /// The record of the last assessment.
    public internal(set) var assessment: Int64?

    public internal(set) var accepted: Int64 = 0
    public internal(set) var advanced: Int64 = 0
    public internal(set) var advancesUsed: Int64 = 0
    public internal(set) var advancesRecovered: Int64 = 0
    public internal(set) var claimsRecovered: Int64 = 0
    public internal(set) var heldBack: Int64 = 0
    /// Repaid, set off, written off.
    public internal(set) var settledOfRecoverable: Int64 = 0
    /// Accruals in force by the start year of what they are of, with what is open.
    public internal(set) var accruals: [Int: Int64] = [:]
    /// By number, from 1.
    public internal(set) var claims: [Int64: Claim] = [:]
    /// By the sequence of the record that made them.
    public internal(set) var payables: [Int64: Payable] = [:]
    /// What was accepted, and recovered of it, by the start year of the acceptance, or of the accrual that covered it.
    var acceptedIn: [Int: Int64] = [:]
    var recoveredOf: [Int: Int64] = [:]

    /// The last step that the order of dates counts.
    var lastDate: CalendarDate?
    var lastName = ""

    public init(_ id: GrantID) { self.id = id }

    // MARK: Figures

    /// The sum of the plan in force.
    public var total: Int64 { lines.values.reduce(0) { $0 &+ $1.planned } }
    /// The plan's total while there is an agreement.
    public var agreement: Int64 {
        switch stage {
        case .signed, .reported, .closed, .imported: total
        default: 0
        }
    }
    /// Advances neither used nor recovered.
    public var advancesOutstanding: Int64 { advanced - advancesUsed - advancesRecovered }
    public var recovered: Int64 { advancesRecovered &+ claimsRecovered }
    /// Still owed.
    public var recoverable: Int64 { recovered - settledOfRecoverable }
    /// Accruals open.
    public var accrued: Int64 { accruals.values.reduce(0, &+) }
    /// What is left of its payables.
    public var payable: Int64 { payables.values.reduce(0) { $0 &+ $1.left } }
    /// Payments issued, less those rejected.
    public var paid: Int64 { payables.values.reduce(0) { $0 &+ $1.paid } }
    public var reserved: Int64 { stage == .approved ? held : 0 }
    public var committed: Int64 { stage == .approved ? 0 : held }
    public var spent: Int64 { lines.values.reduce(0) { $0 &+ $1.spent } }
    var held: Int64 { lines.values.reduce(0) { $0 &+ $1.held } }
    /// Claims that are not accepted yet, by number.
    public var openClaims: [Int64] { claims.filter { $0.value.accepted == nil }.keys.sorted() }

    /// Paid, or set off, of advances.
    var paidOnAdvances: Int64 { settled { $0 == .advance } }
    /// Paid, or set off, of anything else.
    var paidOnClaims: Int64 { settled { $0 != .advance } }

    private func settled(_ isMeant: (Payable.Kind) -> Bool) -> Int64 {
        payables.values.reduce(0) { isMeant($1.kind) ? $0 &+ $1.paid &+ $1.offset : $0 }
    }

    // MARK: Steps

    /// Judges a step and applies it; gives the entries that it asks for. Refused, it changes nothing.
    ///
    /// Refuses: E-GRT codes.
    @discardableResult
    public mutating func take(_ step: GrantStep, _ facts: GrantFacts) throws -> [GrantEntry] {
        var next = self
        let stage = try next.requireOpen(step)
        try next.requireOrder(of: step)
        let entries = try next.apply(step, facts)
        next.stage = stage
        if step.act.isOrdered {
            next.lastDate = step.date
            next.lastName = step.act.name
        }
        self = next
        return entries
    }

    /// The stage after a step. Refuses: E-GRT-002.
    private func requireOpen(_ step: GrantStep) throws -> GrantStage? {
        guard let move = step.act.move else { return stage }
        if stage == nil {
            if move == .applied { return .applied }
            if move == .imported { return .imported }
        }
        if let after = stage?.after(move) { return after }
        throw refusal(
            .stepNotOpen,
            [
                "state": stage?.rawValue ?? "", "step": move.rawValue,
                "open": (stage?.open ?? []).map(\.rawValue).joined(separator: ", "),
            ])
    }

    /// Refuses: E-GRT-003.
    private func requireOrder(of step: GrantStep) throws {
        guard step.act.isOrdered, let lastDate, step.date < lastDate else { return }
        throw refusal(
            .dateBeforeStep,
            ["step": step.act.name, "date": step.date.iso, "last": lastName, "last_date": lastDate.iso])
    }

    private mutating func apply(_ step: GrantStep, _ facts: GrantFacts) throws -> [GrantEntry] {
        switch step.act {
        case .applied(let amount):
            requested = try positive(amount, step)
            try requireInBounds(amount)
            appliedOn = step.date
            return []
        case .imported(let amount, let envelope): return try take(imported: amount, envelope, step, facts)
        case .assessed:
            assessment = step.sequence
            return []
        case .refused: return []
        case .approved(let authority, let plan): return try take(approved: plan, by: authority, step, facts)
        case .signed(let begins, let ends, let plan, let instalments, let party):
            self.party = party
            return try take(signed: plan, instalments, from: begins, to: ends, step, facts)
        case .amended(let plan, let instalments, let ends, let authority):
            return try take(amended: plan, instalments, ends: ends, authority, step, facts)
        case .continued(let year, let envelope): return try take(continued: year, envelope, step, facts)
        case .advanced(let amount): return try take(advanced: amount, step, facts)
        case .claimed(let amount, let number, let from, let to):
            return try take(claimed: amount, number, from: from, to: to, step)
        case .accepted(let acceptance): return try take(accepted: acceptance, step, facts)
        case .released(let amount): return try take(released: amount, step)
        case .accrued(let amount, let year): return try take(accrued: amount, year, step, facts)
        case .reported: return []
        case .recovered(let amount, .advance, let year): return try take(recoveredAdvance: amount, year, step)
        case .recovered(let amount, .claim, let year): return try take(recoveredClaim: amount, year, step, facts)
        case .repaid(let amount): return try take(settling: amount, step) { $0.post(amount, .cash) }
        case .offset(let amount): return try take(settling: amount, step) { $0.post(amount, .payable) }
        case .writtenOff(let amount, let envelope): return try take(writtenOff: amount, envelope, step, facts)
        case .closed: return try takeClosed(step)
        case .cancelled: return try takeCancelled(step)
        case .settled(let amount, let payable): return try settle(amount, of: payable, \.offset)
        case .paid(let amount, let payable): return try settle(amount, of: payable, \.paid)
        case .rejected(let amount, let payable): return try take(rejected: amount, of: payable)
        }
    }

    // MARK: For the rules

    func refusal(_ code: GrantError.Code, _ parameters: [String: String]) -> GrantError {
        GrantError(code, parameters.merging(["grant": id.text]) { $1 })
    }

    /// Refuses: E-GRT-009.
    func sum(_ left: Int64, _ right: Int64) throws -> Int64 {
        let (sum, overflow) = left.addingReportingOverflow(right)
        guard !overflow, sum != .min else { throw refusal(.overflow, [:]) }
        return sum
    }

    /// Refuses: E-GRT-007.
    @discardableResult
    func positive(_ amount: Int64, _ step: GrantStep) throws -> Int64 {
        guard amount > 0 else {
            throw refusal(.amountNotPositive, ["step": step.act.name, "amount_cents": String(amount)])
        }
        return amount
    }
}
