import EmployerServices
import ReferenceData
import TabularImport

/// A CSV file of the apprentices of a visit: a row each, columns by name. Personal information.
struct ApprenticeFile {
    struct Row {
        let line: Int
        /// The fields as they stand, by position.
        let fields: [String]
        /// Why the row cannot be read; nil where it can.
        let problem: RowProblem?
    }

    let name: String
    let header: [String]
    let rows: [Row]
    /// Columns that a file of rejects adds; a file sent again has them.
    static let added = ["reject_code", "reject_reason"]
    static let required = ["name", "born"]
    static let optional = ["companion", "hours", "apprentice-signed"]

    /// Refuses: E-CSV codes for the file's form, E-AGI-001, E-AGI-002.
    init(_ path: String, _ call: Invocation) throws {
        let input = try ImportInput(path, call)
        name = input.name
        let reader = try CSVReader(source: input.open(), fileName: input.name, format: CSVFormat())
        header = reader.header.filter { !Self.added.contains($0) }
        for column in Self.required where !reader.header.contains(column) {
            throw AgreementFileError(.columnMissing, ["file": input.name, "column": column])
        }
        let known = Self.required + Self.optional + Self.added
        for column in reader.header where !known.contains(column) {
            throw AgreementFileError(
                .columnUnknown, ["file": input.name, "column": column, "known": known.dropLast(2).joined(separator: ", ")])
        }
        let kept = reader.header.indices.filter { !Self.added.contains(reader.header[$0]) }
        var rows: [Row] = []
        while true {
            switch try reader.next() {
            case .end:
                self.rows = rows
                return
            case .problem(let problem):
                rows.append(Row(line: problem.line, fields: try Self.raw(problem.line, of: path, kept.count), problem: problem))
            case .row(let row):
                let fields = kept.map { row.text($0) }
                rows.append(Row(line: row.line, fields: fields, problem: nil))
            }
        }
    }

    /// The fields of a line that the reader refused, for the file of rejects: split at commas as it stands; blank where the
    /// file cannot be read twice.
    private static func raw(_ line: Int, of path: String, _ count: Int) throws -> [String] {
        let blank = Array(repeating: "", count: count)
        guard path != "-" else { return blank }
        let lines = String(decoding: try InputFile.read(path), as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
        guard lines.indices.contains(line - 1) else { return blank }
        let fields = lines[line - 1].split(separator: ",", omittingEmptySubsequences: false).map { Visible.text(String($0)) }
        return Array((fields + blank).prefix(count))
    }

    /// A field of a row; nil where it is blank or the file has no such column.
    func value(_ column: String, of row: Row) -> String? {
        guard let place = header.firstIndex(of: column), place < row.fields.count else { return nil }
        return row.fields[place].isEmpty ? nil : row.fields[place]
    }

    /// What is common to all, with what the row says. Refuses: E-REF codes, E-CLI-041, E-AGI-003.
    func order(_ row: Row, _ common: AgreementOrder) throws -> AgreementOrder {
        var order = common
        guard let name = value("name", of: row), let born = value("born", of: row) else {
            throw AgreementFileError(.fieldBlank, ["line": String(row.line)])
        }
        try TypedText.check(name, option: "name", bytes: 1...200)
        order.apprentice = .named(name, born: try CalendarDate(iso: born).iso)
        if let companion = value("companion", of: row) {
            try TypedText.check(companion, option: "companion", bytes: 1...200)
            order.companion = .named(companion, born: nil)
        }
        if let hours = value("hours", of: row) {
            guard let number = Int64(hours) else {
                throw CommandLineError(.invalidValue, ["value": hours, "option": "hours", "choices": "21…60"])
            }
            order.terms?.hours = number
        }
        if let signed = value("apprentice-signed", of: row) { order.terms?.apprenticeSigned = try CalendarDate(iso: signed) }
        return order
    }
}
