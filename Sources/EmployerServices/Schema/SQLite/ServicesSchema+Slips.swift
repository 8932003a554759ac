extension ServicesSchema {
    /// Slips received. FORMAT.md, section 20.7.
    static let slips = """
        CREATE TABLE slip (
            register INTEGER NOT NULL, person TEXT NOT NULL, number INTEGER NOT NULL, sequence INTEGER NOT NULL,
            PRIMARY KEY (register, person, number)
        ) STRICT, WITHOUT ROWID;
        """
}
