import ReferenceData
import TabularImport

/// What an import of entries fills, and the map that is used where none is given.
public enum EntryImportTarget {
    /// Fields of an entry, and its postings; consecutive rows may make one entry.
    public static let target = ImportTarget(
        "entries",
        fields: [
            .init("date", .date),
            .init("reference", .text, required: false, maximumBytes: EntryLimits.referenceBytes),
            .init("memo", .text, required: false, maximumBytes: EntryLimits.memoBytes),
            .init("period", .identifier, required: false, maximumBytes: 8),
        ],
        group: .init(
            "postings",
            [
                .init("account", .identifier, maximumBytes: 16),
                .init("amount", .amount),
                .init("envelope", .identifier, required: false, maximumBytes: 64),
                .init("side", .choice(["debit", "credit"]), required: false),
            ]),
        joinsRows: true, sourceBytes: EntryLimits.sourceBytes)

    /// Positions of the entry's fields.
    public enum Field {
        public static let date = 0
        public static let reference = 1
        public static let memo = 2
        public static let period = 3
    }

    /// Positions of a posting's fields.
    public enum PostingField {
        public static let account = 0
        public static let amount = 1
        public static let envelope = 2
        public static let side = 3
    }

    /// The signed amount of a posting: debit positive. Without a side the amount carries its own sign; a negative
    /// amount on a side stands on the other one. Refuses: E-REF overflow.
    public static func amount(of item: MappedItem, posting: Int) throws -> Cents {
        let amount = item.amount(posting, PostingField.amount)
        let isCredit = item.has(posting, PostingField.side) && item.choice(posting, PostingField.side) == 1
        return isCredit ? try amount.negated() : amount
    }

    /// The map of the columns `entry,date,reference,memo,account,amount_cents[,envelope][,period]`: a posting a row,
    /// the rows of an entry together. Any other column is refused, so that a misspelt one is not lost.
    public static func defaultMap() throws -> ImportMap {
        try ImportMap.compile(Array(defaultMapText.utf8), fileName: "entries.yaml", target: target)
    }

    /// The default map as a person would write it.
    public static let defaultMapText = """
        version: 1
        target: entries
        format:
          other_columns: refuse
        group_by: entry
        fields:
          date: {column: date}
          reference: {column: reference}
          memo: {column: memo}
          period: {column: period, optional: yes}
        postings:
          - account: {column: account}
            amount: {column: amount_cents, unit: cents}
            envelope: {column: envelope, optional: yes}

        """
}
