import AuditTrail
import ReferenceData
import TabularImport

/// A file of accounts: CSV with the columns `code,name,class` and, where wanted, `line` and `name_en`.
///
/// A list of accounts, as `account list --format csv` writes it, is such a file.
public struct AccountTable: Sendable {
    public struct Row: Sendable, Equatable {
        /// Line of the file.
        public let line: Int
        public let account: Account
    }

    public static let required = ["code", "name", "class"]
    public static let optional = ["line", "name_en"]
    /// Columns that a list of accounts has besides: a row whose state is `closed` is left out, its balance is not read.
    public static let listed = ["state", "balance"]

    public private(set) var rows: [Row] = []
    public private(set) var problems = RowProblems()

    /// Reads a whole file. Bad rows are gathered in `problems`. Refuses: E-CSV-001 … E-CSV-016 for the file itself.
    public init(_ source: any ByteSource, fileName: String) throws {
        let reader = try CSVReader(source: source, fileName: fileName, format: CSVFormat())
        let columns = try Self.columns(reader.header, fileName)
        var seen: Set<String> = []
        while true {
            switch try reader.next() {
            case .end: return
            case .problem(let problem): problems.add(problem)
            case .row(let row): take(row, columns, &seen)
            }
        }
    }

    private static func columns(_ header: [String], _ file: String) throws -> [String: Int] {
        let known = required + optional + listed
        var columns: [String: Int] = [:]
        for (index, name) in header.enumerated() {
            guard known.contains(name) else {
                var parameters = ["file": file, "field": name, "expected": (required + optional).joined(separator: ", ")]
                parameters["nearest"] = FoldedText.nearest(to: name, among: required + optional)
                throw ImportError(.unknownColumn, parameters)
            }
            columns[name] = index
        }
        for name in required where columns[name] == nil {
            var parameters = ["file": file, "field": name, "found": header.joined(separator: ", ")]
            parameters["nearest"] = FoldedText.nearest(to: name, among: header)
            throw ImportError(.missingColumn, parameters)
        }
        return columns
    }

    private mutating func take(_ row: CSVRow, _ columns: [String: Int], _ seen: inout Set<String>) {
        func text(_ column: String) -> String { columns[column].map(row.text) ?? "" }
        for column in Self.required where text(column).isEmpty {
            problems.add(RowProblem(line: row.line, field: column, code: ImportError.Code.blankValue.rawValue))
            return
        }
        guard text("state") != "closed" else { return }
        let code = text("code")
        guard seen.insert(code).inserted else {
            problems.add(
                RowProblem(
                    line: row.line, field: "code", code: ImportError.Code.repeatedSourceKey.rawValue,
                    parameters: ["found": code]))
            return
        }
        do {
            let english = text("name_en")
            let account = try Account(
                code: code, name: text("name"), nameEnglish: english.isEmpty ? nil : english, class: text("class"),
                line: text("line"))
            rows.append(Row(line: row.line, account: account))
        } catch let error as LedgerError {
            problems.add(Self.problem(error, line: row.line))
        } catch {
            preconditionFailure("an account is refused with a LedgerError")
        }
    }

    private static func problem(_ error: LedgerError, line: Int) -> RowProblem {
        let field: String? =
            switch error.code {
            case .accountCodeMalformed: "code"
            case .accountClassUnknown: "class"
            case .statementLineUnknown, .statementLineOfAnotherClass, .budgetaryAccountWithLine: "line"
            default: error.parameters["field"]
            }
        return RowProblem(line: line, field: field, code: error.code.rawValue, parameters: error.parameters)
    }

    /// What loading a file did.
    public struct Loaded: Sendable, Equatable {
        public let opened: [Account]
        /// How many the fund had already, in all the same.
        public let known: Int

        public init(opened: [Account], known: Int) {
            self.opened = opened
            self.known = known
        }
    }

    /// Opens the accounts that the fund does not have. An account that it has must be the same in all: another is a
    /// problem (E-ACC-026), and nothing may then be kept of the transaction. Refuses: what `account.opened/1` refuses.
    public mutating func load(into session: RegisterSession) throws -> Loaded {
        let existing = Dictionary(
            uniqueKeysWithValues: try FundReader(session).accounts().map { ($0.account.code, $0) })
        var opened: [Account] = []
        var known = 0
        for row in rows {
            guard let kept = existing[row.account.code] else {
                if problems.isEmpty { try session.append(AccountOpened(row.account)) }
                opened.append(row.account)
                continue
            }
            known += 1
            if let difference = Self.difference(row.account, kept) {
                problems.add(
                    RowProblem(
                        line: row.line, field: difference.field, code: LedgerError.Code.accountDiffers.rawValue,
                        parameters: [
                            "account": row.account.code, "field": difference.field, "found": difference.found,
                            "expected": difference.expected,
                        ]))
            }
        }
        return Loaded(opened: opened, known: known)
    }

    /// The first thing that a file says otherwise than the book.
    private static func difference(
        _ account: Account, _ kept: FundReader.AccountRow
    ) -> (field: String, found: String, expected: String)? {
        let pairs = [
            ("name", account.name, kept.account.name),
            ("class", account.accountClass.rawValue, kept.account.accountClass.rawValue),
            ("line", account.line?.rawValue ?? "–", kept.account.line?.rawValue ?? "–"),
            ("name_en", account.nameEnglish ?? "–", kept.account.nameEnglish ?? "–"),
            ("closed", "–", kept.isOpen ? "–" : "closed"),
        ]
        return pairs.first { $0.1 != $0.2 }.map { (field: $0.0, found: $0.1, expected: $0.2) }
    }
}
