import ArgumentParser
import AuditTrail

/// `fundctl check`: replays everything, compares with what is stored.
struct CheckBook: FundctlCommand {
    static let help = CommandHelp(
        "check",
        summary: Message(
            fr: "Rejoue tous les enregistrements et compare avec ce que le livre contient",
            en: "Replays all records and compares with what the book holds"),
        examples: [.init("fundctl check"), .init("fundctl check --book copies/2026-05-01.book --format json")],
        details: [
            Message(
                fr: """
                    Chaque ligne, chaque sceau, chaque preuve et chaque règle sont jugés de nouveau, puis chaque table est \
                    comparée, et le fichier de chaque pièce relu. D'autres peuvent lire et écrire pendant ce temps. Le code \
                    de sortie est 5 si quelque chose ne concorde pas.
                    """,
                en: """
                    Each line, seal, proof and rule is judged again, then each table is compared, and the file of each \
                    document read. Others may read and write meanwhile. The exit status is 5 where anything does not agree.
                    """)
        ])

    @OptionGroup var global: GlobalOptions

    func perform(_ call: Invocation) throws -> CommandResult {
        let book = try call.openBookToRead()
        let progress = call.progress(Message(fr: "Enregistrements rejoués", en: "Records replayed"))
        defer { progress.finish() }
        let report = try BookCheck.run(book) { progress.advance(to: $0) }
        let documents = try report.isSound ? documentFaults(book, call) : []
        return result(report, report.faults.map(CheckFault.init) + documents, book: call.bookPath)
    }

    /// The documents whose file is missing or altered.
    private func documentFaults(_ book: Book, _ call: Invocation) throws -> [CheckFault] {
        let store = DocumentStore(book: call.bookPath)
        return try book.read { reading in
            try reading.registers().flatMap { session in
                try session.documents().compactMap { sequence, document -> CheckFault? in
                    let parameters = ["sha256": document.sha256.hex, "path": store.path(of: document.sha256)]
                    let code: AuditError.Code
                    switch try store.state(of: document.sha256) {
                    case .present: return nil
                    case .absent: code = .documentAbsent
                    case .altered: code = .documentAltered
                    }
                    return CheckFault(
                        register: session.register.name, record: sequence, verdict: nil,
                        error: AuditError(code, parameters))
                }
            }
        }
    }

    private func result(_ report: BookCheckReport, _ faults: [CheckFault], book: String) -> CommandResult {
        let first = faults.first { $0.record != nil }
        return CommandResult(
            json: [
                "book": .string(book), "sound": .bool(faults.isEmpty), "records": .integer(report.records),
                "registers": .array(
                    report.registers.map {
                        [
                            "register": .string($0.name), "id": .string($0.id.hex), "size": .integer($0.size),
                            "root": .string($0.root.hex),
                        ]
                    }), "first_bad_record": .optional(first.flatMap(Self.place)),
                "faults": .array(faults.map(Self.json)), "cut": .bool(report.isCut),
            ],
            text: faults.isEmpty ? sound(report, book) : unsound(report, faults, first, book),
            next: faults.isEmpty
                ? []
                : [
                    .init(
                        command: "fundctl restore BACKUP --book NEW.book",
                        purpose: Message(fr: "reprend la dernière bonne sauvegarde", en: "takes up the last good backup"))
                ],
            exit: faults.isEmpty ? .done : .integrityBroken)
    }

    private func sound(_ report: BookCheckReport, _ book: String) -> [TextBlock] {
        [
            .paragraph(
                Message(
                    fr: "Le livre \(book) concorde : \(report.records, "enregistrement rejoué", "enregistrements rejoués"), aucune différence.",
                    en: "The book \(book) agrees: \(report.records, "record", "records") replayed, no difference.")),
            .table(
                TextTable(
                    [.left(RegisterWords.register), .right(RegisterWords.records), .left(RegisterWords.root)],
                    rows: report.registers.map { [.text($0.name), .integer($0.size), .text($0.root.hex)] })),
        ]
    }

    private func unsound(
        _ report: BookCheckReport, _ faults: [CheckFault], _ first: CheckFault?, _ book: String
    ) -> [TextBlock] {
        var blocks: [TextBlock] = [
            .paragraph(
                Message(
                    fr: "Le livre \(book) NE CONCORDE PAS : \(faults.count, "faute", "fautes").",
                    en: "The book \(book) DOES NOT AGREE: \(faults.count, "fault", "faults")."))
        ]
        if let place = first.flatMap(Self.place) {
            blocks.append(.facts([(Message(fr: "Premier enregistrement en faute", en: "First bad record"), .text(place))]))
        }
        blocks.append(
            .lines(
                faults.prefix(Self.shownFaults).map { fault in
                    let place = Self.place(fault) ?? fault.register ?? "-"
                    let what = ErrorMessage.what(fault.error)
                    return Message(
                        fr: "\(place)  \(ErrorMessage.code(fault.error)) : \(what)",
                        en: "\(place)  \(ErrorMessage.code(fault.error)): \(what)")
                }))
        let left = faults.count - Self.shownFaults
        if left > 0 || report.isCut {
            blocks.append(
                .paragraph(
                    Message(
                        fr: "D'autres fautes suivent; --format json les montre.",
                        en: "More faults follow; --format json shows them.")))
        }
        return blocks
    }

    /// So many are shown as text.
    private static let shownFaults = 20

    /// `fnf:57`.
    private static func place(_ fault: CheckFault) -> String? {
        guard let register = fault.register, let record = fault.record else { return nil }
        return "\(register):\(record)"
    }

    private static func json(_ fault: CheckFault) -> JSONValue {
        let coded = fault.error as? any CodedError
        let parameters = (coded?.errorParameters ?? [:]).sorted { $0.key < $1.key }
        return [
            "register": .optional(fault.register), "record": fault.record.map { .integer($0) } ?? .null,
            "verdict": .optional(fault.verdict?.rawValue), "code": .string(ErrorMessage.code(fault.error)),
            "message": .string(ErrorMessage.what(fault.error).text(in: Language.current)),
            "parameters": .object(parameters.map { (name: $0.key, value: .string($0.value)) }),
        ]
    }
}

/// Something wrong in a book or beside it.
private struct CheckFault {
    let register: String?
    let record: Int64?
    let verdict: VerdictName?
    let error: any Error
}

extension CheckFault {
    init(_ fault: BookFault) {
        self.init(register: fault.register, record: fault.record, verdict: fault.verdict, error: fault.error)
    }
}
