import Storage

/// What pairing needs of a bundle, kept beside its replayed records: halves of pairs, and batches that name siblings.
enum PairingTables {
    static let sqlite = """
        CREATE TABLE pairing_half (
            sequence INTEGER PRIMARY KEY, batch INTEGER NOT NULL, name TEXT NOT NULL, register TEXT NOT NULL,
            other_name TEXT NOT NULL, common TEXT NOT NULL, amount_cents INTEGER, reverses TEXT
        ) STRICT;
        CREATE INDEX pairing_half_by_name ON pairing_half (name);
        CREATE TABLE pairing_sibling (
            batch INTEGER NOT NULL, register TEXT NOT NULL, content_root TEXT NOT NULL, other_batch INTEGER NOT NULL,
            other_root TEXT NOT NULL, sequence INTEGER NOT NULL, PRIMARY KEY (batch, register)
        ) STRICT, WITHOUT ROWID;
        """

    /// Writes the rows while the records go by.
    final class Keeper {
        private let connection: any SQLConnection
        private let reader: (any PairReader)?

        init(_ connection: any SQLConnection, _ reader: (any PairReader)?) {
            self.connection = connection
            self.reader = reader
        }

        /// `history`: with this record already in it.
        func take(_ record: any Record, _ history: RegisterHistory) throws {
            if let seal = record as? BatchSealed { return try take(seal, history) }
            guard let half = reader?.take(record) else { return }
            try connection.run(
                """
                INSERT INTO pairing_half (sequence, batch, name, register, other_name, common, amount_cents, reverses)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                """,
                .integer(history.size), .integer(history.batches + 1), .text(half.name), .text(half.register.hex),
                .text(half.otherName), .text(half.common), half.amountCents.map { .integer($0) } ?? .null,
                half.reverses.map { .text($0) } ?? .null)
        }

        private func take(_ seal: BatchSealed, _ history: RegisterHistory) throws {
            for sibling in seal.siblings {
                try connection.run(
                    """
                    INSERT OR REPLACE INTO pairing_sibling (batch, register, content_root, other_batch, other_root, sequence)
                    VALUES (?, ?, ?, ?, ?, ?)
                    """,
                    .integer(history.batches), .text(sibling.register.hex), .text(seal.contentRoot.hex),
                    .integer(sibling.batch), .text(sibling.contentRoot.hex), .integer(history.size))
            }
        }
    }
}
