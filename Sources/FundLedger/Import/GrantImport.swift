import AuditTrail
import ReferenceData
import TabularImport

/// An import of an existing register of grants from a delimited file: one batch, all or nothing, streaming.
///
/// Each grant stands as *imported*, an award accepted and payable in full: a payment that the file does not say is not
/// invented. Recipients that the fund does not know are added under their name; a person's name is never written.
public struct GrantImport {
    /// What an import did.
    public struct Outcome: Sendable, Equatable {
        public var rows: Int64 = 0
        public var grants: Int64 = 0
        /// Recipients that the fund did not know.
        public var recipients: Int64 = 0
        /// Sum of the amounts, in cents.
        public var cents: Int64 = 0
        /// Grants that the fund knew already by their source.
        public var known: Int64 = 0
        /// Rows that the map says to skip.
        public var skipped: Int64 = 0
        public var firstGrant: GrantID?
        public var lastGrant: GrantID?
        /// Rows whose recipient has another name in the fund, the first of them, and how many there are.
        public var otherNames: [OtherName] = []
        public var otherNameCount: Int64 = 0
        /// Grants above the first rung of the ladder, by the authority that approves such ones: no record says that it did.
        public var aboveFirstRung: [GrantAuthority: Int64] = [:]
    }

    /// A row that names a recipient otherwise than the fund does. The fund's name stays.
    public struct OtherName: Sendable, Equatable {
        /// The line where the row begins.
        public let line: Int
        public let recipient: String
        public let known: String
        public let found: String
    }

    private let reading: ImportReading

    public var map: ImportMap { reading.map }
    public var fileName: String { reading.fileName }
    public var fileHash: Digest { reading.fileHash }

    /// `fileHash`: SHA-256 of the file's bytes. `problemLimit`: bad rows, and other names, listed at most.
    public init(map: ImportMap, fileName: String, fileHash: Digest, problemLimit: Int = 50) {
        reading = ImportReading(map: map, fileName: fileName, fileHash: fileHash, problemLimit: problemLimit)
    }

    /// The same file by the same map into the same register is the same request.
    public func idempotencyKey(register: Digest) -> String { reading.idempotencyKey(register: register) }

    /// Reads the file and imports its grants. `progress` is given the number of grants so far.
    ///
    /// Throws `ImportRefusal` where a row cannot be taken (E-GRI, E-PRG-002, E-GRT, E-ENV, E-YEA, E-ACC, E-JRN codes): the
    /// caller's transaction is then rolled back whole.
    public func run(
        _ source: any ByteSource, in session: RegisterSession, progress: (Int64) -> Void = { _ in }
    ) throws -> Outcome {
        let rows = try GrantRows(session, fileName: fileName, map: map, listed: reading.problemLimit)
        let count = try reading.forEachItem(source) { item in
            try rows.take(item)
            if rows.outcome.grants & 0x3FF == 0 { progress(rows.outcome.grants) }
        }
        var outcome = rows.outcome
        outcome.rows = count.rows
        outcome.skipped = count.skipped
        // A grant has just one entry.
        if outcome.grants > 0 {
            try session.append(reading.record(entries: outcome.grants, known: outcome.known, of: count))
        }
        return outcome
    }
}

/// Takes the rows of one import, one by one.
private final class GrantRows {
    private let grants: Grants
    private let recipients: Recipients
    private let listed: Int
    /// Where a person's name may not stand, folded: the file's name and the map.
    private let file: [UInt8]
    private let map: [UInt8]
    /// The recipients met, by identifier.
    private var names: [String: RecipientName] = [:]
    var outcome = GrantImport.Outcome()

    init(_ session: RegisterSession, fileName: String, map: ImportMap, listed: Int) throws {
        grants = try Grants(session)
        recipients = Recipients(session)
        self.listed = listed
        file = FoldedText.fold(fileName)
        self.map = FoldedText.fold(String(decoding: map.compiled, as: UTF8.self))
    }

    func take(_ item: MappedItem) throws {
        typealias Field = GrantImportTarget.Field
        let source = item.sourceKey.map { String(decoding: $0, as: UTF8.self) }
        if let source, try grants.workspace.journal.knowsSource(source) {
            outcome.known += 1
            return
        }
        let title = item.string(Field.title)
        let id = try GrantImportTarget.recipient(item.string(Field.recipient))
        try enter(id, item.has(Field.name) ? item.string(Field.name) : nil, title: title, source: source, line: item.line)
        let opening = GrantOpening(program: item.string(Field.program), recipient: id, title: title)
        let imported: GrantImported
        do {
            imported = try grants.importGrant(
                item.amount(Field.amount), opening, envelope: item.has(Field.envelope) ? item.string(Field.envelope) : nil,
                row: Int64(item.line), source: source, Grants.Notes(on: item.date(Field.date)))
        } catch {
            // The row makes the import be refused whole; those after it are judged for their own faults.
            grants.workspace.budgets.awaited = []
            throw error
        }
        outcome.grants += 1
        outcome.cents = try Cents(outcome.cents).adding(Cents(imported.amount)).value
        outcome.firstGrant = outcome.firstGrant ?? imported.grant
        outcome.lastGrant = imported.grant
        let authority = GrantAuthority.required(
            total: imported.amount, norms: try grants.workspace.program(opening.program).norms, fund: imported.grant.fund)
        if authority != .direction { outcome.aboveFirstRung[authority, default: 0] += 1 }
    }

    /// Sees that the fund knows the recipient of a row. Refuses: E-GRI-002 … E-GRI-004.
    private func enter(_ id: String, _ name: String?, title: String, source: String?, line: Int) throws {
        guard let known = try known(id) else {
            guard !RecipientID.isPerson(id) else {
                throw GrantImportError(.personNotEntered, ["recipient": id, "fund": grants.budget.journal.fund.rawValue])
            }
            guard let name else { throw GrantImportError(.nameMissing, ["recipient": id]) }
            try recipients.add(id, .name(name))
            names[id] = .name(name)
            outcome.recipients += 1
            return
        }
        if let subject = known.subject {
            let kept = try recipients.session.values(of: subject)["name"]
            for person in [kept, name].compactMap({ $0 }) { try requireUnnamed(person, id, title: title, source: source) }
        } else if let name, let organisation = known.organisation, name != organisation {
            outcome.otherNameCount += 1
            guard outcome.otherNames.count < listed else { return }
            outcome.otherNames.append(.init(line: line, recipient: id, known: organisation, found: name))
        }
    }

    private func known(_ id: String) throws -> RecipientName? {
        if let name = names[id] { return name }
        guard try recipients.sequence(of: id) != nil else { return nil }
        let name = try recipients.recipient(id).name
        names[id] = name
        return name
    }

    /// Refuses a person's name in what the records would keep: E-GRI-003.
    private func requireUnnamed(_ person: String, _ id: String, title: String, source: String?) throws {
        let name = FoldedText.fold(person)
        // Fewer letters stand in many words.
        guard name.count >= 4 else { return }
        let parts = [
            ("title", FoldedText.fold(title)), ("source", FoldedText.fold(source ?? "")), ("file", file), ("map", map),
        ]
        for (part, text) in parts where text.contains(name) {
            throw GrantImportError(.personNamed, ["recipient": id, "part": part])
        }
    }
}
