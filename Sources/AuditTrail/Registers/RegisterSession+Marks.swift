import Storage

/// Records that every STATEMENT lists for ever. FORMAT.md, section 10.1.
public enum RecordMark: String, CaseIterable, Sendable { case alone, annulled, recovered, rotated }

extension RegisterSession {
    func mark(_ sequence: Int64, as mark: RecordMark) throws {
        try connection.run(
            "INSERT INTO mark (register, mark, sequence) VALUES (?, ?, ?)",
            .integer(register.number), .text(mark.rawValue), .integer(sequence))
    }

    func open(proposal sequence: Int64, kind: String) throws {
        try connection.run(
            "INSERT INTO proposal (register, sequence, kind, batch, state) VALUES (?, ?, ?, ?, 'open')",
            .integer(register.number), .integer(sequence), .text(kind), .integer(register.batches + 1))
    }

    func close(proposal sequence: Int64, as state: ProposalState) throws {
        try connection.run(
            "UPDATE proposal SET state = ? WHERE register = ? AND sequence = ?",
            .text(state.rawValue), .integer(register.number), .integer(sequence))
    }

    /// A proposal that nobody has decided, and the key that sealed it. Refuses: E-AUD-012, E-AUD-013.
    func openProposal(_ sequence: Int64) throws -> (record: any ProposalRecord, proposer: PublicKey) {
        let found = try proposalRow(sequence)
        guard found.state == .open else {
            throw AuditError(.proposalDecided, ["proposal": String(sequence), "state": found.state.rawValue])
        }
        guard let key = try sealingKey(ofBatch: found.batch) else {
            throw AuditError(.ownProposal, ["proposal": String(sequence)])
        }
        return (try proposalRecord(sequence), key)
    }

    /// Refuses a record whose proposal says something else, or was not approved, or was used.
    func judgeConsent<R: TwoPersonRecord>(to record: R, proposal sequence: Int64) throws {
        let found = try proposalRow(sequence)
        guard found.state == .given else {
            throw AuditError(.proposalDecided, ["proposal": String(sequence), "state": found.state.rawValue])
        }
        // Byte for byte: a record under replay is compared as its line stands, not as it would be written again.
        let bare = try record.bareLine(kind: R.kind)
        var done = try replayedLine.map { try CanonicalScanner.scan($0) } ?? CanonicalScanner.scan(bare)
        var proposed = try CanonicalScanner.scan(line(of: sequence))
        guard proposed["kind"] == .string(Proposed<R>.kind) else {
            throw AuditError(.proposalDiffers, ["proposal": String(sequence)])
        }
        for name in R.givenWhenDone.union(["kind", "proposal"]) {
            done[name] = nil
            proposed[name] = nil
        }
        guard done == proposed else { throw AuditError(.proposalDiffers, ["proposal": String(sequence)]) }
    }

    /// Refuses one who decides a proposal without the role that its kind asks for: E-KEY-021. `proposer`: the key of one who
    /// may decide it none the less, where that role is not admin: it withdraws.
    func requireSecond(
        _ proposal: any ProposalRecord, of kind: String, at sequence: Int64, or proposer: PublicKey? = nil
    ) throws {
        guard let people = openBatch?.people else { return }
        let (second, register, isWriting) = (type(of: proposal).second, self.register.name, isWriting)
        try whenSealed { key in
            if second != .admin, key == proposer { return }
            // Whose key it is, the seal's own judgement says.
            guard people.person(of: key) != nil else { return }
            do {
                try RegisterSession.judge(.roles([second]), kind: kind, key: key, people: people, register: register)
            } catch {
                throw isWriting ? error : RefusedInBatch(sequence, error)
            }
        }
    }

    func proposalRecord(_ sequence: Int64) throws -> any ProposalRecord {
        guard let proposal = try record(at: sequence) as? any ProposalRecord else {
            throw AuditError(.proposalUnknown, ["proposal": String(sequence)])
        }
        return proposal
    }

    private func proposalRow(_ sequence: Int64) throws -> (batch: Int64, state: ProposalState) {
        let found = try connection.first(
            "SELECT batch, state FROM proposal WHERE register = ? AND sequence = ?",
            [.integer(register.number), .integer(sequence)]
        ) { ($0.int(0), ProposalState(rawValue: $0.string(1))) }
        guard let found, let state = found.1 else {
            throw AuditError(.proposalUnknown, ["proposal": String(sequence)])
        }
        return (found.0, state)
    }

    /// The key that sealed the batch of a record; nil for one of the batch under way.
    public func sealingKey(of sequence: Int64) throws -> PublicKey? {
        if let open = openBatch, sequence >= open.first { return nil }
        return try batch(of: sequence).flatMap { try sealingKey(ofBatch: $0.batch) }
    }

    private func sealingKey(ofBatch batch: Int64) throws -> PublicKey? {
        try connection.first(
            "SELECT key FROM batch WHERE register = ? AND batch = ?", [.integer(register.number), .integer(batch)]
        ) { try PublicKey(hex: $0.string(0)) }
    }
}
