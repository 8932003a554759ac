import AuditTrail
import ReferenceData

/// How a mistake in a step is mended: which steps are taken back, and what is done again. FORMAT.md, section 19.4.
///
/// A plan is a value: it is shown, then carried out in one batch by `Grants.correct`. Steps that do not rest on the
/// mistake stay. What was done again keeps its date where the order of steps lets it.
public struct GrantCorrection: Sendable, Equatable {
    /// The amounts as they should have been; nil keeps one. Cents.
    public struct Change: Sendable, Equatable {
        public var amount: Int64?
        public var eligible: Int64?
        public var advance: Int64?
        public var holdback: Int64?
        /// Why less than claimed is eligible; empty where all is.
        public var reason: String?
        public var plan: [GrantPlanLine]?
        public var instalments: [GrantInstalment]?

        public init() {}
    }

    /// A step to be taken back.
    public struct Undoing: Sendable, Equatable {
        public let record: Int64
        public let move: GrantMove
        public let date: CalendarDate
        /// The entries that are reversed.
        public let entries: [EntryID]
    }

    /// A step to be done again.
    public struct Redoing: Sendable, Equatable {
        /// The record that said it first.
        public let record: Int64
        public let move: GrantMove
        public let date: CalendarDate
        public let act: GrantAct
        /// Why less than claimed is eligible.
        public let reason: String?
        /// What its entries post.
        public let entries: [GrantEntry]
        /// The sequence that its record would have: its payable is named so.
        let sequence: Int64
    }

    public let grant: GrantID
    /// The record that was wrong.
    public let record: Int64
    public let reason: String
    /// The last step first.
    public internal(set) var undoings: [Undoing] = []
    public internal(set) var redoings: [Redoing] = []
    /// Where what was wrong is paid: nothing is taken back then, and the difference is settled by other steps.
    public internal(set) var settlements: [Settlement] = []
    /// Figures before and after.
    public let before: GrantState
    public internal(set) var after: GrantState
}

extension GrantAct {
    /// The act with other amounts. Nil where it has none such.
    func changed(_ change: GrantCorrection.Change) -> GrantAct? {
        let others = [change.eligible, change.advance, change.holdback].contains { $0 != nil }
        let plans = change.plan != nil || change.instalments != nil
        if case .accepted(let old) = self {
            guard change.amount == nil, !plans else { return nil }
            let reason = change.reason.map { !$0.isEmpty } ?? old.hasReason
            return .accepted(
                GrantAcceptance(
                    claim: old.claim, eligible: change.eligible ?? old.eligible, advance: change.advance ?? old.advance,
                    holdback: change.holdback ?? old.holdback, hasReason: reason))
        }
        guard !others else { return nil }
        switch self {
        case .approved(let authority, let plan):
            // Instalments are those of the agreement that follows.
            return change.amount == nil && (change.instalments == nil || change.plan != nil)
                ? .approved(authority, change.plan ?? plan) : nil
        case .signed(let begins, let ends, let plan, let instalments, let party):
            guard change.amount == nil else { return nil }
            return .signed(
                begins: begins, ends: ends, change.plan ?? plan, change.instalments ?? instalments, party)
        case .amended(let plan, let instalments, let ends, let authority):
            guard change.amount == nil else { return nil }
            return .amended(change.plan ?? plan, change.instalments ?? instalments, ends: ends, authority)
        default: return plans ? nil : change.amount.flatMap { changed(amount: $0) }
        }
    }

    private func changed(amount: Int64) -> GrantAct? {
        switch self {
        case .advanced: .advanced(amount)
        case .claimed(_, let number, let from, let to): .claimed(amount, number: number, from: from, to: to)
        case .released: .released(amount)
        case .accrued(_, let year): .accrued(amount, year)
        case .recovered(_, let basis, let year): .recovered(amount, basis, year)
        case .repaid: .repaid(amount)
        default: nil
        }
    }
}
