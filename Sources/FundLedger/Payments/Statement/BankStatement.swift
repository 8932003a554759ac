import ReferenceData
import TabularImport

/// A statement of the bank: its movements in the order of the file, debits of the account below zero.
public struct BankStatement: Sendable, Equatable {
    public struct Row: Sendable, Equatable {
        /// The line of the file, the header being line 1.
        public let line: Int
        public let date: CalendarDate
        public let description: String
        public let amount: Cents
        public let reference: String

        public init(line: Int, date: CalendarDate, description: String, amount: Cents, reference: String) {
            self.line = line
            self.date = date
            self.description = description
            self.amount = amount
            self.reference = reference
        }
    }

    public let rows: [Row]

    public init(rows: [Row]) { self.rows = rows }

    /// Reads a file by a map; all of it or nothing. Throws `ImportRefusal` with its bad rows, E-CSV and E-MAP codes where
    /// the file or the map cannot be read.
    public init(
        _ source: any ByteSource, map: ImportMap, fileName: String, problemLimit: Int = 50
    ) throws {
        let reader = try MappedReader(map: map, source: source, fileName: fileName, problemLimit: problemLimit)
        var rows: [Row] = []
        while let item = try reader.next() {
            typealias Field = BankStatementTarget.Field
            rows.append(
                Row(
                    line: item.line, date: item.date(Field.date), description: item.string(Field.description),
                    amount: item.amount(Field.amount), reference: item.string(Field.reference)))
            if reader.problems.count >= problemLimit * 10 { break }
        }
        guard reader.problems.isEmpty else {
            throw ImportRefusal(file: fileName, problems: reader.problems.list, count: reader.problems.count)
        }
        self.rows = rows
    }

    /// Refuses a statement whose movements do not lead from one balance to the other: E-BNK-030, E-BNK-031.
    public func requireBalance(from opening: Cents, to closing: Cents) throws {
        let sum = try movements()
        let (expected, overflow) = opening.value.addingReportingOverflow(sum.value)
        let (difference, other) = closing.value.subtractingReportingOverflow(expected)
        guard !overflow, !other else { throw BankError(.statementOverflow) }
        guard difference == 0 else {
            throw BankError(
                .statementUnbalanced,
                [
                    "opening_cents": opening.canonical, "movements_cents": sum.canonical,
                    "closing_cents": closing.canonical, "difference_cents": String(difference),
                ])
        }
    }

    /// The sum of all rows. Refuses: E-BNK-031.
    public func movements() throws -> Cents {
        do {
            return try Cents.sum(rows.map(\.amount))
        } catch is ReferenceError {
            throw BankError(.statementOverflow)
        }
    }
}
