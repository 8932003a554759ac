import AuditTrail
import ReferenceData

/// Derives `grants.csv`. FORMAT.md, section 19.7. In memory that grows with the grants, not with their entries.
struct GrantsFile: FundFile {
    static let name = "grants.csv"
    static let header =
        "grant,program,recipient,name,title,state,applied,signed,requested_cents,approved_cents,agreement_cents,"
        + "accepted_cents,advanced_cents,advance_used_cents,held_back_cents,payable_cents,paid_cents,accrued_cents,"
        + "recovered_cents,recoverable_cents,reserved_cents,committed_cents,spent_cents"

    private struct Grant {
        let opening: GrantOpening
        let norms: ProgramAdded.Norms
        var state: GrantState
        var steps: [GrantStep] = []

        /// A step that is refused leaves no trace: *budgets* fails for it.
        mutating func take(_ step: GrantStep, _ facts: GrantFacts) {
            guard (try? state.take(step, facts)) != nil else { return }
            steps.append(step)
        }

        mutating func undo(_ record: Int64, _ facts: GrantFacts) {
            let kept = steps.filter { $0.sequence != record }
            state = GrantState(state.id)
            steps = []
            for step in kept { take(step, facts) }
        }
    }

    private var years: [Int: BudgetControl] = [:]
    private var norms: [String: ProgramAdded.Norms] = [:]
    private var names: [String: RecipientName] = [:]
    private var grants: [GrantID: Grant] = [:]
    /// Grants by the payables that their records made.
    private var owners: [Int64: GrantID] = [:]
    /// The grants that a set-off is a step of, besides the one that it names.
    private var offsets: [Int64: GrantID] = [:]
    /// What payments were of.
    private var payments: [PaymentID: PaymentIssued.Item] = [:]

    mutating func take(_ record: any Record, at sequence: Int64) {
        switch record {
        case let year as YearOpened: years[year.year.startYear] = year.budget
        case let program as ProgramAdded: norms[program.program] = program.norms
        case let added as RecipientAdded: names[added.recipient] = added.name
        case let changed as RecipientChanged: names[changed.recipient] = changed.name
        case let undone as GrantUndone: undo(undone)
        case let step as any GrantStepRecord: take(step, sequence)
        case let issued as PaymentIssued: take(issued, sequence)
        case let rejected as PaymentRejected:
            guard let item = payments[rejected.payment], let owner = owners[item.payable] else { return }
            let act = GrantAct.rejected(item.amount, payable: item.payable)
            take(GrantStep(sequence: sequence, date: rejected.date, act: act), of: owner)
        default: break
        }
    }

    private mutating func take(_ record: any GrantStepRecord, _ sequence: Int64) {
        if let opening = record.opening {
            grants[record.grant] = Grant(
                opening: opening, norms: norms[opening.program] ?? .none, state: GrantState(record.grant))
        }
        take(GrantStep(sequence: sequence, date: record.date, act: record.act), of: record.grant)
        if grants[record.grant]?.state.payables[sequence] != nil { owners[sequence] = record.grant }
        guard case .offset(let cents) = record.act, let payable = record.payable, let owner = owners[payable] else { return }
        offsets[sequence] = owner
        take(GrantStep(sequence: sequence, date: record.date, act: .settled(cents, payable: payable)), of: owner)
    }

    private mutating func take(_ issued: PaymentIssued, _ sequence: Int64) {
        for (id, item) in (try? issued.payments()) ?? [] {
            payments[id] = item
            guard let owner = owners[item.payable] else { continue }
            let act = GrantAct.paid(item.amount, payable: item.payable)
            take(GrantStep(sequence: sequence, date: issued.date, act: act), of: owner)
        }
    }

    private mutating func take(_ step: GrantStep, of id: GrantID) {
        guard var grant = grants[id] else { return }
        grant.take(step, facts(of: grant))
        grants[id] = grant
    }

    private mutating func undo(_ record: GrantUndone) {
        for id in Set([record.grant, offsets[record.record]].compactMap { $0 }) {
            guard var grant = grants[id] else { continue }
            grant.undo(record.record, facts(of: grant))
            grants[id] = grant
        }
    }

    private func facts(of grant: Grant) -> GrantFacts {
        var facts = GrantFacts(fund: grant.state.id.fund, norms: grant.norms) { [years] in years[$0] }
        facts.isAgain = true
        return facts
    }

    func rows(_ body: ([String]) throws -> Void) rethrows {
        for (id, grant) in grants.sorted(by: { $0.key.number < $1.key.number }) {
            let state = grant.state
            let name = state.party ?? names[grant.opening.recipient]
            let figures = GrantFigures(state)
            try body(
                [
                    id.text, grant.opening.program, grant.opening.recipient, name?.organisation ?? "",
                    grant.opening.title, state.stage?.rawValue ?? "", state.appliedOn?.iso ?? "",
                    state.signedOn?.iso ?? "",
                ] + GrantFigures.paths.map { String(figures[keyPath: $0]) })
        }
    }
}
