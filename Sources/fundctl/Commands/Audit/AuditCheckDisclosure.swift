import ArgumentParser
import AuditTrail

/// `fundctl audit check-disclosure FILE --in DIR --key PUB.pem`.
struct AuditCheckDisclosure: FundctlCommand {
    static let help = CommandHelp(
        "check-disclosure",
        summary: Message(
            fr: "Compare ce qui a été communiqué d'une personne avec un export", en: "Compares what was disclosed of a person with an export"),
        examples: [.init("fundctl audit check-disclosure dossier.disclosure --in employers-export-3 --key employers.pem --id IDENTIFIANT")],
        details: [
            Message(
                fr: """
                    L'export doit d'abord tenir (integrity, origin). Code de sortie 0 si chaque valeur montrée est celle que le \
                    registre a engagée, et si ce qui est dit effacé l'est, 5 sinon. Ce qui est tu se dit tu. Sans ce programme : \
                    audit/verify.py --check-disclosure.
                    """,
                en: """
                    The export must hold first (integrity, origin). Exit status 0 where each value shown is the one that the \
                    register committed to, and what is said to be erased is so, 5 otherwise. What is withheld says so. Without \
                    this program: audit/verify.py --check-disclosure.
                    """)
        ])

    @Argument(help: .init(fr: "Le fichier communiqué.", en: "The file disclosed.", value: ("fichier", "file")))
    var file: String

    @Option(name: .customLong("in"), help: .init(fr: "Le dossier de l'export.", en: "The export's folder.", value: ("dossier", "folder")))
    var folder: String

    @Option(help: .init(fr: "La clé du registre, reçue à part (PEM).", en: "The register's key, received apart (PEM).", value: ("fichier", "file")))
    var key: String

    @Option(help: .init(fr: "L'identifiant du registre, reçu à part.", en: "The register's id, received apart.", value: ("identifiant", "id")))
    var id: String?

    @OptionGroup var global: GlobalOptions

    func perform(_ call: Invocation) throws -> CommandResult {
        let order = VerificationOrder(
            path: folder, key: try call.readOwnFile(key), registerID: try id.map(RegisterIDOption.parse),
            required: [.integrity, .origin])
        let bytes = try call.readOwnFile(file)
        let progress = call.progress(Message(fr: "enregistrements", en: "records"))
        let report = try BundleVerifier.verify(order, layout: FundctlBook.layout) { progress.advance(to: $0) }
        defer { progress.finish() }
        guard report.isAccepted else { return VerificationResult(report: report, language: call.language).result }
        do {
            let disclosure = try Disclosure(parsing: bytes)
            try DisclosureCheck.judge(disclosure, in: folder, layout: FundctlBook.layout)
            return holds(disclosure)
        } catch let error as SubjectError {
            let detail = "\(error.errorCode): \(ErrorReport(error: error, language: call.language).what)"
            return CommandResult(
                json: ["ok": "no", "detail": .string(detail), "subjects": .array([])],
                text: [
                    .paragraph(Message(fr: "Ce qui est communiqué NE TIENT PAS.", en: "The disclosure DOES NOT HOLD.")),
                    .paragraph(.verbatim(detail)),
                ], exit: .integrityBroken)
        }
    }

    /// Says what is shown, withheld and erased; the values themselves are in the file.
    private func holds(_ disclosure: Disclosure) -> CommandResult {
        CommandResult(
            json: [
                "ok": "yes", "detail": "",
                "subjects": .array(
                    disclosure.subjects.map { subject in
                        ["subject": .string(subject.subject), "state": .string(subject.isErased ? "erased" : "open"),
                         "shown": .array(subject.names(shown: true).map(JSONValue.string)),
                         "withheld": .array(subject.names(shown: false).map(JSONValue.string))]
                    }),
            ],
            text: [
                .paragraph(
                    Message(
                        fr: "Ce qui est communiqué est ce que le registre a engagé.", en: "What is disclosed is what the register committed to.")),
                .facts(
                    disclosure.subjects.map { subject in
                        let shown = subject.names(shown: true).joined(separator: ", "), withheld = subject.names(shown: false).joined(separator: ", ")
                        return (
                            .verbatim(subject.subject),
                            .message(
                                subject.isErased
                                    ? Message(fr: "effacé", en: "erased")
                                    : Message(
                                        fr: withheld.isEmpty ? "montré : \(shown)" : "montré : \(shown); tu : \(withheld)",
                                        en: withheld.isEmpty ? "shown: \(shown)" : "shown: \(shown); withheld: \(withheld)")))
                    }),
            ])
    }
}

extension DisclosedSubject {
    /// The fields that are shown, or those withheld, by name.
    func names(shown: Bool) -> [String] {
        guard case .open(let fields) = state else { return [] }
        return fields.filter { ($0.value != .withheld) == shown }.keys.sorted()
    }
}
