/// The settings of a connection, each for its reason (https://www.sqlite.org/pragma.html).
enum SQLiteSettings {
    /// For a file without content, before anything else. Text must be UTF-8: its bytes are read as they lie.
    static let newFile = """
        PRAGMA page_size = 8192;
        PRAGMA encoding = 'UTF-8';
        PRAGMA auto_vacuum = NONE;

        """

    /// For a store that lasts. A commit is on the disk when it returns (FULL). Deleted content is overwritten
    /// (secure_delete), for erasure. The cache is 16 MiB at most: what a larger transaction changes spills
    /// into the log, on the disk, as temporary tables do (an import of 600 000 entries took no longer than with 64). After a bulk load the log shrinks to 64 MiB.
    static let lasting = """
        PRAGMA synchronous = FULL;
        PRAGMA cache_size = -16384;
        PRAGMA temp_store = FILE;
        PRAGMA secure_delete = ON;
        PRAGMA wal_autocheckpoint = 2000;
        PRAGMA journal_size_limit = 67108864;

        """

    /// For a store that is thrown away. The journal is in memory rather than off, because without one a
    /// rollback leaves the file in pieces; it holds only pages that were there before the transaction, so
    /// that a replay into an empty store writes none.
    static let passing = """
        PRAGMA journal_mode = MEMORY;
        PRAGMA synchronous = OFF;
        PRAGMA cache_size = -65536;
        PRAGMA temp_store = FILE;
        PRAGMA secure_delete = OFF;

        """

    /// Kept in the file: readers go on while one process writes.
    static let logMode = "PRAGMA journal_mode = WAL"
}
