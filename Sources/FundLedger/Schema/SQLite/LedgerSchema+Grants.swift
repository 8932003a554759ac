extension LedgerSchema {
    /// What version 4 of a book's schema adds: control accounts, programmes, recipients. FORMAT.md, section 19.
    ///
    /// What a programme or a recipient says lies in its latest record.
    public static let registry = """
        CREATE TABLE control_account (
            register INTEGER NOT NULL, purpose TEXT NOT NULL, account TEXT NOT NULL, sequence INTEGER NOT NULL,
            PRIMARY KEY (register, purpose)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE program (
            register INTEGER NOT NULL, code TEXT NOT NULL, sequence INTEGER NOT NULL, PRIMARY KEY (register, code)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE recipient (
            register INTEGER NOT NULL, recipient TEXT NOT NULL, added INTEGER NOT NULL, sequence INTEGER NOT NULL,
            PRIMARY KEY (register, recipient)
        ) STRICT, WITHOUT ROWID;
        """

    /// The whole of version 4.
    static let grantsAndPayments = registry

    /// What each version after the first adds, in order.
    public static let later = [budgets, transfers, grantsAndPayments]
}
