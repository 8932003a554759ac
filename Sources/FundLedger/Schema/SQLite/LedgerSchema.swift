/// The tables of FundLedger in SQLite's dialect. All of them are rebuilt from records.
///
/// An account's `id` is the register's number above 32 bits of the order of opening; an entry's is the register's number,
/// the start year and the number. `posting` holds what a general ledger lists, no more: the text lies in the record.
public enum LedgerSchema {
    public static let sqlite = """
        CREATE TABLE account (
            id INTEGER PRIMARY KEY, register INTEGER NOT NULL, code TEXT NOT NULL, name TEXT NOT NULL, name_en TEXT,
            class TEXT NOT NULL, line TEXT, opened INTEGER NOT NULL, closed INTEGER,
            debit_cents INTEGER NOT NULL, credit_cents INTEGER NOT NULL, UNIQUE (register, code)
        ) STRICT;
        CREATE TABLE fiscal_year (
            register INTEGER NOT NULL, year INTEGER NOT NULL, budget TEXT NOT NULL, opened INTEGER NOT NULL,
            last_number INTEGER NOT NULL, PRIMARY KEY (register, year)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE entry (
            id INTEGER PRIMARY KEY, register INTEGER NOT NULL, sequence INTEGER NOT NULL, day INTEGER NOT NULL,
            reversed_by INTEGER, annulled INTEGER
        ) STRICT;
        CREATE INDEX entry_by_day ON entry (register, day);
        CREATE TABLE posting (
            account INTEGER NOT NULL, day INTEGER NOT NULL, entry INTEGER NOT NULL, position INTEGER NOT NULL,
            amount_cents INTEGER NOT NULL, PRIMARY KEY (account, day, entry, position)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE account_day (
            account INTEGER NOT NULL, day INTEGER NOT NULL, debit_cents INTEGER NOT NULL,
            credit_cents INTEGER NOT NULL, PRIMARY KEY (account, day)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE account_period (
            account INTEGER NOT NULL, period INTEGER NOT NULL, debit_cents INTEGER NOT NULL,
            credit_cents INTEGER NOT NULL, PRIMARY KEY (account, period)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE entry_reference (
            register INTEGER NOT NULL, hash INTEGER NOT NULL, entry INTEGER NOT NULL,
            PRIMARY KEY (register, hash, entry)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE entry_source (
            register INTEGER NOT NULL, source TEXT NOT NULL, entry INTEGER NOT NULL, PRIMARY KEY (register, source)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE fund_total (
            register INTEGER PRIMARY KEY, entries INTEGER NOT NULL, postings INTEGER NOT NULL,
            debit_cents INTEGER NOT NULL
        ) STRICT;
        """

    /// What version 2 of a book's schema adds: the budgets. FORMAT.md, section 18.
    ///
    /// An envelope's `id` is the register's number above 32 bits of the order of opening; a commitment has the id of its
    /// entry. `bound_entry` says which act an entry belongs to.
    public static let budgets = """
        CREATE TABLE envelope (
            id INTEGER PRIMARY KEY, register INTEGER NOT NULL, year INTEGER NOT NULL, code TEXT NOT NULL, parent TEXT,
            name TEXT NOT NULL, expires INTEGER, opened INTEGER NOT NULL, initial_cents INTEGER NOT NULL,
            revised_cents INTEGER NOT NULL, in_cents INTEGER NOT NULL, out_cents INTEGER NOT NULL,
            authorised_cents INTEGER NOT NULL, available_cents INTEGER NOT NULL, reserved_cents INTEGER NOT NULL,
            committed_cents INTEGER NOT NULL, spent_cents INTEGER NOT NULL, UNIQUE (register, year, code)
        ) STRICT;
        CREATE TABLE envelope_attribute (
            envelope INTEGER NOT NULL, name TEXT NOT NULL, value TEXT NOT NULL, PRIMARY KEY (envelope, name)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE envelope_entry (
            envelope INTEGER NOT NULL, entry INTEGER NOT NULL, PRIMARY KEY (envelope, entry)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE budget_year (
            register INTEGER NOT NULL, year INTEGER NOT NULL, authorised_cents INTEGER NOT NULL,
            used_cents INTEGER NOT NULL, PRIMARY KEY (register, year)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE ceiling (
            register INTEGER NOT NULL, year INTEGER NOT NULL, basis TEXT NOT NULL, amount_cents INTEGER NOT NULL,
            citation TEXT NOT NULL, sequence INTEGER NOT NULL, PRIMARY KEY (register, year, basis)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE commitment (
            id INTEGER PRIMARY KEY, register INTEGER NOT NULL, sequence INTEGER NOT NULL, envelope INTEGER NOT NULL,
            continues INTEGER, amount_cents INTEGER NOT NULL, spent_cents INTEGER NOT NULL,
            released_cents INTEGER NOT NULL
        ) STRICT;
        CREATE INDEX commitment_by_envelope ON commitment (envelope);
        CREATE TABLE commitment_later (
            commitment INTEGER NOT NULL, year INTEGER NOT NULL, amount_cents INTEGER NOT NULL,
            continued_cents INTEGER NOT NULL, PRIMARY KEY (commitment, year)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE bound_entry (
            entry INTEGER PRIMARY KEY, act INTEGER NOT NULL
        ) STRICT;
        CREATE INDEX bound_entry_by_act ON bound_entry (act);
        """

    /// What version 3 adds: rule sets and transfers. FORMAT.md, sections 18.3 and 18.4.
    ///
    /// Sums are decimal text, for they may leave 64 bits. `rule_count` has, by rule set, limit and scope, what operations
    /// posted under that set count for that limit; `budget_scope` what limits take percentages of.
    public static let transfers = """
        CREATE TABLE rule_set (
            register INTEGER NOT NULL, sequence INTEGER NOT NULL, name TEXT NOT NULL, version INTEGER NOT NULL,
            first_day INTEGER NOT NULL, last_day INTEGER, replaces INTEGER, replaced_by INTEGER,
            PRIMARY KEY (register, sequence)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE rule_count (
            register INTEGER NOT NULL, ruleset INTEGER NOT NULL, rule TEXT NOT NULL, year INTEGER NOT NULL,
            scope TEXT NOT NULL, counted_cents TEXT NOT NULL, PRIMARY KEY (register, ruleset, rule, year, scope)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE budget_scope_names (
            register INTEGER NOT NULL, names TEXT NOT NULL, PRIMARY KEY (register, names)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE budget_scope (
            register INTEGER NOT NULL, year INTEGER NOT NULL, scope TEXT NOT NULL, initial_cents TEXT NOT NULL,
            current_cents TEXT NOT NULL, PRIMARY KEY (register, year, scope)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE transfer_proposal (
            register INTEGER NOT NULL, sequence INTEGER NOT NULL, state TEXT NOT NULL, closed INTEGER,
            PRIMARY KEY (register, sequence)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX transfer_proposal_open ON transfer_proposal (register, sequence) WHERE state = 'open';
        CREATE TABLE transfer_approval (
            register INTEGER NOT NULL, proposal INTEGER NOT NULL, authority TEXT NOT NULL, sequence INTEGER NOT NULL,
            PRIMARY KEY (register, proposal, authority)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE transfer (
            register INTEGER NOT NULL, sequence INTEGER NOT NULL, proposal INTEGER, ruleset INTEGER,
            outcome TEXT NOT NULL, repay_by INTEGER, left_cents INTEGER NOT NULL, PRIMARY KEY (register, sequence)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX transfer_late ON transfer (register, repay_by) WHERE repay_by IS NOT NULL AND left_cents > 0;
        """
}
