import AuditTrail
import EmployerServices
import ReferenceData

/// The agreements of a visit: the common part once, then a row for each apprentice. Rows that cannot be written go into a
/// file of rejects, which can be mended and sent again.
struct AgreementGroup {
    private let command: AgreementSign
    private let call: Invocation

    init(_ command: AgreementSign, _ call: Invocation) {
        self.command = command
        self.call = call
    }

    /// A row that is not written.
    struct Reject {
        let row: ApprenticeFile.Row
        let error: any CodedError
    }

    func perform() throws -> CommandResult {
        let path = command.apprentices ?? ""
        let file = try ApprenticeFile(path, call)
        let day = try command.step.day(call)
        var common = command.party
        common.apprenticeSubject = String(repeating: "0", count: 32)
        let order = try common.order(
            terms: command.terms.read(on: day, command: "agreement sign"), on: day, command: "agreement sign")
        let request = DeskRequest(
            command: "agreement-sign-group",
            content: command.party.content.merging(command.terms.content) { first, _ in first }, date: command.step.date,
            documents: command.step.documents, slip: command.slip.slip, write: command.write,
            apprentices: Set(
                file.rows.map { [file.value("name", of: $0) ?? "", file.value("born", of: $0) ?? ""] }))
        let rejectsPath = command.rejects ?? Self.rejects(of: path)
        var rejects: [Reject] = []
        let done: DeskDone<AgreementView> = try call.atDesk(
            request, text: { (id: AgreementID) in id.text }, view: { try AgreementView($0, in: $1) },
            again: { reading, receipts in try reading.records(AgreementSigned.self, of: receipts).map(\.record.agreement) },
            body: { place in
                rejects = []
                var common = order
                common.documents = place.documents
                let ids = try write(file, common, at: place, &rejects)
                guard !ids.isEmpty else { throw Self.refused(file, rejects) }
                if !command.write.dryRun, !rejects.isEmpty {
                    try OutputFile.write(text(of: rejects, file), to: rejectsPath, mode: 0o600)
                }
                return ids
            })
        return result(done, file, rejects, rejects.isEmpty ? nil : rejectsPath)
    }

    /// Writes what can be written. An error of what is common to all ends it.
    private func write(
        _ file: ApprenticeFile, _ common: AgreementOrder, at place: DeskPlace, _ rejects: inout [Reject]
    ) throws -> [AgreementID] {
        var ids: [AgreementID] = []
        for row in file.rows {
            if let problem = row.problem {
                rejects.append(Reject(row: row, error: problem))
                continue
            }
            do {
                ids.append(try place.desk.write(file.order(row, common), drawing: place.drawing))
            } catch let error as any CodedError where Self.isOfRow(error) {
                rejects.append(Reject(row: row, error: error))
            }
        }
        return ids
    }

    /// Whether the row is at fault: what the person or the row says. What is common is everyone's fault.
    private static func isOfRow(_ error: any CodedError) -> Bool {
        switch error {
        case is AgreementError, is ReferenceError, is AgreementFileError: true
        case let error as AuditError: error.code.rawValue.hasPrefix("E-REC")
        case let error as CommandLineError: [.invalidValue, .textLength].contains(error.code)
        default: false
        }
    }

    private static func refused(_ file: ApprenticeFile, _ rejects: [Reject]) -> RefusedGroup {
        RefusedGroup(
            whole: AgreementFileError(.noneWritten, ["file": file.name, "rows": String(file.rows.count)]),
            errorDetails: rejects.map(\.error))
    }

    /// `visite.csv` → `visite.rejects.csv`.
    private static func rejects(of path: String) -> String {
        path.hasSuffix(".csv") ? String(path.dropLast(4)) + ".rejects.csv" : path + ".rejects.csv"
    }

    // MARK: What is shown

    /// The rows as they came, each with why it was not written.
    private func text(of rejects: [Reject], _ file: ApprenticeFile) -> [UInt8] {
        let columns = file.header + ApprenticeFile.added
        let rows = rejects.map { reject in
            reject.row.fields + [reject.error.errorCode, ErrorReport(error: reject.error, language: call.language).what]
        }
        return CSVTable(columns: columns, rows: rows).text
    }

