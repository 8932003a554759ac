/// The tables of AuditTrail in SQLite's dialect. `record` is the truth; of the others, `subject_secret`, `statement` and
/// `cosignature` are kept beside it (FORMAT.md, section 14) and all the rest is rebuilt from it.
public enum AuditSchema {
    public static let sqlite = """
        CREATE TABLE register (
            number INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, register_id TEXT NOT NULL UNIQUE,
            origin TEXT NOT NULL, ledger_key TEXT NOT NULL, recovery_key TEXT NOT NULL, template TEXT,
            size INTEGER NOT NULL, batches INTEGER NOT NULL, time TEXT NOT NULL, frontier BLOB NOT NULL
        ) STRICT;
        CREATE TABLE record (id INTEGER PRIMARY KEY, line TEXT NOT NULL) STRICT;
        CREATE TRIGGER record_is_never_changed BEFORE UPDATE ON record
        BEGIN SELECT RAISE(ABORT, 'a record is never changed'); END;
        CREATE TRIGGER record_is_never_removed BEFORE DELETE ON record
        BEGIN SELECT RAISE(ABORT, 'a record is never removed'); END;
        CREATE TRIGGER record_is_never_replaced BEFORE INSERT ON record
        WHEN EXISTS (SELECT 1 FROM record WHERE id = NEW.id)
        BEGIN SELECT RAISE(ABORT, 'a record is never replaced'); END;
        CREATE TABLE batch (
            register INTEGER NOT NULL, batch INTEGER NOT NULL, first INTEGER NOT NULL, count INTEGER NOT NULL,
            key TEXT NOT NULL, time TEXT NOT NULL, idempotency_key TEXT NOT NULL, content_hash TEXT NOT NULL,
            PRIMARY KEY (register, batch)
        ) STRICT, WITHOUT ROWID;
        CREATE UNIQUE INDEX batch_by_idempotency_key ON batch (register, idempotency_key);
        CREATE UNIQUE INDEX batch_by_first ON batch (register, first);
        CREATE TABLE person (
            register INTEGER NOT NULL, name TEXT NOT NULL, key TEXT NOT NULL, since INTEGER NOT NULL,
            PRIMARY KEY (register, name), UNIQUE (register, key)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE role (
            register INTEGER NOT NULL, person TEXT NOT NULL, role TEXT NOT NULL, scope TEXT NOT NULL,
            since INTEGER NOT NULL, PRIMARY KEY (register, person, role, scope)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE ledger_key (
            register INTEGER NOT NULL, key TEXT NOT NULL, since INTEGER NOT NULL, PRIMARY KEY (register, key)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE proposal (
            register INTEGER NOT NULL, sequence INTEGER NOT NULL, kind TEXT NOT NULL, batch INTEGER NOT NULL,
            state TEXT NOT NULL, PRIMARY KEY (register, sequence)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE mark (
            register INTEGER NOT NULL, mark TEXT NOT NULL, sequence INTEGER NOT NULL,
            PRIMARY KEY (register, mark, sequence)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE document (
            register INTEGER NOT NULL, sha256 TEXT NOT NULL, sequence INTEGER NOT NULL,
            PRIMARY KEY (register, sha256)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE subject (
            register INTEGER NOT NULL, subject TEXT NOT NULL, sequence INTEGER NOT NULL, erased INTEGER,
            PRIMARY KEY (register, subject)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE subject_secret (
            register INTEGER NOT NULL, subject TEXT NOT NULL, field TEXT NOT NULL, salt BLOB NOT NULL,
            value TEXT NOT NULL, PRIMARY KEY (register, subject, field)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE export (
            register INTEGER NOT NULL, number INTEGER NOT NULL, sequence INTEGER NOT NULL,
            PRIMARY KEY (register, number)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE statement (
            register INTEGER NOT NULL, number INTEGER NOT NULL, text TEXT NOT NULL, signature BLOB NOT NULL,
            PRIMARY KEY (register, number)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE cosignature (
            register INTEGER NOT NULL, number INTEGER NOT NULL, name TEXT NOT NULL, key TEXT NOT NULL,
            seconds INTEGER NOT NULL, note TEXT NOT NULL, PRIMARY KEY (register, number, name)
        ) STRICT, WITHOUT ROWID;
        """

    /// The tables that are not rebuilt from records. FORMAT.md, section 14.
    public static let uncommitted: Set<String> = ["subject_secret", "statement", "cosignature"]
}
