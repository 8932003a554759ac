extension ServicesSchema {
    /// Employers as they stand, the words of their names, their establishments, the records that tell of them. FORMAT.md,
    /// section 20.3.
    ///
    /// `other_names` are lines. `employer_word` has the folded words of the names that records hold, and each name's telling
    /// words as one entry: never those of a subject.
    static let employers = """
        CREATE TABLE employer (
            register INTEGER NOT NULL, neq TEXT NOT NULL, root TEXT NOT NULL, state TEXT NOT NULL, form TEXT NOT NULL,
            name TEXT, subject TEXT, contact TEXT, other_names TEXT, region TEXT NOT NULL, office TEXT,
            scian TEXT NOT NULL, employees INTEGER, added INTEGER NOT NULL, sequence INTEGER NOT NULL,
            day INTEGER NOT NULL, PRIMARY KEY (register, neq)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX employer_by_root ON employer (register, root);
        CREATE TABLE employer_word (
            register INTEGER NOT NULL, word TEXT NOT NULL, neq TEXT NOT NULL, PRIMARY KEY (register, word, neq)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE employer_event (
            register INTEGER NOT NULL, neq TEXT NOT NULL, sequence INTEGER NOT NULL,
            PRIMARY KEY (register, neq, sequence)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE establishment (
            register INTEGER NOT NULL, neq TEXT NOT NULL, number INTEGER NOT NULL, root TEXT NOT NULL,
            region TEXT NOT NULL, office TEXT, name TEXT, scian TEXT, employees INTEGER, state TEXT NOT NULL,
            sequence INTEGER NOT NULL, PRIMARY KEY (register, neq, number)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX establishment_by_root ON establishment (register, root);
        """

    /// Tells whether an employer has a word.
    static let words = "CREATE INDEX employer_word_by_employer ON employer_word (register, neq, word);"
}
