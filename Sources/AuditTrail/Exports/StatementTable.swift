import Storage

/// The STATEMENTs that were written, kept beside the records: the next export names the hash of the last one.
enum StatementTable {
    /// The statement kept for an export; nil where there is none. Refuses: E-BUN-028 where it is damaged.
    static func kept(
        _ register: String, _ number: Int64, in connection: any SQLConnection
    ) throws -> SignedStatement? {
        try connection.first(
            "SELECT text, signature FROM statement WHERE register = ? AND number = ?",
            [.integer(RegisterName.number(register) ?? 0), .integer(number)]
        ) { row in
            let text = row.bytes(0)
            return SignedStatement(statement: try Statement(parsing: text), text: text, signature: row.bytes(1))
        }
    }

    /// Keeps a statement. Refuses: E-BUN-006 where another one is kept for the same export.
    static func keep(_ signed: SignedStatement, in book: Book) throws {
        let register = signed.statement.register
        let number = signed.statement.export
        if let kept = try book.read({ try StatementTable.kept(register, number, in: $0.connection) }) {
            return try refuse(signed, unlike: kept)
        }
        try book.store.write { connection in
            try connection.run(
                "INSERT OR IGNORE INTO statement (register, number, text, signature) VALUES (?, ?, ?, ?)",
                .integer(RegisterName.number(register) ?? 0), .integer(number),
                .text(String(decoding: signed.text, as: UTF8.self)), .blob(signed.signature))
            if let kept = try StatementTable.kept(register, number, in: connection) { try refuse(signed, unlike: kept) }
            return ((), .commit)
        }
    }

    private static func refuse(_ signed: SignedStatement, unlike kept: SignedStatement) throws {
        guard signed.text != kept.text || signed.signature != kept.signature else { return }
        let field = StatementField.allCases.first { signed.statement[$0] != kept.statement[$0] }
        throw AuditError(
            .exportDiffers,
            [
                "register": signed.statement.register, "number": String(signed.statement.export),
                "field": field?.rawValue ?? "signature",
            ])
    }
}
