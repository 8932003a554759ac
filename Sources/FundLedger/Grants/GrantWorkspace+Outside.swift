import AuditTrail
import ReferenceData

/// What a step needs of other records: envelopes, subjects, entries.
extension GrantWorkspace {
    /// Refuses: E-ENV-006.
    func requireEnvelopes(of plan: [GrantPlanLine]) throws {
        for line in plan {
            if let envelope = line.envelope { _ = try budgets.knownEnvelope(envelope, in: line.year) }
        }
    }

    /// Refuses: E-YEA-001, E-ENV-004, E-ENV-006.
    func requireEnvelope(_ envelope: String, in year: FiscalYear) throws {
        try budgets.requireControlled(year)
        _ = try budgets.knownEnvelope(envelope, in: year)
    }

    /// Refuses: E-GRT-018.
    func require(_ contributions: [GrantContribution], of grant: GrantID) throws {
        guard let fault = GrantContribution.fault(of: contributions) else { return }
        throw GrantError(
            .termsShape,
            ["grant": grant.text, "part": "contributions", "lines": String(contributions.count), "cause": fault])
    }

    /// Refuses: E-GRT-026, E-GRT-027.
    func require(_ party: RecipientName, of file: GrantFile) throws {
        if RecipientID.isPerson(file.opening.recipient), party.subject == nil {
            throw GrantError(.partyNaming, ["grant": file.id.text, "recipient": file.opening.recipient])
        }
        guard let subject = party.subject else { return }
        guard try session.isErased(subject: subject) == false else {
            throw GrantError(.partySubject, ["grant": file.id.text, "subject": subject])
        }
    }

    /// The entries that a step's record binds, in order.
    func entries(of record: Int64) throws -> [JournalEntry] {
        guard let step = try session.record(at: record) as? any GrantRecord else { return [] }
        return try step.entryIDs.map { try journal.entryRecord(at: journal.storedEntry($0).sequence) }
    }

    // MARK: Undoing

    /// What the grants would be without a step. Refuses: E-GRT-060 … E-GRT-063.
    func outcome(ofUndoing record: Int64, of grant: GrantID, on date: CalendarDate) throws -> [GrantFile] {
        let file = try self.file(grant)
        let named = ["grant": grant.text, "record": String(record)]
        let steps = file.steps.filter { $0.sequence == record }
        guard let first = steps.first else { throw GrantError(.stepUnknown, named) }
        guard let step = steps.first(where: { $0.act.move != nil }), step.act.move != .applied, step.act.move != .imported
        else { throw GrantError(.stepNotUndone, named.merging(["step": first.act.name]) { $1 }) }
        let earliest = file.idlePayments(of: record).reduce(step.date) { max($0, $1.date) }
        guard date >= earliest else {
            throw GrantError(.undoneBefore, named.merging(["date": date.iso, "expected": earliest.iso]) { $1 })
        }
        var files = [try file.without(record, facts(of: file))]
        if case .offset = step.act, let payable = (try session.record(at: record) as? GrantOffset)?.payable {
            let owner = try self.payable(payable).grant
            if owner != grant {
                let other = try self.file(owner)
                files.append(try other.without(record, facts(of: other)))
            }
        }
        return files
    }

    func undo(_ changed: [GrantFile], _ record: Int64, at sequence: Int64, on date: CalendarDate) throws {
        keep(
            changed.enumerated().map { place, file in
                var file = file
                file.undone += file.leaving.map { ($0.record, $0.payable, sequence) }
                file.leaving = []
                guard place == 0 else { return file }
                file.newRows.append(
                    .init(
                        sequence: sequence, payable: 0, kind: GrantMove.undone.rawValue, cents: 0,
                        day: Int64(date.dayNumber)))
                return file
            })
    }
}
