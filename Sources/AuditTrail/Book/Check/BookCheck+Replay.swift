import Storage

/// The records of a book, replayed register by register.
extension BookCheck {
    /// What goes along with the records of one register.
    private struct Reading {
        let name: String
        let number: Int64
        let connection: any SQLConnection
        var session: RegisterSession?
        var history = RegisterHistory()
        /// The hash of the STATEMENT kept for the export of that number.
        var kept: (number: Int64, sha256: Digest)?
        /// Whether the tree was told to differ: what follows from it is not told again.
        var hasOtherTree = false
        /// Members of seals that were told to differ in every batch.
        var toldMembers: Set<String> = []
    }

    /// Replays a register's records. Does nothing where the book has none of it.
    func replay(
        _ name: String, _ number: Int64, from connection: any SQLConnection, into target: any SQLConnection
    ) throws {
        var reading = Reading(name: name, number: number, connection: connection)
        var expected: Int64 = 1
        var isWhole = true
        try connection.forEach(
            "SELECT id, line FROM record WHERE id BETWEEN ? AND ? ORDER BY id",
            [.integer(RecordID.of(number, 1)), .integer(RecordID.of(number, RecordID.mostRecords))]
        ) { row in
            guard isWhole else { return }
            let sequence = row.int(0) & RecordID.mostRecords
            guard sequence == expected else {
                report.add(
                    .recordsMissing, ["register": name, "record": String(expected), "next": String(sequence)],
                    register: name, record: expected)
                isWhole = false
                return
            }
            try row.withBytes(1) { line in
                if sequence == 1 { begin(line, &reading, target) }
                if reading.session != nil { try take(line, &reading) } else { isWhole = false }
            }
            expected += 1
            done += 1
            if let progress, done % 4096 == 0 { progress(done) }
        }
        if !isWhole { isComparable = false }
        try end(reading, isWhole)
    }

    private func begin(_ line: UnsafeRawBufferPointer, _ reading: inout Reading, _ target: any SQLConnection) {
        do {
            let record = try book.layout.kinds.decode(line)
            guard let genesis = record as? RegisterCreated, genesis.register == reading.name else {
                throw AuditError(.genesisPlace, ["register": reading.name, "record": "1"])
            }
            let connection = reading.connection
            let number = reading.number
            reading.session = RegisterSession.replaying(
                genesis, number: number, connection: target, kinds: book.layout.kinds
            ) { sequence in
                try BookCheck.line(of: sequence, number, connection)
            }
        } catch {
            report.add(error, register: reading.name, record: 1, verdict: .integrity)
            report.add(.genesisUnreadable, ["register": reading.name], register: reading.name, record: 1)
        }
    }

    private static func line(of sequence: Int64, _ register: Int64, _ connection: any SQLConnection) throws -> [UInt8] {
        let unknown = AuditError(.recordUnknown, ["record": String(sequence)])
        guard (1...RecordID.mostRecords).contains(sequence) else { throw unknown }
        let found = try connection.first(
            "SELECT line FROM record WHERE id = ?", [.integer(RecordID.of(register, sequence))]
        ) { $0.bytes(0) }
        guard let found else { throw unknown }
        return found
    }

    private func take(_ line: UnsafeRawBufferPointer, _ reading: inout Reading) throws {
        guard let session = reading.session else { return }
        var told: [AuditError] = []
        for fault in try session.replay(line) {
            // One error may fail two verdicts.
            if let error = fault.error as? AuditError {
                guard !told.contains(error) else { continue }
                told.append(error)
            }
            guard isNews(fault, &reading) else { continue }
            report.add(fault.error, register: reading.name, record: fault.sequence, verdict: fault.verdict)
        }
        reading.history.take(session.replayedRecord, line: line, leaf: session.lastLeaf)
        if let opened = session.replayedRecord as? ExportOpened { checkPredecessor(opened, reading) }
        guard reading.history.endsWithExport else { return }
        try checkStatement(&reading)
        try checkCosignatures(reading.history, (reading.name, reading.number), reading.connection)
    }

