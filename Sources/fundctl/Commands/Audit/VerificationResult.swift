import AuditTrail

/// What a verification prints.
struct VerificationResult {
    let report: VerificationReport
    let language: Language

    var result: CommandResult {
        var result = CommandResult(
            json: [:], text: heading + [.table(table)] + faults + [.paragraph(conclusion)],
            exit: report.isAccepted ? .done : .integrityBroken)
        result.json = json
        return result
    }

    private var heading: [TextBlock] {
        guard let statement = report.statement else { return [] }
        return [
            .facts([
                (Message(fr: "Registre", en: "Register"), .text(statement.register)),
                (Message(fr: "Identifiant", en: "Id"), .text(statement.registerID.hex)),
                (Message(fr: "Export", en: "Export"), .integer(statement.export)),
                (Message(fr: "Enregistrements", en: "Records"), .integer(statement.extent.size)),
            ])
        ]
    }

    private var table: TextTable {
        TextTable(
            [
                .left(Message(fr: "Verdict", en: "Verdict")), .left(Message(fr: "État", en: "State")),
                .left(Message(fr: "Exigé", en: "Required")), .left(Message(fr: "Remarque", en: "Remark"), flexible: true),
            ],
            rows: VerdictName.allCases.map { name in
                let verdict = report.verdicts[name] ?? Verdict(.notChecked)
                return [
                    .message(AuditTexts.name(of: name)), .message(AuditTexts.status(verdict.status)),
                    report.required.contains(name) ? .message(Message(fr: "oui", en: "yes")) : .blank,
                    verdict.status == .notChecked ? .text(words(verdict)) : .blank,
                ]
            })
    }

    /// Why each verdict that fails does, under the table: a reason may be long.
    private var faults: [TextBlock] {
        VerdictName.allCases.compactMap { name in
            guard let verdict = report.verdicts[name], verdict.status == .fails else { return nil }
            let label = AuditTexts.name(of: name)
            let reason = detail(verdict)
            return .paragraph(Message(fr: "\(label) : \(reason)", en: "\(label): \(reason)"))
        }
    }

    private var conclusion: Message {
        if !report.isAccepted, !report.verdicts.values.contains(where: { $0.status == .fails }) {
            return Message(
                fr: "Rien n'échoue, mais tout ce qui est exigé n'a pas été vérifié : donnez ce que les remarques nomment.",
                en: "Nothing fails, but not all that is required was checked: give what the remarks name.")
        }
        return report.isAccepted
            ? Message(
                fr: "Tout ce qui est exigé tient. Cohérent ne veut pas dire vrai : les pièces restent à voir.",
                en: "All that is required holds. Consistent does not mean true: the documents remain to be seen.")
            : Message(
                fr: "Ce qui est exigé ne tient pas en entier : ne vous fiez pas à cet export.",
                en: "Not all that is required holds: do not rely on this export.")
    }

    /// Code, what is wrong, and where.
    private func detail(_ verdict: Verdict) -> String {
        guard let error = verdict.detail as? any CodedError else { return "" }
        guard let record = verdict.record else { return "\(error.errorCode): \(words(verdict))" }
        let place = Message(fr: "enregistrement \(record)", en: "record \(record)").text(in: language)
        return "\(error.errorCode): \(words(verdict)) (\(place))"
    }

    private func words(_ verdict: Verdict) -> String {
        guard let error = verdict.detail as? any CodedError else { return "" }
        // The name of a verdict is a word of the language.
        if let error = error as? AuditError, let name = error.parameters["verdict"].flatMap(VerdictName.init(rawValue:)) {
            let shown = error.parameters.merging(["verdict": AuditTexts.name(of: name).text(in: language)]) { $1 }
            return ErrorReport(error: AuditError(error.code, shown), language: language).what
        }
        return ErrorReport(error: error, language: language).what
    }

    private var json: [(name: String, value: JSONValue)] {
        let statement = report.statement
        let verdicts = VerdictName.allCases.map { name -> (name: String, value: JSONValue) in
            let verdict = report.verdicts[name] ?? Verdict(.notChecked)
            return (
                name: name.rawValue,
                value: .object([
                    (name: "status", value: .string(verdict.status.rawValue)), (name: "detail", value: .string(detail(verdict))),
                    (name: "record", value: .string(verdict.record.map(String.init) ?? "")),
                ])
            )
        }
        return [
            (name: "register", value: .string(statement?.register ?? "")),
            (name: "register_id", value: .string(statement?.registerID.hex ?? "")),
            (name: "export", value: .string(statement.map { String($0.export) } ?? "")),
            (name: "size", value: .string(statement.map { String($0.extent.size) } ?? "")),
            (name: "root", value: .string(statement?.extent.root.hex ?? "")), (name: "verdicts", value: .object(verdicts)),
            (name: "required", value: .array(report.required.map { .string($0.rawValue) })),
            (name: "ok", value: .string(report.isAccepted ? "yes" : "no")),
        ]
    }
}
