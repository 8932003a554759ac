import AuditTrail
import ReferenceData

extension Grants {
    /// What mending a step takes. `date`: of what is undone and done again, where the steps' own dates are not to be used.
    /// Where what was wrong is paid, the plan has settlements alone. Writes nothing.
    ///
    /// Refuses: E-GRT-060, E-GRT-061, E-GRT-064 … E-GRT-066, and what the mended steps are refused with.
    public func planCorrection(
        of record: Int64, in grant: GrantID, _ change: GrantCorrection.Change, reason: String, on date: CalendarDate? = nil
    ) throws -> GrantCorrection {
        let file = try workspace.file(grant)
        let step = try self.step(record, of: file)
        guard let act = step.act.changed(change) else {
            throw GrantError(
                .correctionPart,
                [
                    "grant": grant.text, "record": String(record), "step": step.act.name,
                    "part": Self.parts(of: change).joined(separator: ", "),
                ])
        }
        guard act != step.act || change.reason != nil else {
            throw GrantError(.nothingCorrected, ["grant": grant.text, "record": String(record)])
        }
        let (records, rest, payment) = try unwinding(record, of: file)
        var plan = GrantCorrection(grant: grant, record: record, reason: reason, before: file.state, after: rest.state)
        if let payment {
            try settle(records.sorted(), of: file, on: rest, act, change, date, &plan, meeting: payment)
            return plan
        }
        for record in records.sorted(by: >) {
            guard let step = file.steps.first(where: { $0.sequence == record }), let move = step.act.move else { continue }
            plan.undoings.append(
                .init(
                    record: record, move: move, date: max(try earliestUndoing(of: record, grant), date ?? .earliest),
                    entries: try workspace.entries(of: record).map(\.id)))
        }
        try redo(records.sorted(), of: file, on: rest, act, change, date, &plan)
        return plan
    }

    private func step(_ record: Int64, of file: GrantFile) throws -> GrantStep {
        let named = ["grant": file.id.text, "record": String(record)]
        let steps = file.steps.filter { $0.sequence == record }
        guard let first = steps.first else { throw GrantError(.stepUnknown, named) }
        guard let step = steps.first(where: { $0.act.move != nil }), step.act.move != .applied, step.act.move != .imported
        else { throw GrantError(.stepNotUndone, named.merging(["step": first.act.name]) { $1 }) }
        return step
    }

    private static func parts(of change: GrantCorrection.Change) -> [String] {
        let given: [(String, Bool)] = [
            ("amount", change.amount != nil), ("eligible", change.eligible != nil), ("advance", change.advance != nil),
            ("holdback", change.holdback != nil), ("plan", change.plan != nil),
            ("instalments", change.instalments != nil),
        ]
        return given.filter(\.1).map(\.0)
    }

    /// The records to be taken back, with the grant as it is then: the mistake, and what rests on it; and the first
    /// payment among these, which nothing takes back.
    private func unwinding(_ record: Int64, of file: GrantFile) throws -> (Set<Int64>, GrantFile, GrantStep?) {
        let facts = workspace.facts(of: file)
        var records: Set<Int64> = [record]
        while true {
            var rest = file
            do {
                for record in records.sorted(by: >) { rest = try rest.without(record, facts) }
                return (records, rest, file.steps.first { records.contains($0.sequence) && $0.act.befallsPayable })
            } catch let error as GrantError where error.code == .laterStepRests {
                guard let later = error.parameters["later"].flatMap({ Int64($0) }), !records.contains(later),
                    let step = file.steps.first(where: { $0.sequence == later }), canRedo(step)
                else {
                    throw blocked(
                        record, of: file.id, by: error.parameters["later"] ?? "", error.parameters["step"] ?? "")
                }
                records.insert(later)
            }
        }
    }

    func blocked(_ record: Int64, of grant: GrantID, by later: String, _ step: String) -> GrantError {
        GrantError(
            .correctionBlocked, ["grant": grant.text, "record": String(record), "later": later, "step": step])
    }

    /// What one person can take back and do again in the same batch, if it were not for payments.
    private func canRedo(_ step: GrantStep) -> Bool {
        switch step.act {
        case .offset, .writtenOff, .applied, .imported: false
        default: true
        }
    }

