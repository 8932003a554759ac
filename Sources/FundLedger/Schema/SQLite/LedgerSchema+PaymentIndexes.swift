extension LedgerSchema {
    /// What version 6 of a book's schema adds, after the tables of employer services: the indexes of payments and payables
    /// that SQLite takes without statistics.
    ///
    /// A table without rowids is read in the order of its key unless an index has more of it bound: so the queries of these
    /// tables bind the last column of the key too (`number > 0`), and an index on part of the rows (`WHERE state = …`) is of
    /// no use to a state that is a parameter. `QueryPlanTests` asks SQLite.
    public static let paymentIndexes = """
        DROP INDEX payment_outstanding;
        CREATE INDEX payment_by_state ON payment (register, state, number);
        CREATE INDEX payment_by_payable ON payment (register, payable, number);
        CREATE INDEX payment_by_state_day ON payment (register, state_day, number);
        CREATE INDEX payment_by_recipient ON payment (register, recipient, number);
        DROP INDEX payable_by_grant;
        CREATE INDEX payable_due_of_grant ON payable (register, grant_number, day, sequence) WHERE left_cents > 0;
        """
}
