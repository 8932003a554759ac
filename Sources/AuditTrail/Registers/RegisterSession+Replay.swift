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
            return [ReplayFault(.integrity, sequence, error)]
        }
        replayedRecord = record
        if let seal = record as? BatchSealed { return try replay(seal: seal, at: sequence) }
        beginBatchIfNeeded()
        replayedLine = line
        defer { replayedLine = nil }
        let fault = try attempt(record, at: sequence)
        register.tree.append(lastLeaf)
        noteContent(kind: type(of: record).kind, opensExport: record is ExportOpened)
        openBatch?.authorities[type(of: record).kind] = type(of: record).rules.authority
        return fault.map { [$0] } ?? []
    }

    private func attempt(_ record: any Record, at sequence: Int64) throws -> ReplayFault? {
        let verdict = type(of: record).rules.verdict
        if verdict == .books, booksAreBroken { return nil }
        do {
            try judgeOpening(record, at: sequence)
            try record.judge(in: self, at: sequence)
            try record.apply(in: self, at: sequence)
            return nil
        } catch let error as StorageError where !error.isAboutContent {
            throw error
        } catch {
            let broken = RegisterSession.verdict(of: error, kind: verdict)
            if broken == .books { booksAreBroken = true }
            return ReplayFault(broken, sequence, error)
        }
    }

    /// Each judgement of a seal is made, whatever the others say: who signed, where it stands, what its batch holds.
    private func replay(seal: BatchSealed, at sequence: Int64) throws -> [ReplayFault] {
        var faults: [ReplayFault] = []
        for judgement in [judgeAuthority(of:), judgePlace(of:), judgeContent(of:)] {
            do {
                try judgement(seal)
            } catch let error as StorageError where !error.isAboutContent {
                throw error
            } catch {
                let broken = RegisterSession.verdict(of: error, kind: .authorship)
                guard broken != .books || !booksAreBroken else { continue }
                if broken == .books { booksAreBroken = true }
                if !faults.contains(where: { $0.verdict == broken }) { faults.append(ReplayFault(broken, sequence, error)) }
            }
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

    /// The verdict that a refusal fails. Errors of the libraries above are about their books.
    static func verdict(of error: any Error, kind: VerdictName) -> VerdictName {
        guard let error = error as? AuditError else { return .books }
        switch error.code {
        case .annulledRecordUnknown, .notAnnullable: return .books
        case .genesisPlace, .founderExpected: return .authorship
        case .sealMismatch where ["batch", "first", "count"].contains(error.parameters["member"]): return .completeness
        case .exportAlone, .exportNumber: return .completeness
        default: return kind
        }
    }
}

extension StorageError {
    /// Whether a history's content is at fault, not the store: a row that the schema does not take.
    var isAboutContent: Bool { code == .constraint || code == .tooBig }
}
