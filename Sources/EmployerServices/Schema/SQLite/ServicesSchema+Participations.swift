extension ServicesSchema {
    /// Participations in the other skills strategies and regulated programmes. FORMAT.md, section 20.4.
    static let participations = """
        CREATE TABLE participation (
            register INTEGER NOT NULL, id INTEGER NOT NULL, sequence INTEGER NOT NULL, employer TEXT, root TEXT,
            office TEXT NOT NULL, region TEXT NOT NULL, programme TEXT NOT NULL, participant TEXT NOT NULL,
            day INTEGER NOT NULL, ended INTEGER, result TEXT, annulled INTEGER, PRIMARY KEY (register, id)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX participation_by_day ON participation (register, day);
        CREATE INDEX participation_by_participant ON participation (register, participant);
        CREATE INDEX participation_by_root ON participation (register, root) WHERE root IS NOT NULL;
        """
}
