import AuditTrail
import ReferenceData
import TabularImport

/// A file of envelopes: CSV with the columns `code,parent,amount`, then where wanted `name` and `expires`; every other
/// column is an attribute of that name.
public struct EnvelopeTable: Sendable {
    public struct Row: Sendable, Equatable {
        /// Line of the file.
        public let line: Int
        public let envelope: Envelope
    }

    public static let required = ["code", "parent", "amount"]
    public static let optional = ["name", "expires"]

    public let year: FiscalYear
    public private(set) var rows: [Row] = []
    public private(set) var problems = RowProblems()

    /// Reads a whole file. Bad rows are gathered in `problems`. Refuses: E-CSV-001 … E-CSV-016 for the file itself,
    /// E-ENV-003 for a column that is no attribute's name.
    public init(_ source: any ByteSource, fileName: String, year: FiscalYear) throws {
        self.year = year
        let reader = try CSVReader(source: source, fileName: fileName, format: CSVFormat())
        let columns = try Self.columns(reader.header, fileName)
        while true {
            switch try reader.next() {
            case .end:
                refuseRepeated()
                return
            case .problem(let problem): problems.add(problem)
            case .row(let row): take(row, columns)
            }
        }
    }

    private static func columns(_ header: [String], _ file: String) throws -> [(name: String, index: Int)] {
        for name in required where !header.contains(name) {
            var parameters = ["file": file, "field": name, "found": header.joined(separator: ", ")]
            parameters["nearest"] = FoldedText.nearest(to: name, among: header)
            throw ImportError(.missingColumn, parameters)
        }
        for name in header where !required.contains(name) && !optional.contains(name) {
            guard EnvelopeCode.isAttributeName(name), !EnvelopeCode.reservedNames.contains(name) else {
                throw LedgerError(.attributeMalformed, ["attribute": name, "found": file])
            }
        }
        return header.enumerated().map { (name: $1, index: $0) }
    }

    private mutating func take(_ row: CSVRow, _ columns: [(name: String, index: Int)]) {
        var fields: [String: String] = [:]
        for column in columns { fields[column.name] = row.text(column.index) }
        let code = fields["code"] ?? "", amount = fields["amount"] ?? ""
        for (name, value) in [("code", code), ("amount", amount)] where value.isEmpty {
            problems.add(RowProblem(line: row.line, field: name, code: ImportError.Code.blankValue.rawValue))
            return
        }
        func filled(_ name: String) -> String? { fields[name].flatMap { $0.isEmpty ? nil : $0 } }
        var field = "amount"
        do {
            let cents = try AmountText.parse(amount)
            field = "expires"
            let expires = try filled("expires").map { try CalendarDate(iso: $0) }
            field = "code"
            let marks = fields.filter { !Self.required.contains($0.key) && !Self.optional.contains($0.key) && !$0.value.isEmpty }
            let envelope = try Envelope(
                code: code, year: year, parent: filled("parent"), name: filled("name"), attributes: marks,
                expires: expires, amount: cents)
            rows.append(Row(line: row.line, envelope: envelope))
        } catch let error as LedgerError {
            problems.add(Self.problem(error, line: row.line))
        } catch let error as ReferenceError {
            problems.add(RowProblem(line: row.line, field: field, code: error.code.rawValue, parameters: error.parameters))
        } catch {
            preconditionFailure("an envelope is refused with a coded error")
        }
    }

    private static func problem(_ error: LedgerError, line: Int) -> RowProblem {
        let field: String? =
            switch error.code {
            case .attributeMalformed: error.parameters["attribute"]
            case .envelopeNameLength: "name"
            case .envelopeAmountNegative: "amount"
            case .envelopeCycle, .parentUnknown: "parent"
            default: "code"
            }
        return RowProblem(line: line, field: field, code: error.code.rawValue, parameters: error.parameters)
    }

    private mutating func refuseRepeated() {
        var seen: Set<String> = []
        for row in rows where !seen.insert(row.envelope.code).inserted {
            problems.add(
                RowProblem(
                    line: row.line, field: "code", code: ImportError.Code.repeatedSourceKey.rawValue,
                    parameters: ["found": row.envelope.code]))
        }
    }

    /// Opens them all, parents before children whatever the order of the file. Rows that the year does not take are
    /// gathered in `problems`, and nothing may then be kept of the transaction. Refuses: E-YEA-001, E-ENV-004.
    public mutating func load(into session: RegisterSession, on date: CalendarDate) throws -> [EnvelopeOpened] {
        let budget = try Budget(session)
        let known = Set(try FundReader(session).envelopes(year).map(\.code))
        let inFile = Set(rows.map(\.envelope.code))
        var opened: [EnvelopeOpened] = []
        var waiting = rows, done = known
        while !waiting.isEmpty {
            let ready = waiting.filter { row in row.envelope.parent.map { done.contains($0) || !inFile.contains($0) } ?? true }
            guard !ready.isEmpty else { break }
            for row in ready {
                do {
                    try refuse(row.envelope, known: known, done: done)
                    if problems.isEmpty { opened.append(try budget.open(row.envelope, on: date)) }
                } catch let error as LedgerError {
                    problems.add(Self.problem(error, line: row.line))
                }
                done.insert(row.envelope.code)
            }
            waiting = waiting.filter { row in !ready.contains { $0.line == row.line } }
        }
        for row in waiting {
            let parameters = ["envelope": row.envelope.code, "parent": row.envelope.parent ?? ""]
            problems.add(Self.problem(LedgerError(.envelopeCycle, parameters), line: row.line))
        }
        return opened
    }

    /// What can be told of a row although another one is bad. Refuses: E-ENV-005, E-ENV-007.
    private func refuse(_ envelope: Envelope, known: Set<String>, done: Set<String>) throws {
        guard !known.contains(envelope.code) else {
            throw LedgerError(.envelopeKnown, ["envelope": envelope.code, "year": year.text])
        }
        guard let parent = envelope.parent, !done.contains(parent) else { return }
        throw LedgerError(
            .parentUnknown,
            [
                "envelope": envelope.code, "parent": parent, "year": year.text,
                "nearest": FoldedText.nearest(to: parent, among: done.sorted()) ?? "",
            ])
    }
}
