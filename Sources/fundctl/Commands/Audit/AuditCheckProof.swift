import ArgumentParser
import AuditTrail
import FundLedger

/// `fundctl audit check-proof FILE --key PUB.pem`.
struct AuditCheckProof: FundctlCommand {
    static let help = CommandHelp(
        "check-proof",
        summary: Message(
            fr: "Vérifie la preuve d'un enregistrement, sans le livre", en: "Checks the proof of one record, without the book"),
        examples: [.init("fundctl audit check-proof ecriture.tlog-proof --key fnf.pem --id IDENTIFIANT")],
        details: [
            Message(
                fr: """
                    La clé et l'identifiant du registre s'obtiennent d'ailleurs que de la preuve. Code de sortie 0 si elle tient, \
                    5 sinon. Sans ce programme : audit/verify.py --check-proof.
                    """,
                en: """
                    The register's key and id come from elsewhere than the proof. Exit status 0 where it holds, 5 otherwise. \
                    Without this program: audit/verify.py --check-proof.
                    """)
        ])

    @Argument(help: .init(fr: "La preuve.", en: "The proof.", value: ("fichier", "file")))
    var file: String

    @Option(help: .init(fr: "La clé du registre, reçue à part (PEM).", en: "The register's key, received apart (PEM).", value: ("fichier", "file")))
    var key: String

    @Option(help: .init(fr: "L'identifiant du registre, reçu à part.", en: "The register's id, received apart.", value: ("identifiant", "id")))
    var id: String?

    @OptionGroup var witnesses: WitnessOptions
    @OptionGroup var global: GlobalOptions

    func perform(_ call: Invocation) throws -> CommandResult {
        let id = try id.map(RegisterIDOption.parse)
        let bytes = try call.readOwnFile(file), pem = try call.readOwnFile(key)
        let requirement = try witnesses.requirement(call)
        var proof: RecordProof?
        do {
            let parsed = try RecordProof(parsing: bytes)
            proof = parsed
            try parsed.verify(key: PublicKey(pem: pem), registerID: id, witnesses: requirement)
            return holds(parsed)
        } catch let error as any CodedError {
            return fails(proof, error, call.language)
        }
    }

    private func holds(_ proof: RecordProof) -> CommandResult {
        let record = try? proof.line.withUnsafeBytes { try FundctlBook.layout.kinds.decode($0) }
        var text: [TextBlock] = [
            .paragraph(
                Message(
                    fr: "La preuve tient : l'enregistrement \(number: proof.sequence) est dans le registre.",
                    en: "The proof holds: record \(number: proof.sequence) is in the register.")),
            .facts([
                (RegisterWords.id, .text(proof.register.id.hex)),
                (Message(fr: "Origine", en: "Origin"), .text(proof.register.origin)),
                (Message(fr: "Point de contrôle", en: "Checkpoint"), .message(Message(fr: "\(number: proof.checkpoint.size) enregistrements", en: "\(number: proof.checkpoint.size) records"))),
                (RegisterWords.root, .text(proof.checkpoint.root.hex)),
            ]),
        ]
        if let entry = record as? JournalEntry { text += EntryView(apart: entry).text }
        let line = String(decoding: proof.line, as: UTF8.self)
        text.append(.verbatim(line))
        var result = CommandResult(
            json: [:], text: text,
            notes: [
                Message(
                    fr: "La preuve ne dit pas si l'enregistrement a été contrepassé ou annulé par la suite.",
                    en: "The proof does not say whether the record was reversed or annulled afterwards.")
            ])
        if id == nil {
            result.notes.append(
                Message(
                    fr: "Sans --id, comparez l'identifiant avec celui que vous avez reçu à part.",
                    en: "Without --id, compare the id with the one that you received apart."))
        }
        result.json = members(proof, line: line, detail: "", isHeld: true)
        return result
    }

    private func fails(_ proof: RecordProof?, _ error: any CodedError, _ language: Language) -> CommandResult {
        let detail = "\(error.errorCode): \(ErrorReport(error: error, language: language).what)"
        var result = CommandResult(
            json: [:],
            text: [
                .paragraph(Message(fr: "La preuve NE TIENT PAS.", en: "The proof DOES NOT HOLD.")),
                .paragraph(.verbatim(detail)),
            ], exit: .integrityBroken)
        result.json = members(proof, line: "", detail: detail, isHeld: false)
        return result
    }

    private func members(
        _ proof: RecordProof?, line: String, detail: String, isHeld: Bool
    ) -> [(name: String, value: JSONValue)] {
        [
            (name: "register_id", value: .string(proof?.register.id.hex ?? "")),
            (name: "record", value: .string(proof.map { String($0.sequence) } ?? "")),
            (name: "size", value: .string(proof.map { String($0.checkpoint.size) } ?? "")),
            (name: "root", value: .string(proof?.checkpoint.root.hex ?? "")), (name: "line", value: .string(line)),
            (name: "detail", value: .string(detail)), (name: "ok", value: .string(isHeld ? "yes" : "no")),
        ]
    }
}
