import Storage

/// A record at fault, found while a history was replayed.
public struct ReplayFault: Sendable {
    public let verdict: VerdictName
    public let sequence: Int64
    public let error: any Error

    init(_ verdict: VerdictName, _ sequence: Int64, _ error: any Error) {
        self.verdict = verdict
        self.sequence = sequence
        self.error = error
    }

    init(_ refused: RefusedInBatch) {
        self.init(RegisterSession.verdict(of: refused.error, kind: .authorship), refused.sequence, refused.error)
    }

    /// Whether a seal does not fit its batch.
    var isOfSeal: Bool { (error as? AuditError)?.code == .sealMismatch }
    /// Whether the line holds a public key that is refused: it is counted as written, and has no effect.
    var isOfKey: Bool {
        guard let error = error as? AuditError else { return false }
        return verdict == .authorship && [.publicKeyNotCanonical, .publicKeySmallOrder].contains(error.code)
    }
}

extension RegisterSession {
    /// A session that stands before the first line of a history and will be told the others by `replay`.
    ///
    /// `genesis`: what the first line says, for the names that refusals need; the line itself is replayed like any other.
    static func replaying(
        _ genesis: RegisterCreated, number: Int64, connection: any SQLConnection, kinds: KindTable,
        lines: @escaping (Int64) throws -> [UInt8]
    ) -> RegisterSession {
        let head = RegisterHead(
            number: number, name: genesis.register, id: genesis.random, origin: genesis.origin,
            ledgerKey: genesis.ledgerKey, recoveryKey: genesis.recoveryKey)
        return RegisterSession(
            register: head, people: RoleBook(), connection: connection, kinds: kinds, sealer: nil, lines: lines)
    }

    /// Takes the next line of a history. Never stops at a fault: it returns what it found, one fault a verdict at most,
    /// leaves the record's effect out, and the next line can be taken. Throws only what the storage throws.
    func replay(_ line: UnsafeRawBufferPointer) throws -> [ReplayFault] {
        let sequence = register.size + 1
        lastLeaf = SHA256.leaf(line)
        let record: any Record
        do {
            replayedRecord = nil
            record = try kinds.decode(line)
            if let registers = type(of: record).rules.registers, !registers.contains(register.name) {
                throw AuditError(.kindNotInRegister, ["kind": type(of: record).kind, "register": register.name])
            }
        } catch let error where !(error is StorageError) {
            // Also what the libraries above refuse of a line's form: a date that does not exist, an unknown class.
            beginBatchIfNeeded()
            register.tree.append(lastLeaf)
            openBatch?.content.append(lastLeaf)
            let (written, faults) = kinds.refused(line, at: sequence, error)
            replayedRecord = written
            return faults
        }
        replayedRecord = record
        if let seal = record as? BatchSealed { return try replay(seal: seal, at: sequence) }
        beginBatchIfNeeded()
        replayedLine = line
        defer { replayedLine = nil }
        let faults = try attempt(record, at: sequence)
        register.tree.append(lastLeaf)
        // What lends its roles is judged for them itself.
        if lentAuthority(record) == nil {
            let kind = type(of: record).kind
            if openBatch?.authorities[kind] == nil {
                openBatch?.authorities[kind] = (type(of: record).rules.authority, sequence)
            }
        }
        noteContent(record)
        return faults
    }

    /// Judges a record and applies it.
    private func attempt(_ record: any Record, at sequence: Int64) throws -> [ReplayFault] {
        let verdict = type(of: record).rules.verdict
        if let twoPerson = record as? any TwoPersonRecord {
            return try attempt(twoPerson, at: sequence, verdict)
        }
        if sequence > 1, let parted = record as? any PartedRecord, !isFounding(sequence) {
            return try attempt(parts: parted, at: sequence)
        }
        let isProposal = record is any ProposalRecord
        guard isJudged(verdict) || isProposal else { return [] }
        let fault = try attempt(sequence, verdict) {
            try judgeOpening(record, at: sequence)
            guard isJudged(verdict) else { return try record.apply(in: self, at: sequence) }
            try record.judge(in: self, at: sequence)
            try record.apply(in: self, at: sequence)
        }
        guard let fault else { return [] }
        // Its content does not say whether a proposal was made: what refers to it is judged by who consented alone.
        if Self.ofLibraries.contains(fault.verdict), isProposal { try record.apply(in: self, at: sequence) }
        return tell(fault)
    }

    /// Judges and applies each part that is judged still, by itself.
    private func attempt(parts record: any PartedRecord, at sequence: Int64) throws -> [ReplayFault] {
        var faults: [ReplayFault] = []
        let parts = type(of: record).parts
        // What a state tells of authorship is known only while the state is kept up.
        for part in parts where isJudged(part) && (part != .authorship || parts.allSatisfy(isJudged)) {
            let fault = try attempt(sequence, part) {
                try record.judge(part, in: self, at: sequence)
                try record.apply(part, in: self, at: sequence)
            }
            if let fault { faults += tell(fault) }
        }
        return faults
    }

    /// What a record takes two persons for, and that they consented, are judged apart: neither hides the other.
    private func attempt(
        _ record: any TwoPersonRecord, at sequence: Int64, _ verdict: VerdictName
    ) throws -> [ReplayFault] {
        let consent = try attempt(sequence, .authorship) {
            try judgeOpening(record, at: sequence)
            try record.judgeConsent(in: self, at: sequence)
        }
        let consented = consent.map { tell($0) } ?? []
        if let parted = record as? any PartedRecord {
            let faults = try attempt(parts: parted, at: sequence)
            if consent == nil { try record.applyConsent(in: self, at: sequence) }
            return consented + faults
        }
        let content = try isJudged(verdict) ? attempt(sequence, verdict) {
            try record.judgeContent(in: self, at: sequence)
            try record.applyContent(in: self, at: sequence)
        } : nil
        if consent == nil { try record.applyConsent(in: self, at: sequence) }
        return consented + (content.map { tell($0) } ?? [])
    }

