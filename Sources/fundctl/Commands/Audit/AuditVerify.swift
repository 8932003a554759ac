import ArgumentParser
import AuditTrail

/// `fundctl audit verify DIR --key PUB.pem …`.
struct AuditVerify: FundctlCommand {
    static let help = CommandHelp(
        "verify",
        summary: Message(
            fr: "Vérifie un export à l'aide de ce que l'auditeur a reçu à part", en: "Checks an export by what the auditor received apart from it"),
        examples: [
            .init("fundctl audit verify fnf-export-1 --key fnf.pem --id IDENTIFIANT"),
            .init(
                "fundctl audit verify fnf-export-2 --key fnf.pem --previous STATEMENT-1",
                Message(fr: "prolonge-t-il le précédent ?", en: "does it extend the one before?")),
        ],
        details: [
            Message(
                fr: """
                    Les verdicts sont rendus séparément : tient, échoue, non vérifié. Le code de sortie est 0 si tous ceux \
                    qui sont exigés tiennent, 5 sinon. « Tient » veut dire cohérent, jamais vrai. Sans ce programme : \
                    audit/verify.py et audit/verify.sh.
                    """,
                en: """
                    Verdicts are given apart: holds, fails, not checked. The exit status is 0 where all that are required \
                    hold, 5 otherwise. "Holds" means consistent, never true. Without this program: audit/verify.py and \
                    audit/verify.sh.
                    """)
        ])

    @Argument(help: .init(fr: "Le dossier de l'export.", en: "The export's folder.", value: ("dossier", "folder")))
    var folder: String

    @Option(help: .init(fr: "La clé du registre, reçue à part (PEM).", en: "The register's key, received apart (PEM).", value: ("fichier", "file")))
    var key: String?

    @Option(help: .init(fr: "L'identifiant du registre, reçu à part.", en: "The register's id, received apart.", value: ("identifiant", "id")))
    var id: String?

    @Option(help: .init(fr: "Le STATEMENT gardé d'un export précédent.", en: "The kept STATEMENT of an earlier export.", value: ("fichier", "file")))
    var previous: String?

    @Option(help: .init(fr: "Le moindre numéro d'export attendu.", en: "The least export number expected.", value: ("numéro", "number")))
    var minExport: Int64?

    @Option(help: .init(fr: "L'export d'un autre registre, pour les mouvements entre fonds.", en: "Another register's export, for movements between funds.", value: ("dossier", "folder")))
    var with: [String] = []

    @OptionGroup var witnesses: WitnessOptions

    @Option(
        help: .init(
            fr: "Les certificats d'une autorité d'horodatage (PEM); peut être répétée.",
            en: "The certificates of a time-stamp authority (PEM); may be repeated.", value: ("fichier", "file")))
    var tsa: [String] = []

    @Option(help: .init(fr: "Les verdicts exigés, séparés par des virgules.", en: "The verdicts required, separated by commas.", value: ("liste", "list")))
    var require: String?

    @OptionGroup var global: GlobalOptions

    func perform(_ call: Invocation) throws -> CommandResult {
        let order = VerificationOrder(
            path: folder, key: try key.map { try call.readOwnFile($0) }, registerID: try id.map(RegisterIDOption.parse),
            previous: try previous.map { try call.readOwnFile($0) }, leastExport: minExport, others: with,
            witnesses: try witnesses.requirement(call), authorities: try authorities(call),
            required: try require.map(names))
        let progress = call.progress(Message(fr: "enregistrements", en: "records"))
        let report = try BundleVerifier.verify(order, layout: FundctlBook.layout) { progress.advance(to: $0) }
        progress.finish()
        return VerificationResult(report: report, language: call.language).result
    }

    /// Nil where no certificate is given.
    private func authorities(_ call: Invocation) throws -> TimeStampRequirement? {
        guard !tsa.isEmpty else { return nil }
        return TimeStampRequirement(certificates: try tsa.map { try call.readOwnFile($0) }, now: call.edge.clock.now())
    }

    private func names(_ list: String) throws -> [VerdictName] {
        try list.split(separator: ",").map { word in
            guard let name = VerdictName(rawValue: String(word)) else {
                throw CommandLineError(
                    .invalidValue,
                    [
                        "value": String(word), "option": "--require",
                        "choices": VerdictName.allCases.map(\.rawValue).joined(separator: ", "),
                    ])
            }
            return name
        }
    }
}
