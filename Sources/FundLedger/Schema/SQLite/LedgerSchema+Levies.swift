extension LedgerSchema {
    /// What version 4 of a book's schema adds for levies, earmarked revenue and fees. FORMAT.md, section 19.6.
    ///
    /// `levy_act` has what each estimate and each part of a remittance changed. An earmark's `expires` is that of its
    /// envelope, which is warned of.
    static let levies = """
        CREATE TABLE levy_year (
            register INTEGER NOT NULL, year INTEGER NOT NULL, estimated_cents INTEGER NOT NULL,
            remitted_cents INTEGER NOT NULL, fees_cents INTEGER NOT NULL, receivable_cents INTEGER NOT NULL,
            PRIMARY KEY (register, year)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE levy_act (
            register INTEGER NOT NULL, sequence INTEGER NOT NULL, year INTEGER NOT NULL, amount_cents INTEGER NOT NULL,
            fees_cents INTEGER NOT NULL, receivable_cents INTEGER NOT NULL, revenue_cents INTEGER NOT NULL,
            PRIMARY KEY (register, sequence, year)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE earmark (
            register INTEGER NOT NULL, sequence INTEGER NOT NULL, expires INTEGER NOT NULL,
            left_cents INTEGER NOT NULL, PRIMARY KEY (register, sequence)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX earmark_left ON earmark (register, expires) WHERE left_cents > 0;
        CREATE TABLE earmark_release (
            register INTEGER NOT NULL, earmark INTEGER NOT NULL, sequence INTEGER NOT NULL,
            PRIMARY KEY (register, earmark, sequence)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE fee (
            register INTEGER NOT NULL, invoice TEXT NOT NULL, sequence INTEGER NOT NULL, left_cents INTEGER NOT NULL,
            PRIMARY KEY (register, invoice)
        ) STRICT, WITHOUT ROWID;
        """
}
