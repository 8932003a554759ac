import Storage

/// Every record once, in order. FORMAT.md, sections 2 to 9.
extension BundleTrial {
    /// What goes along with the records while they are replayed.
    private final class Reading {
        let segments: SegmentReader
        let connection: any SQLConnection
        let deriver: (any BundleDeriver)?
        let derived: DerivedComparison
        let pairs: PairingTables.Keeper?
        var session: RegisterSession?

        init(_ trial: BundleTrial, _ register: String, _ connection: any SQLConnection) throws {
            segments = SegmentReader(trial.folder, segments: trial.segments)
            self.connection = connection
            deriver = trial.layout.deriver(register)
            derived = DerivedComparison(in: trial.folder)
            try derived.begin(deriver?.files ?? [])
            pairs = trial.keepsPairs ? PairingTables.Keeper(connection, trial.layout.pairReader(register)) : nil
        }
    }

    /// Replays the records and compares what they give with the derived files.
    func replayRecords(of statement: Statement, _ progress: ((Int64) -> Void)?) throws {
        try store.write { connection in
            let reading = try Reading(self, statement.register, connection)
            let broken = try reading.segments.forEachLine { line in
                try take(line, reading, statement)
                if let progress, history.size % 4096 == 0 { progress(history.size) }
            }
            if let broken { board.fail(.integrity, broken, record: history.size + 1) }
            isReadToTheEnd = broken == nil || broken?.parameters["reason"] == "count"
            try reading.session?.flush()
            if let session = reading.session, let open = session.openBatch {
                let parameters = ["member": "count", "batch": String(session.register.batches + 1)]
                board.fail(.authorship, .sealMismatch, parameters, record: open.first)
            }
            recordsBrokeBooks = board.fails(.books)
            recordsBrokeBudgets = board.fails(.budgets)
            unjudged = reading.session?.unjudged ?? [:]
            guard reading.session != nil, !recordsBrokeBooks, !board.fails(.figures), let deriver = reading.deriver
            else { return ((), .commit) }
            try deriver.finish(into: reading.derived)
            controls = deriver.controls
            for name in [VerdictName.books, .budgets, .rules, .figures] where !board.fails(name) {
                differences[name] = try reading.derived.difference { deriver.verdict(of: $0) == name }
            }
            return ((), .commit)
        }
    }

    private func take(_ line: UnsafeRawBufferPointer, _ reading: Reading, _ statement: Statement) throws {
        if history.size == 0 { begin(line, reading, statement) }
        let (record, faults) = try replay(line, reading)
        for fault in faults {
            board.fail(fault.verdict, fault.error, record: fault.sequence)
            if fault.isOfKey { hasRefusedKey = true }
        }
        history.take(record, line: line, leaf: reading.session?.lastLeaf ?? SHA256.leaf(line))
        if history.size == kept?.extent.size { keptExtent = history.extent }
        guard let record else { return }
        note(record)
        try reading.pairs?.take(record, history)
        let brought = reading.deriver?.files(with: record, at: history.size) ?? []
        if !brought.isEmpty { matters.formUnion(brought.compactMap { reading.deriver?.verdict(of: $0) }) }
        broughtFiles.formUnion(brought)
        guard let session = reading.session, !board.fails(.books) else { return }
        try reading.derived.begin(brought)
        try reading.deriver?.take(record, at: history.size, into: reading.derived, lookUp: session.record(at:))
    }

    /// The first line tells whose records these are.
    private func begin(_ line: UnsafeRawBufferPointer, _ reading: Reading, _ statement: Statement) {
        guard let record = try? layout.kinds.decode(line) else { return }
        guard let genesis = record as? RegisterCreated, let number = RegisterName.number(genesis.register) else {
            let error = AuditError(.genesisPlace, ["register": statement.register, "record": "1"])
            for verdict in [VerdictName.integrity, .authorship] { board.fail(verdict, error, record: 1) }
            return
        }
        isFounded = true
        reading.session = RegisterSession.replaying(
            genesis, number: number, connection: reading.connection, kinds: layout.kinds,
            lines: reading.segments.line)
    }

    /// What a line says, and what it fails. Of records that a lawful genesis does not begin, the form alone is judged.
    private func replay(
        _ line: UnsafeRawBufferPointer, _ reading: Reading
    ) throws -> (record: (any Record)?, faults: [ReplayFault]) {
        if let session = reading.session {
            let faults = try session.replay(line)
            return (session.replayedRecord, faults)
        }
        do {
            return (try layout.kinds.decode(line), [])
        } catch {
            return layout.kinds.refused(line, at: history.size + 1, error)
        }
    }

    /// What the end will ask for.
    private func note(_ record: any Record) {
        switch record {
        case let document as DocumentAdded:
            guard let size = unmetDocuments[document.sha256.hex], size == document.size else { return }
            metDocuments.insert(document.sha256)
            unmetDocuments[document.sha256.hex] = nil
        case let rotated as LedgerKeyRotated: rotatedKeys.insert(rotated.newKey)
        case let opened as ExportOpened:
            guard let kept, let text = order.previous, kept.registerID == history.id,
                opened.number == kept.export + 1
            else { return }
            hasMetSuccessor = true
            refusePredecessor(opened.previousStatement?.hex ?? "-", of: opened.number, SHA256.hash(text), history.size)
        default: break
        }
    }
}