    private func attempt(_ sequence: Int64, _ verdict: VerdictName, _ judge: () throws -> Void) throws -> ReplayFault? {
        do {
            try judge()
            return nil
        } catch let error as StorageError where !error.isAboutContent {
            throw error
        } catch let unjudged as PartUnjudged {
            self.unjudged[verdict] = unjudged.restsOn
            return nil
        } catch let refused as RefusedInBatch {
            return ReplayFault(refused)
        } catch {
            return ReplayFault(RegisterSession.verdict(of: error, kind: verdict), sequence, error)
        }
    }

    /// A fault of a library above is told once: what follows of its verdict is not judged any more.
    private func tell(_ fault: ReplayFault) -> [ReplayFault] {
        guard Self.ofLibraries.contains(fault.verdict) else { return [fault] }
        defer { broken.insert(fault.verdict) }
        return isJudged(fault.verdict) ? [fault] : []
    }

    /// Verdicts that the libraries above judge.
    private static let ofLibraries: Set<VerdictName> = [.books, .budgets, .rules, .figures]

    /// Each judgement of a seal is made, whatever the others say: who signed, where it stands, what its batch holds.
    private func replay(seal: BatchSealed, at sequence: Int64) throws -> [ReplayFault] {
        var faults: [ReplayFault] = []
        for judgement in [judgeNumbers(of:), judgePlace(of:), judgeAuthority(of:), judgeContent(of:)] {
            let fault = try attempt(sequence, .authorship) { try judgement(seal) }
            for fault in fault.map({ tell($0) }) ?? [] where !faults.contains(where: { $0.verdict == fault.verdict }) {
                faults.append(fault)
            }
        }
        for refused in refusedAtEnd.dropFirst() { faults += tell(ReplayFault(refused)) }
        refusedAtEnd = []
        // A seal that counts its batch wrongly is no valid seal of it.
        if let numbers = faults.first(where: { $0.verdict == .completeness }), numbers.isOfSeal,
            !faults.contains(where: { $0.verdict == .authorship })
        {
            faults.append(ReplayFault(.authorship, sequence, numbers.error))
        }
        if faults.isEmpty {
            register.tree.append(lastLeaf)
            try apply(seal: seal)
        } else {
            try end(batch: seal)
        }
        return faults
    }

    /// Ends a batch whose seal is refused. The batch stays known where it can be, so that one fault is not told again by
    /// all that refers to it.
    private func end(batch seal: BatchSealed) throws {
        register.tree.append(lastLeaf)
        let isNext = seal.batch == register.batches + 1 && seal.first == openBatch?.first
        if isNext, try batch(idempotencyKey: seal.idempotencyKey) == nil {
            let time = max(register.time, seal.time)
            try apply(seal: seal)
            register.time = time
        } else {
            openBatch = nil
            // The seal's own number, within reason: one gap is told once.
            register.batches = max(register.batches + 1, min(seal.batch, register.size))
        }
    }

    /// Genesis comes first and once, the founders right after it.
    func judgeOpening(_ record: any Record, at sequence: Int64) throws {
        if sequence == 1, !(record is RegisterCreated) {
            throw AuditError(.genesisPlace, ["register": register.name, "record": "1"])
        }
        if isFounding(sequence), !(record is PersonAdmitted) {
            let founder = register.founders[Int(sequence) - 2]
            throw AuditError(.founderExpected, ["person": founder.person, "record": String(sequence)])
        }
    }

    /// The verdict that a line which is refused fails: a key that is refused is whose it is, not its form.
    static func verdict(ofForm error: any Error) -> VerdictName {
        guard let error = error as? AuditError else { return .integrity }
        return [.publicKeyNotCanonical, .publicKeySmallOrder].contains(error.code) ? .authorship : .integrity
    }

    /// The verdict that a refusal fails. Errors of the libraries above are about what is theirs.
    static func verdict(of error: any Error, kind: VerdictName) -> VerdictName {
        guard let error = error as? AuditError else {
            return ofLibraries.contains(kind) ? kind : (error as? any VerdictError)?.verdict ?? .books
        }
        switch error.code {
        case .annulledRecordUnknown, .notAnnullable: return .books
        case .genesisPlace, .founderExpected: return .authorship
        case .sealMismatch where ["batch", "first", "count"].contains(error.parameters["member"]): return .completeness
        case .exportAlone, .exportNumber: return .completeness
        default: return kind
        }
    }
}

extension KindTable {
    /// What a refused line fails; and what it says where only a key of it is refused. The key hides no fault of its form.
    func refused(
        _ line: UnsafeRawBufferPointer, at sequence: Int64, _ error: any Error
    ) -> (record: (any Record)?, faults: [ReplayFault]) {
        let fault = ReplayFault(RegisterSession.verdict(ofForm: error), sequence, error)
        guard fault.isOfKey else { return (nil, [fault]) }
        do {
            return (try decodeAsWritten(line), [fault])
        } catch {
            return (nil, [fault, ReplayFault(.integrity, sequence, error)])
        }
    }
}

extension StorageError {
    /// Whether a history's content is at fault, not the store: a row that the schema does not take.
    var isAboutContent: Bool { code == .constraint || code == .tooBig }
}
