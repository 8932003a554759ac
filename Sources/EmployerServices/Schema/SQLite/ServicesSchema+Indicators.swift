extension ServicesSchema {
    /// Definitions, entered values, targets, published months, explanations, follow-up. FORMAT.md, section 20.5.
    ///
    /// `month` of a value or an explanation is 1 to 12, 0 for the year as a whole; of a publication, start year × 100 + month.
    /// A value that is entered again has a row for each time: the last counts. `revised` is the last of what was revised and
    /// overridden; `september` the record of the one revision.
    static let indicators = """
        CREATE TABLE indicator (
            register INTEGER NOT NULL, indicator TEXT NOT NULL, version INTEGER NOT NULL, from_year INTEGER NOT NULL,
            method TEXT NOT NULL, sequence INTEGER NOT NULL, PRIMARY KEY (register, indicator, version)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE indicator_value (
            register INTEGER NOT NULL, indicator TEXT NOT NULL, year INTEGER NOT NULL, month INTEGER NOT NULL,
            level TEXT NOT NULL, sequence INTEGER NOT NULL, value INTEGER NOT NULL,
            PRIMARY KEY (register, indicator, year, month, level, sequence)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE target (
            register INTEGER NOT NULL, indicator TEXT NOT NULL, level TEXT NOT NULL, year INTEGER NOT NULL,
            initial INTEGER NOT NULL, revised INTEGER, september INTEGER, decimals INTEGER NOT NULL, gap INTEGER,
            sequence INTEGER NOT NULL, PRIMARY KEY (register, indicator, level, year)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE published_month (
            register INTEGER NOT NULL, month INTEGER NOT NULL, sequence INTEGER NOT NULL, PRIMARY KEY (register, month)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE published_figure (
            register INTEGER NOT NULL, month INTEGER NOT NULL, indicator TEXT NOT NULL, version INTEGER NOT NULL,
            level TEXT NOT NULL, count INTEGER NOT NULL, PRIMARY KEY (register, month, indicator, level)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE variance (
            register INTEGER NOT NULL, indicator TEXT NOT NULL, year INTEGER NOT NULL, month INTEGER NOT NULL,
            level TEXT NOT NULL, sequence INTEGER NOT NULL, PRIMARY KEY (register, indicator, year, month, level, sequence)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE follow_up (
            register INTEGER NOT NULL, sequence INTEGER NOT NULL, year INTEGER NOT NULL, topic TEXT NOT NULL,
            level TEXT NOT NULL, PRIMARY KEY (register, sequence)
        ) STRICT, WITHOUT ROWID;
        """
}
