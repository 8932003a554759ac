import ArgumentParser
import AuditTrail

/// `fundctl audit timestamp BUNDLE --request FILE | --response FILE | --command COMMAND`.
struct AuditTimestamp: FundctlCommand {
    static let help = CommandHelp(
        "timestamp",
        summary: Message(
            fr: "Demande un horodatage pour un export déjà écrit, ou y joint la réponse de l'autorité",
            en: "Asks for a time stamp of an export already written, or puts the authority's answer into it"),
        examples: [
            .init(
                "fundctl audit timestamp fnf-export-1 --request fnf-1.tsq",
                Message(fr: "la demande, à porter à l'autorité", en: "the request, to be taken to the authority")),
            .init(
                "fundctl audit timestamp fnf-export-1 --response fnf-1.tsr",
                Message(fr: "la réponse, qui va dans l'export", en: "the answer, which goes into the export")),
            .init(
                "fundctl audit timestamp fnf-export-1 --command \"\(curl)\"",
                Message(fr: "les deux d'un coup", en: "both at once")),
        ],
        details: [
            Message(
                fr: """
                    Un jeton d'horodatage (RFC 3161) montre que STATEMENT existait au plus tard à son heure. La réponse est \
                    refusée si elle est d'un autre STATEMENT; si l'autorité est digne de foi, c'est à l'auditeur d'en juger, \
                    par « audit verify --tsa ».
                    """,
                en: """
                    A time-stamp token (RFC 3161) shows that STATEMENT existed no later than its time. The answer is refused \
                    if it is of another STATEMENT; whether the authority is to be trusted is for the auditor to judge, by \
                    "audit verify --tsa".
                    """)
        ])

    /// What asks most authorities; it fits between double quotes.
    static let curl = "curl -sS -H 'Content-Type: application/timestamp-query' --data-binary @- https://…"

    @Argument(help: .init(fr: "Le dossier de l'export.", en: "The export's folder.", value: ("dossier", "folder")))
    var folder: String

    @Option(help: .init(fr: "Écrit la demande dans ce fichier.", en: "Writes the request to this file.", value: ("fichier", "file")))
    var request: String?

    @Option(help: .init(fr: "Joint cette réponse à l'export.", en: "Puts this answer into the export.", value: ("fichier", "file")))
    var response: String?

    @Option(
        help: .init(
            fr: "Reçoit la demande sur son entrée et rend la réponse sur sa sortie.",
            en: "Takes the request on its input and gives the answer on its output.", value: ("commande", "command")))
    var command: String?

    @OptionGroup var global: GlobalOptions

    func perform(_ call: Invocation) throws -> CommandResult {
        let given = [("--request", request), ("--response", response), ("--command", command)].filter { $0.1 != nil }
        guard let first = given.first else {
            throw CommandLineError(
                .missingArgument,
                ["argument": "--request, --response, --command", "command": call.path.joined(separator: " ")])
        }
        if given.count > 1 { throw CommandLineError(.exclusiveOptions, ["option": given[1].0, "other": first.0]) }
        let stamping = TimeStamping(call: call, bundle: try StampedBundle(folder))
        if let request { return try writeRequest(request, stamping) }
        let answer: TimeStampResponse
        if let command {
            answer = try stamping.ask(command)
        } else {
            answer = try stamping.bundle.accept(call.readFile(response ?? "-"))
            try stamping.put(answer)
        }
        return stamped(stamping.bundle, answer)
    }

    private func writeRequest(_ path: String, _ stamping: TimeStamping) throws -> CommandResult {
        let bundle = stamping.bundle
        let request = bundle.request(random: stamping.call.edge.randomBytes(TimeStampRequest.randomLength))
        if path != "-" { try OutputFile.write(request.der, to: path) }
        var result = result(bundle, request: path, isNew: bundle.token == nil)
        if path == "-" { result.raw = request.der }
        result.text.insert(
            .paragraph(
                Message(
                    fr: "La demande d'horodatage de l'export \(bundle.statement.export) du registre \(bundle.statement.register) est dans « \(path) ».",
                    en: "The request to stamp export \(bundle.statement.export) of the register \(bundle.statement.register) is in \"\(path)\".")),
            at: 0)
        result.next = [
            .init(
                command: "fundctl audit timestamp \(bundle.path) --response …",
                purpose: Message(fr: "quand l'autorité aura répondu", en: "when the authority has answered"))
        ]
        return result
    }

    private func stamped(_ bundle: StampedBundle, _ answer: TimeStampResponse) -> CommandResult {
        var result = result(bundle, time: answer.time, isNew: bundle.token == nil)
        result.text.insert(
            .paragraph(
                bundle.token == nil
                    ? Message(
                        fr: "L'horodatage est joint à l'export \(bundle.statement.export) du registre \(bundle.statement.register).",
                        en: "The time stamp is in export \(bundle.statement.export) of the register \(bundle.statement.register).")
                    : Message(
                        fr: "L'export \(bundle.statement.export) du registre \(bundle.statement.register) portait déjà cet horodatage.",
                        en: "Export \(bundle.statement.export) of the register \(bundle.statement.register) had this time stamp already.")),
            at: 0)
        result.notes = [TimeStampWords.unjudged]
        result.next = [
            .init(
                command: "fundctl audit verify \(bundle.path) --key \(bundle.statement.register).pem --tsa …",
                purpose: Message(fr: "le vérifie, avec le certificat de l'autorité", en: "checks it, with the authority's certificate"))
        ]
        return result
    }

    private func result(
        _ bundle: StampedBundle, request: String? = nil, time: String? = nil, isNew: Bool
    ) -> CommandResult {
        var facts: [(label: Message, value: Cell)] = [
            (Message(fr: "SHA-256 de STATEMENT", en: "SHA-256 of STATEMENT"), .text(SHA256.hash(bundle.text).hex))
        ]
        if let time {
            facts.append((Message(fr: "Heure", en: "Time"), .text(time)))
            facts.append((Message(fr: "Fichier", en: "File"), .text(bundle.tokenPath)))
        }
        return CommandResult(
            json: [
                "register": .string(bundle.statement.register), "export": .integer(bundle.statement.export),
                "statement_sha256": .string(SHA256.hash(bundle.text).hex),
                "request": request.map { .string($0) } ?? .null, "file": time == nil ? .null : .string(bundle.tokenPath), "time": time.map { .string($0) } ?? .null,
                "is_new": .bool(isNew),
            ],
            text: [.facts(facts)])
    }
}
