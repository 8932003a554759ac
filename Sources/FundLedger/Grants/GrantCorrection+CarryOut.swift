import AuditTrail
import ReferenceData

extension Grants {
    /// Does what a plan says, in the batch under way. Gives the records appended, in order: what is undone, then what is
    /// done again. Refuses: E-GRT-067, and what each step refuses.
    @discardableResult
    public func correct(_ plan: GrantCorrection) throws -> [any GrantRecord] {
        if let paid = plan.settlements.first {
            throw blocked(plan.record, of: plan.grant, by: String(paid.record), paid.move.rawValue)
        }
        try requireRoles(for: plan)
        var done: [any GrantRecord] = []
        for undoing in plan.undoings {
            done.append(try undo(undoing.record, of: plan.grant, reason: plan.reason, on: undoing.date))
        }
        for redoing in plan.redoings { done.append(try redo(redoing, of: plan.grant)) }
        return done
    }

    /// One person seals all of it. Refuses: E-GRT-067.
    private func requireRoles(for plan: GrantCorrection) throws {
        guard let key = session.writingKey, let person = session.people.person(of: key) else { return }
        let approved = plan.redoings.first { $0.act.isApproval }
        let roles: [Role] = [.financeOfficer] + (approved == nil ? [] : [.approver])
        let lacking = roles.filter { !session.people.holds(person, anyOf: [$0]) }
        guard !lacking.isEmpty else { return }
        func list(_ roles: [Role]) -> String { roles.map(\.rawValue).joined(separator: ", ") }
        throw GrantError(
            .correctionRoles,
            [
                "grant": plan.grant.text, "record": String(plan.record), "step": approved?.move.rawValue ?? "",
                "roles": list(roles), "lacking": list(lacking),
            ])
    }

    private func redo(_ redoing: GrantCorrection.Redoing, of grant: GrantID) throws -> any GrantRecord {
        let first = try session.record(at: redoing.record)
        let documents = (first as? any GrantRecord)?.head.documents ?? []
        let notes = Notes(on: redoing.date, documents: documents)
        switch redoing.act {
        case .advanced(let amount): return try advance(grant, Cents(amount), notes)
        case .claimed(let amount, _, let from, let to): return try claim(grant, Cents(amount), from: from, to: to, notes)
        case .accepted(let now):
            return try accept(
                grant, claim: now.claim, eligible: Cents(now.eligible), advance: Cents(now.advance),
                holdback: Cents(now.holdback), reason: redoing.reason, notes)
        case .released(let amount): return try release(grant, Cents(amount), notes)
        case .accrued(let amount, let year): return try accrue(grant, Cents(amount), in: year, documents: documents)
        case .recovered(let amount, let basis, let year):
            let reason = (first as? GrantRecovered)?.reason ?? ""
            return try recover(grant, Cents(amount), basis, of: year, reason: reason, notes)
        case .repaid(let amount): return try repay(grant, Cents(amount), notes)
        case .continued(let year, let envelope): return try continueYear(grant, year, envelope: envelope, notes)
        case .closed: return try close(grant, notes)
        default: return try redoDecision(redoing, first, notes, of: grant)
        }
    }

    /// What says more than amounts keeps its words.
    private func redoDecision(
        _ redoing: GrantCorrection.Redoing, _ first: any Record, _ notes: Notes, of grant: GrantID
    ) throws -> any GrantRecord {
        switch (first, redoing.act) {
        case (let old as GrantAssessed, _):
            return try assess(grant, old.recommendation, amount: old.amount.map { Cents($0) }, memo: old.memo, notes)
        case (let old as GrantRefused, _): return try refuse(grant, reason: old.reason, notes)
        case (let old as GrantApproved, .approved(let authority, let plan)):
            return try approve(
                grant, plan, by: GrantDecision(authority: authority, instrument: old.instrument), notes)
        case (let old as GrantSigned, .signed(let begins, let ends, let plan, let instalments, let party)):
            return try sign(grant, old.terms, from: begins, to: ends, plan, instalments, with: party, notes)
        case (let old as GrantAmended, .amended(let plan, let instalments, _, _)):
            var change = old.change
            change.instalments = instalments
            return try amend(grant, plan, change, by: old.decision, reason: old.reason, notes)
        case (let old as GrantReported, _): return try report(grant, memo: old.memo, notes)
        case (let old as GrantCancelled, _): return try cancel(grant, reason: old.reason, notes)
        default:
            throw GrantError(
                .correctionBlocked,
                [
                    "grant": grant.text, "record": String(redoing.record), "later": String(redoing.record),
                    "step": redoing.move.rawValue,
                ])
        }
    }
}
