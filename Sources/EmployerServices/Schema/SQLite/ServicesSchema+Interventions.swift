extension ServicesSchema {
    /// Interventions. FORMAT.md, section 20.3. `annulled` is the record that annulled it.
    static let interventions = """
        CREATE TABLE intervention (
            register INTEGER NOT NULL, id INTEGER NOT NULL, sequence INTEGER NOT NULL, employer TEXT NOT NULL,
            root TEXT NOT NULL, establishment INTEGER, measure TEXT NOT NULL, office TEXT NOT NULL, region TEXT NOT NULL,
            begins INTEGER NOT NULL, ends INTEGER, result TEXT, grant_id TEXT, annulled INTEGER,
            PRIMARY KEY (register, id)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX intervention_by_begin ON intervention (register, begins);
        CREATE INDEX intervention_by_grant ON intervention (register, grant_id) WHERE grant_id IS NOT NULL;
        """

    /// All that a count asks of the interventions of an employer, side by side.
    static let interventionsOfEmployers = """
        DROP INDEX IF EXISTS intervention_by_root;
        CREATE INDEX intervention_of_employer ON intervention (
            register, root, begins, id, measure, office, region, ends, annulled
        );
        """
}
