extension LedgerSchema {
    /// Payments and where they go. FORMAT.md, section 19.5.
    static let payments = """
        CREATE TABLE recipient_bank (
            register INTEGER NOT NULL, recipient TEXT NOT NULL, subject TEXT NOT NULL, sequence INTEGER NOT NULL,
            PRIMARY KEY (register, recipient)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE payment (
            register INTEGER NOT NULL, number INTEGER NOT NULL, record INTEGER NOT NULL, payable INTEGER NOT NULL,
            grant_number INTEGER NOT NULL, recipient TEXT NOT NULL, bank TEXT NOT NULL, amount_cents INTEGER NOT NULL,
            issued INTEGER NOT NULL, state TEXT NOT NULL, state_day INTEGER NOT NULL, state_record INTEGER NOT NULL,
            PRIMARY KEY (register, number)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX payment_outstanding ON payment (register, number) WHERE state = 'issued';
        CREATE INDEX payment_by_record ON payment (register, record);
        CREATE INDEX payment_by_grant ON payment (register, grant_number);
        """
}