    /// Whether a fault is more than what follows from one that was told.
    private func isNews(_ fault: ReplayFault, _ reading: inout Reading) -> Bool {
        guard let error = fault.error as? AuditError, error.code == .sealMismatch,
            let member = error.parameters["member"]
        else {
            // A seal that was changed, or a line that is none: the next root differs.
            if fault.verdict == .integrity || (fault.error as? AuditError)?.code == .sealSignature {
                reading.hasOtherTree = true
            }
            return true
        }
        switch member {
        case "content_root":
            reading.hasOtherTree = true
            return true
        case "root_before", "root_after":
            defer { reading.hasOtherTree = true }
            return !reading.hasOtherTree
        case "register", "batch", "first":
            return reading.toldMembers.insert(member).inserted
        default: return true
        }
    }

    private func end(_ reading: Reading, _ isWhole: Bool) throws {
        let size = reading.history.size
        let head = try reading.connection.first(
            "SELECT size FROM register WHERE number = ?", [.integer(reading.number)]
        ) { $0.int(0) }
        if let head, isWhole, head != size {
            report.add(
                .headDiffers, ["register": reading.name, "size": String(head), "found": String(size)],
                register: reading.name, record: min(max(head, 0), size) + 1)
        }
        guard let session = reading.session, isWhole else { return }
        if let open = session.openBatch {
            report.add(
                AuditError(.sealMismatch, ["member": "count", "batch": String(session.register.batches + 1)]),
                register: reading.name, record: open.first, verdict: .completeness)
        }
        try session.flush()
        try session.register.save(to: session.connection)
        report.registers.append(
            BookCheckReport.Register(
                name: reading.name, id: session.register.id, size: size, root: reading.history.extent.root))
    }

    // MARK: Kept STATEMENTs

    /// The STATEMENT kept for the export that just ended is signed by its ledger key and says what the records say.
    private func checkStatement(_ reading: inout Reading) throws {
        guard let export = reading.history.export else { return }
        let number = export.opened.number
        let row = try reading.connection.first(
            "SELECT text, signature FROM statement WHERE register = ? AND number = ?",
            [.integer(reading.number), .integer(number)]
        ) { ($0.bytes(0), $0.bytes(1)) }
        guard let (text, signature) = row else { return }
        reading.kept = (number, SHA256.hash(text))
        let parameters = ["register": reading.name, "number": String(number)]
        if !export.ledgerKey.isValid(signature: signature, over: text) {
            report.add(
                .storedStatementSignature, parameters, register: reading.name, record: reading.history.size - 1)
        }
        let differing: String?
        do {
            differing = try BookCheck.difference(Statement(parsing: text), reading.history)
        } catch let error as AuditError {
            differing = error.parameters["field"] ?? ""
        }
        guard let differing else { return }
        report.add(
            .storedStatementDiffers, parameters.merging(["field": differing]) { $1 }, register: reading.name,
            record: reading.history.size - 1)
    }

    /// The first field that the records give and that is another in a STATEMENT.
    private static func difference(_ kept: Statement, _ history: RegisterHistory) -> String? {
        let none = BundleTotals(files: 0, filesBytes: 0, manifest: SHA256.empty, controls: nil)
        guard let expected = Statement(of: history, none) else { return StatementField.export.rawValue }
        let unknown: Set<StatementField> = [.files, .filesBytes, .manifestSHA256, .entries, .postings, .debitCents]
        return StatementField.allCases.first {
            !unknown.contains($0) && !kept[$0].utf8.elementsEqual(expected[$0].utf8)
        }?.rawValue
    }

    private func checkPredecessor(_ opened: ExportOpened, _ reading: Reading) {
        guard let kept = reading.kept, opened.number == kept.number + 1, opened.previousStatement != kept.sha256
        else { return }
        report.add(
            .storedStatementOther, ["register": reading.name, "number": String(kept.number)], register: reading.name,
            record: reading.history.size)
    }

    func refuseForeignStatements(_ connection: any SQLConnection) throws {
        try connection.forEach(
            """
            SELECT s.register, s.number FROM main.statement s WHERE NOT EXISTS (
                SELECT 1 FROM replayed.export e WHERE e.register = s.register AND e.number = s.number)
            ORDER BY s.register, s.number LIMIT ?
            """, [.integer(BookCheck.mostRows)]
        ) { row in
            let name = BookCheck.name(of: row.int(0))
            report.add(
                .storedStatementForeign, ["register": name ?? row.string(0), "number": row.string(1)],
                register: name)
        }
    }

    static func name(of number: Int64) -> String? {
        (1...Int64(RegisterName.all.count)).contains(number) ? RegisterName.all[Int(number) - 1] : nil
    }
}