    private func result(
        _ done: DeskDone<AgreementView>, _ file: ApprenticeFile, _ rejects: [Reject], _ rejectsPath: String?
    ) -> CommandResult {
        let rejected = rejects.map { reject -> JSONValue in
            [
                "line": .integer(Int64(reject.row.line)), "code": .string(reject.error.errorCode),
                "message": .string(ErrorReport(error: reject.error, language: call.language).what),
            ]
        }
        var result: CommandResult
        var views: [AgreementView] = []
        switch done {
        case .slipped(let into): result = AgreementResult.slipped(into)
        case .written(let written):
            views = written.value
            result = CommandResult(
                json: [
                    "agreement": .null, "slip": .null, "slip_lines": .null, "ids": .array(views.map { .string($0.id) }),
                ],
                text: [.paragraph(title(views.count, rejects.count)), .table(table(views, file, rejects))])
            if let view = views.first, let counts = view.counts {
                result.text.append(.paragraph(Message(fr: "Compte : \(counts)", en: "Counts: \(counts)")))
            }
            result.tell(written)
        }
        result.json.insert((name: "step", value: "sign"), at: 0)
        result.json += [(name: "rejected", value: .array(rejected)), (name: "rejects", value: .optional(rejectsPath))]
        if !rejects.isEmpty { result.text.append(.table(table(rejects))) }
        guard !command.write.dryRun else { return result }
        if let rejectsPath {
            result.notes.append(
                Message(
                    fr: "« \(rejectsPath) » contient des renseignements personnels; corrigez-le, renvoyez-le, effacez-le.",
                    en: "\"\(rejectsPath)\" holds personal information; mend it, send it again, delete it."))
        } else {
            result.notes.append(
                Message(
                    fr: "« \(file.name) » contient des renseignements personnels : effacez-le quand il ne sert plus.",
                    en: "\"\(file.name)\" holds personal information: delete it when it is of no more use."))
        }
        return result
    }

    private func title(_ written: Int, _ rejected: Int) -> Message {
        let isDryRun = command.write.dryRun
        let first =
            isDryRun
            ? Message(
                fr: "\(written, "entente serait signée", "ententes seraient signées")",
                en: "\(written, "agreement would be signed", "agreements would be signed")")
            : Message(
                fr: "\(written, "entente est signée", "ententes sont signées")",
                en: "\(written, "agreement is signed", "agreements are signed")")
        guard rejected > 0 else { return Message(fr: "\(first).", en: "\(first).") }
        return Message(
            fr: "\(first), \(rejected, "rangée est rejetée", "rangées sont rejetées").",
            en: "\(first), \(rejected, "row is rejected", "rows are rejected").")
    }

    private func table(_ views: [AgreementView], _ file: ApprenticeFile, _ rejects: [Reject]) -> TextTable {
        TextTable(
            [.left(AgreementWords.agreement), .left(AgreementWords.apprentice, flexible: true), .left(AgreementWords.signed)],
            rows: views.map {
                [.text($0.id), AgreementView.person($0.apprentice), .text($0.file.state.signed?.iso ?? "")]
            })
    }

    private func table(_ rejects: [Reject]) -> TextTable {
        TextTable(
            [
                .right(AgreementWords.line), .left(Message(fr: "Code", en: "Code")),
                .left(Message(fr: "Pourquoi", en: "Why"), flexible: true),
            ],
            rows: rejects.map {
                [.integer($0.row.line), .text($0.error.errorCode), .message(ErrorMessage.what($0.error))]
            })
    }
}

/// A file of which no row can be written, with the cause of each.
struct RefusedGroup: CodedError {
    let whole: AgreementFileError
    let errorDetails: [any CodedError]

    var errorCode: String { whole.errorCode }
    var errorParameters: [String: String] { whole.errorParameters }
}
