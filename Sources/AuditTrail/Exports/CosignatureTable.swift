import Storage

/// Cosignatures that came back from witnesses, kept beside the records: each export written later carries its own.
enum CosignatureTable {
    struct Row {
        let name: String
        let key: PublicKey
        /// Seconds since 1970.
        let seconds: Int64
        /// The bytes of the note.
        let note: [UInt8]
    }

    /// Those of an export, by name. Refuses: E-AUD-029 where a row is not what was written.
    static func kept(_ register: Int64, _ number: Int64, in connection: any SQLConnection) throws -> [Row] {
        try connection.query(
            "SELECT name, key, seconds, note FROM cosignature WHERE register = ? AND number = ? ORDER BY name",
            [.integer(register), .integer(number)]
        ) { row in
            guard let key = try? PublicKey(hex: row.string(1)) else {
                throw AuditError(
                    .projectionBroken, ["table": "cosignature", "row": "\(register)/\(number)/\(row.string(0))"])
            }
            return Row(name: row.string(0), key: key, seconds: row.int(2), note: row.bytes(3))
        }
    }

    /// The keys that witnesses are known by in this book.
    static func knownKeys(in connection: any SQLConnection) throws -> [PublicKey] {
        try connection.query("SELECT DISTINCT key FROM cosignature ORDER BY key") { try PublicKey(hex: $0.string(0)) }
    }

    static func keep(_ row: Row, _ register: Int64, _ number: Int64, in connection: any SQLConnection) throws {
        try connection.run(
            """
            INSERT INTO cosignature (register, number, name, key, seconds, note) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
            ON CONFLICT (register, number, name) DO UPDATE SET seconds = ?5, note = ?6 WHERE key = ?4
            """,
            .integer(register), .integer(number), .text(row.name), .text(row.key.hex), .integer(row.seconds),
            .text(String(decoding: row.note, as: UTF8.self)))
    }
}
