import Storage

/// What opens an export.
public struct ExportOrder {
    public let register: String
    /// The acting person's key.
    public let key: PrivateKey
    /// TIME.
    public let now: String
    /// Name and version of the program: 1–64 printable ASCII characters.
    public let software: String
    /// Ledger keys of the register, the one in force among them (and former ones, where an unwritten export needs them).
    public let ledgerKeys: [PrivateKey]
    public let isDryRun: Bool
    public let memory: (any HeadMemory)?

    public init(
        register: String, key: PrivateKey, now: String, software: String, ledgerKeys: [PrivateKey],
        isDryRun: Bool = false, memory: (any HeadMemory)? = nil
    ) {
        self.register = register
        self.key = key
        self.now = now
        self.software = software
        self.ledgerKeys = ledgerKeys
        self.isDryRun = isDryRun
        self.memory = memory
    }
}

/// Which export is to be written, and whether it was opened now.
public struct OpenedExport: Sendable, Equatable {
    public let place: ExportPlace
    /// False where no record followed the last export, so that its number serves again.
    public let isNew: Bool
}

/// The exports of a book's registers. FORMAT.md, section 10.
public enum BundleExport {
    /// Opens an export: a new number where records follow the last one, the last number again where none do.
    ///
    /// Refuses: E-BUN-008; E-BUN-004 where the ledger key is missing, before anything is written; what `Book.write`
    /// refuses.
    public static func open(_ book: Book, _ order: ExportOrder) throws -> OpenedExport {
        guard Grammar.isSoftware(order.software) else {
            throw AuditError(.exportSoftware, ["software": order.software])
        }
        let (head, last) = try book.read { reading in
            let session = try reading.register(order.register)
            return (session.register, try session.lastExport())
        }
        if let last, last.size == head.size { return OpenedExport(place: last, isNew: false) }
        guard order.ledgerKeys.contains(where: { $0.publicKey == head.ledgerKey }) else {
            throw AuditError(.ledgerKeyNeeded, ["register": order.register, "key": head.ledgerKey.hex])
        }
        let previous = try last.map { try statement(book, order.register, $0, order.ledgerKeys).sha256 }
        return try append(book, order, after: last, previous, head)
    }

    /// Appends `export.opened/1`, unless another process did so meanwhile.
    private static func append(
        _ book: Book, _ order: ExportOrder, after last: ExportPlace?, _ previous: Digest?, _ head: RegisterHead
    ) throws -> OpenedExport {
        let number = (last?.number ?? 0) + 1
        let asked = "fundctl/export/v1\n\(head.id.hex)\n\(number)\n"
        let written = try book.write(
            WriteOrder(
                key: order.key, registers: [order.register], now: order.now,
                idempotencyKey: "export-\(number)-\(head.root.hex.prefix(16))",
                contentHash: SHA256.hash(Array(asked.utf8)), isDryRun: order.isDryRun, memory: order.memory)
        ) { transaction -> OpenedExport? in
            let session = try transaction.register(order.register)
            let newest = try session.lastExport()
            if let newest, newest.size == session.register.size { return OpenedExport(place: newest, isNew: false) }
            guard newest == last else { return nil }
            let opened = ExportOpened(
                number: number, previousStatement: previous, software: order.software, time: order.now)
            return OpenedExport(
                place: ExportPlace(number: number, sequence: try session.append(opened)), isNew: true)
        }
        if case .done(let opened?, _, _) = written { return opened }
        return try open(book, order)
    }

    /// Writes an export, new or old, as a folder that appears whole or not at all.
    ///
    /// `number`: nil for the newest. `documents`: where the file of a document lies, nil to leave it out. Refuses: E-BUN-001
    /// … E-BUN-009.
    public static func write(
        _ book: Book, register: String, number: Int64? = nil, ledgerKeys: [PrivateKey], to path: String,
        documents: @escaping (Digest) throws -> String? = { _ in nil }
    ) throws -> SignedStatement {
        let folder = try NewFolder(target: path)
        let signed = try book.read { reading -> SignedStatement in
            let session = try reading.register(register)
            let place = try number.map { try session.export($0) } ?? session.lastExport()
            guard let place else {
                throw AuditError(.exportUnknown, ["register": register, "number": number.map(String.init) ?? "1"])
            }
            var writer = BundleWriter(
                session: session, place: place, deriver: book.layout.deriver(register), ledgerKeys: ledgerKeys,
                output: BundleOutput(folder: folder))
            writer.documents = documents
            return try writer.write()
        }
        try StatementTable.keep(signed, in: book)
        try folder.place()
        return signed
    }

    /// The signed STATEMENT of an export: as kept, or made again where its writing was cut short.
    static func statement(
        _ book: Book, _ register: String, _ place: ExportPlace, _ ledgerKeys: [PrivateKey]
    ) throws -> SignedStatement {
        let kept = try book.read { try StatementTable.kept(register, place.number, in: $0.connection) }
        if let kept {
            // By a key that is or was the register's: nobody without one made it.
            let keys = try book.read { reading in
                try reading.connection.query(
                    "SELECT key FROM ledger_key WHERE register = ?", [.integer(RegisterName.number(register) ?? 0)]
                ) { try PublicKey(hex: $0.string(0)) }
            }
            let isGenuine = keys.contains { $0.isValid(signature: kept.signature, over: kept.text) }
            guard isGenuine, kept.statement.export == place.number, kept.statement.extent.size == place.size else {
                throw AuditError(
                    .exportDiffers, ["register": register, "number": String(place.number), "field": "signature"])
            }
            return kept
        }
        let made = try book.read { reading -> SignedStatement in
            var writer = BundleWriter(
                session: try reading.register(register), place: place, deriver: book.layout.deriver(register),
                ledgerKeys: ledgerKeys, output: BundleOutput(folder: nil))
            return try writer.write()
        }
        try StatementTable.keep(made, in: book)
        return made
    }
}
