extension ServicesSchema {
    /// Sector committees, their seats over time, plans and grants. FORMAT.md, section 20.3.
    ///
    /// A seat has a row for each time it was filled; `state` of an activity is that of its last report.
    static let committees = """
        CREATE TABLE committee (
            register INTEGER NOT NULL, committee TEXT NOT NULL, name TEXT NOT NULL, sector TEXT NOT NULL, neq TEXT,
            sequence INTEGER NOT NULL, PRIMARY KEY (register, committee)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE committee_seat (
            register INTEGER NOT NULL, committee TEXT NOT NULL, seat TEXT NOT NULL, sequence INTEGER NOT NULL,
            side TEXT NOT NULL, chair INTEGER NOT NULL, subject TEXT NOT NULL, organisation TEXT,
            seated INTEGER NOT NULL, unseated INTEGER, PRIMARY KEY (register, committee, seat, sequence)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE committee_activity (
            register INTEGER NOT NULL, committee TEXT NOT NULL, year INTEGER NOT NULL, activity TEXT NOT NULL,
            planned INTEGER NOT NULL, state TEXT, reported INTEGER, PRIMARY KEY (register, committee, year, activity)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE committee_grant (
            register INTEGER NOT NULL, committee TEXT NOT NULL, grant_id TEXT NOT NULL, sequence INTEGER NOT NULL,
            PRIMARY KEY (register, committee, grant_id)
        ) STRICT, WITHOUT ROWID;
        """
}