    /// What the grant would owe had the mistake not been made, beside what is paid.
    private func settle(
        _ records: [Int64], of file: GrantFile, on rest: GrantFile, _ act: GrantAct, _ change: GrantCorrection.Change,
        _ date: CalendarDate?, _ plan: inout GrantCorrection, meeting payment: GrantStep
    ) throws {
        var right = plan
        do {
            try redo(records, of: file, on: rest, act, change, date, &right)
        } catch let error as GrantError {
            // The right step itself is refused, or one that follows it would be.
            if !right.redoings.contains(where: { $0.record == plan.record }) { throw error }
            throw blocked(plan.record, of: plan.grant, by: String(payment.sequence), payment.act.name)
        }
        var settling = GrantSettling(file.state)
        for step in file.steps where records.contains(step.sequence) && step.act.move != nil {
            let now = right.redoings.first { $0.record == step.sequence }
            let owed = now.flatMap { right.after.payables[$0.sequence]?.amount } ?? 0
            if let found = try settling.settlement(of: step, now: now?.act, owed: owed) { plan.settlements.append(found) }
        }
        if plan.settlements.isEmpty {
            throw blocked(plan.record, of: plan.grant, by: String(payment.sequence), payment.act.name)
        }
        plan.after = plan.before
    }

    private func redo(
        _ records: [Int64], of file: GrantFile, on rest: GrantFile, _ act: GrantAct, _ change: GrantCorrection.Change,
        _ date: CalendarDate?, _ plan: inout GrantCorrection
    ) throws {
        var state = rest.state
        var facts = workspace.facts(of: file)
        facts.isAgain = false
        // The sequences that the records will have: payables are named by them.
        var sequence = session.register.size + 1 + Int64(plan.undoings.reduce(0) { $0 + 1 + $1.entries.count })
        var renamed: [Int64: Int64] = [:]
        for old in file.steps where records.contains(old.sequence) {
            guard let move = old.act.move else {
                try repay(old, renamed, &state, facts)
                continue
            }
            var now = old.sequence == plan.record ? act : old.act
            var reason = try (session.record(at: old.sequence) as? GrantAccepted)?.reason
            if old.sequence == plan.record {
                reason = change.reason ?? reason
                if reason?.isEmpty == true { reason = nil }
            } else {
                Self.follow(&now, &reason, state)
                if case .approved = act { try Self.follow(&now, step(plan.record, of: file).act, change, state) }
            }
            if case .released(0) = now { continue }
            var day = max(old.date, date ?? .earliest)
            if case .accrued = now { day = old.date }
            if now.isOrdered, let last = state.lastDate { day = max(day, last) }
            let entries = try state.take(GrantStep(sequence: sequence, date: day, act: now), facts)
            plan.redoings.append(
                .init(
                    record: old.sequence, move: move, date: day, act: now, reason: reason, entries: entries,
                    sequence: sequence))
            renamed[old.sequence] = sequence
            sequence += 1 + Int64(entries.count)
        }
        plan.after = state
    }

    /// What was paid, or came back, of a payable that is another now: no more than the right step makes payable.
    private func repay(
        _ old: GrantStep, _ renamed: [Int64: Int64], _ state: inout GrantState, _ facts: GrantFacts
    ) throws {
        guard let payable = old.act.payable else { return }
        let now = renamed[payable] ?? payable
        guard let owed = state.payables[now] else { return }
        let act: GrantAct
        switch old.act {
        case .paid(let amount, _): act = .paid(min(amount, owed.left), payable: now)
        case .settled(let amount, _): act = .settled(min(amount, owed.left), payable: now)
        case .rejected(let amount, _): act = .rejected(min(amount, owed.paid), payable: now)
        default: return
        }
        if act.payableCents > 0 { try state.take(GrantStep(sequence: old.sequence, date: old.date, act: act), facts) }
    }

    /// What rests on a mended amount follows it: a claim that was accepted whole is so again, no more is eligible than is
    /// claimed, and no more is released than is held back.
    private static func follow(_ act: inout GrantAct, _ reason: inout String?, _ state: GrantState) {
        switch act {
        case .accepted(let old):
            guard let claimed = state.claims[old.claim]?.amount else { return }
            let eligible = old.hasReason ? min(old.eligible, claimed) : claimed
            guard eligible != old.eligible || (eligible == claimed) == old.hasReason else { return }
            if eligible == claimed { reason = nil }
            let advance = min(old.advance, eligible)
            act = .accepted(
                GrantAcceptance(
                    claim: old.claim, eligible: eligible, advance: advance,
                    holdback: min(old.holdback, eligible - advance), hasReason: eligible < claimed))
        case .released(let amount): act = .released(min(amount, state.heldBack))
        default: break
        }
    }
}
