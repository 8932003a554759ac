extension ServicesSchema {
    /// Offices, catalogues of measures, programmes, standards; what imports named as their source. FORMAT.md, section 20.3.
    static let lists = """
        CREATE TABLE office (
            register INTEGER NOT NULL, office TEXT NOT NULL, region TEXT NOT NULL, name TEXT NOT NULL,
            closed INTEGER NOT NULL, sequence INTEGER NOT NULL, PRIMARY KEY (register, office)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE catalogue (
            register INTEGER NOT NULL, catalogue TEXT NOT NULL, from_day INTEGER NOT NULL, sequence INTEGER NOT NULL,
            PRIMARY KEY (register, from_day), UNIQUE (register, catalogue)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE measure (
            register INTEGER NOT NULL, catalogue_from INTEGER NOT NULL, measure TEXT NOT NULL, name TEXT NOT NULL,
            name_en TEXT NOT NULL, citation TEXT NOT NULL, PRIMARY KEY (register, catalogue_from, measure)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE programme (
            register INTEGER NOT NULL, programme TEXT NOT NULL, committee TEXT, nature TEXT NOT NULL, name TEXT NOT NULL,
            name_en TEXT NOT NULL, sequence INTEGER NOT NULL, PRIMARY KEY (register, programme)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE standard (
            register INTEGER NOT NULL, standard TEXT NOT NULL, committee TEXT, name TEXT NOT NULL, name_en TEXT,
            sequence INTEGER NOT NULL, PRIMARY KEY (register, standard)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE service_source (
            register INTEGER NOT NULL, kind TEXT NOT NULL, source TEXT NOT NULL, sequence INTEGER NOT NULL,
            PRIMARY KEY (register, kind, source)
        ) STRICT, WITHOUT ROWID;
        """
}
