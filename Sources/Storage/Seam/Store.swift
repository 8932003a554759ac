/// A database that several processes may use at once.
///
/// One store has one connection, used by one thread at a time; other threads wait. Using a store inside its
/// own closure stops the program.
public protocol Store: AnyObject, Sendable {
    /// Runs `body` in one read transaction, which sees one snapshot from its first query to its end while
    /// other processes write.
    ///
    /// Errors of `body` are rethrown unchanged.
    func read<T>(_ body: (any SQLConnection) throws -> T) throws -> T

    /// Like ``read(_:)``, with the tables of another store under `name`, as in `name.table`.
    ///
    /// `name` is lower-case ASCII letters and is neither `main` nor `temp`. The two snapshots are each
    /// taken at the first query of their store. `other` must not be in use by this thread.
    func read<T>(
        attaching other: any Store, as name: String, _ body: (any SQLConnection) throws -> T
    ) throws -> T

    /// Runs `body` in a transaction that holds the write lock from its beginning.
    ///
    /// Waits for other writers up to the store's limit, then refuses with E-STO-001. When `body` throws,
    /// everything is rolled back and its error is rethrown unchanged. A store opened for reading refuses
    /// with E-STO-003.
    func write<T>(_ body: (any SQLConnection) throws -> (T, TransactionEnding)) throws -> T

    /// Copies the store into a new file of mode 0600 while other processes write, and checks the copy.
    ///
    /// Refuses an existing file (E-STO-009) and a copy that fails its check (E-STO-018); then no file is left.
    func backup(to path: String) throws

    /// Moves everything from the write-ahead log into the file and empties the log, alone.
    ///
    /// Refuses with E-STO-001 while another process reads an older snapshot or writes: then what was erased
    /// may still lie in the log.
    func truncateLog() throws

    /// Makes sure that nothing deleted is left in the store's files, and closes the store, which is used no more.
    ///
    /// Empties the write-ahead log, alone, and looks for the byte strings in the file; where one of at least
    /// 6 bytes is found, or none is given, the file is rewritten (deleted content may stay in the unused part of a page
    /// that was split). Returns whether the `unique` ones, which no row that stays can hold, are gone then.
    /// Refuses with E-STO-001 while another process reads an older snapshot or writes.
    func closeForgetting(_ traces: [[UInt8]], unique: [[UInt8]]) throws -> Bool

    /// What the engine finds wrong in the structure of the file, at most `limit` lines; empty when sound.
    func integrityProblems(limit: Int) throws -> [String]

    /// The tables, indexes, triggers and views, in order of type and name.
    func schemaObjects() throws -> [SchemaObject]

    /// The file of the store, as it was given.
    var path: String { get }
}
