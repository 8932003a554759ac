extension ServicesSchema {
    /// Qualification agreements, the modules of their standard as it stood at the draft, their steps. FORMAT.md, section
    /// 20.4. Modules have the sequences of the records that learnt and checked them.
    ///
    /// The index of birth dates finds a person who is known already; its entries go with the rows of the erasable table.
    static let agreements = """
        CREATE TABLE agreement (
            register INTEGER NOT NULL, id INTEGER NOT NULL, sequence INTEGER NOT NULL, employer TEXT NOT NULL,
            root TEXT NOT NULL, establishment INTEGER, office TEXT NOT NULL, region TEXT NOT NULL,
            standard TEXT NOT NULL, standard_sequence INTEGER NOT NULL, committee TEXT, apprentice TEXT NOT NULL,
            companion TEXT, state TEXT NOT NULL, drafted INTEGER NOT NULL, signed INTEGER, signed_office TEXT,
            signed_region TEXT, begins INTEGER, ends INTEGER, hours INTEGER, suspended INTEGER,
            suspended_days INTEGER NOT NULL, last_day INTEGER NOT NULL, PRIMARY KEY (register, id)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX agreement_by_signature ON agreement (register, signed);
        CREATE INDEX agreement_by_apprentice ON agreement (register, apprentice, standard);
        CREATE INDEX agreement_by_root ON agreement (register, root);
        CREATE INDEX agreement_by_sequence ON agreement (register, sequence);
        CREATE INDEX subject_by_birth ON subject_secret (register, value) WHERE field = 'born';
        CREATE TABLE agreement_module (
            register INTEGER NOT NULL, id INTEGER NOT NULL, module TEXT NOT NULL, learnt INTEGER, checked INTEGER,
            PRIMARY KEY (register, id, module)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE agreement_step (
            register INTEGER NOT NULL, id INTEGER NOT NULL, sequence INTEGER NOT NULL, kind TEXT NOT NULL,
            day INTEGER NOT NULL, PRIMARY KEY (register, id, sequence)
        ) STRICT, WITHOUT ROWID;
        """
}
