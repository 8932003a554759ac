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

    /// Grants: what their steps in force give, by grant, year and payable, for lists and sums; and the steps themselves.
    ///
    /// A step's `payable` is 0 but where it befalls a payable; `kind` is then `settled`, `paid` or `rejected`, else the
    /// record's. `undone` is the record that takes the step back.
    static let grants = """
        CREATE TABLE grant_file (
            register INTEGER NOT NULL, number INTEGER NOT NULL, opened INTEGER NOT NULL, program TEXT NOT NULL,
            recipient TEXT NOT NULL, title TEXT NOT NULL, state TEXT NOT NULL, applied INTEGER NOT NULL, signed INTEGER,
            name TEXT, requested_cents INTEGER NOT NULL, approved_cents INTEGER NOT NULL,
            agreement_cents INTEGER NOT NULL, accepted_cents INTEGER NOT NULL, advanced_cents INTEGER NOT NULL,
            advance_used_cents INTEGER NOT NULL, held_back_cents INTEGER NOT NULL, payable_cents INTEGER NOT NULL,
            paid_cents INTEGER NOT NULL, accrued_cents INTEGER NOT NULL, recovered_cents INTEGER NOT NULL,
            recoverable_cents INTEGER NOT NULL, reserved_cents INTEGER NOT NULL, committed_cents INTEGER NOT NULL,
            spent_cents INTEGER NOT NULL, PRIMARY KEY (register, number)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX grant_file_by_state ON grant_file (register, state, number);
        CREATE INDEX grant_file_by_program ON grant_file (register, program, number);
        CREATE INDEX grant_file_by_recipient ON grant_file (register, recipient, number);
        CREATE INDEX grant_file_accrued ON grant_file (register, number) WHERE accrued_cents <> 0;
        CREATE TABLE grant_plan (
            register INTEGER NOT NULL, grant_number INTEGER NOT NULL, year INTEGER NOT NULL,
            planned_cents INTEGER NOT NULL, envelope TEXT, held_cents INTEGER NOT NULL, spent_cents INTEGER NOT NULL,
            PRIMARY KEY (register, grant_number, year)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX grant_plan_by_year ON grant_plan (register, year, grant_number);
        CREATE TABLE grant_step (
            register INTEGER NOT NULL, grant_number INTEGER NOT NULL, sequence INTEGER NOT NULL, payable INTEGER NOT NULL,
            kind TEXT NOT NULL, amount_cents INTEGER NOT NULL, day INTEGER NOT NULL, undone INTEGER,
            PRIMARY KEY (register, grant_number, sequence, payable)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE payable (
            register INTEGER NOT NULL, sequence INTEGER NOT NULL, grant_number INTEGER NOT NULL, kind TEXT NOT NULL,
            day INTEGER NOT NULL, amount_cents INTEGER NOT NULL, offset_cents INTEGER NOT NULL,
            paid_cents INTEGER NOT NULL, left_cents INTEGER NOT NULL, PRIMARY KEY (register, sequence)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX payable_due ON payable (register, day, sequence) WHERE left_cents > 0;
        CREATE INDEX payable_by_grant ON payable (register, grant_number);
        """

    /// The whole of version 4.
    static let grantsAndPayments = registry + grants + payments + levies

    /// What each version after the first adds, in order.
    public static let later = [budgets, transfers, grantsAndPayments]
}
