import TabularImport

/// What a statement of the bank fills, and the map that is used where none is given.
public enum BankStatementTarget {
    public static let target = ImportTarget(
        "bank-statement",
        fields: [
            .init("date", .date),
            .init("description", .text, required: false, maximumBytes: 1000),
            .init("amount", .amount),
            .init("reference", .text, required: false, maximumBytes: 200),
        ])

    /// Positions of the fields. An amount that leaves the account is negative.
    public enum Field {
        public static let date = 0
        public static let description = 1
        public static let amount = 2
        public static let reference = 3
    }

    /// The map of the columns `date,description,amount_cents[,reference]`.
    public static func defaultMap() throws -> ImportMap {
        try ImportMap.compile(Array(defaultMapText.utf8), fileName: "bank-statement.yaml", target: target)
    }

    /// The default map as a person would write it.
    public static let defaultMapText = """
        version: 1
        target: bank-statement
        format:
          other_columns: refuse
        fields:
          date: {column: date}
          description: {column: description}
          amount: {column: amount_cents, unit: cents}
          reference: {column: reference, optional: yes}

        """
}
