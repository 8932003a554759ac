import ArgumentParser
import AuditTrail
import FundLedger
import ReferenceData

/// `fundctl audit prove RECORD`.
struct AuditProve: FundctlCommand {
    static let help = CommandHelp(
        "prove",
        summary: Message(
            fr: "Prouve qu'un enregistrement est dans un registre, sans montrer les autres",
            en: "Proves that a record is in a register, without showing the others"),
        examples: [
            .init("fundctl audit prove FNF-2026-000012 -o ecriture.tlog-proof"),
            .init(
                "fundctl audit prove FNF-2026-000012 --format html > recu.html",
                Message(fr: "une page à remettre", en: "a page to hand over")),
            .init(
                "fundctl audit prove 340 --register fdmt --export 2",
                Message(fr: "par le point de contrôle d'un export", en: "by an export's checkpoint")),
        ],
        details: [
            Message(
                fr: """
                    La preuve (C2SP tlog-proof) porte l'enregistrement, sa place et un point de contrôle signé : celui du \
                    registre tel qu'il est, ou celui d'un export, avec les cosignatures reçues. -o écrit la preuve; le reçu \
                    va à la sortie standard.
                    """,
                en: """
                    The proof (C2SP tlog-proof) carries the record, its place and a signed checkpoint: that of the register as \
                    it stands, or that of an export, with the cosignatures received. -o writes the proof; the receipt goes to \
                    standard output.
                    """)
        ])
    static let formats: Set<OutputFormat> = [.text, .json, .html]
    static var outputIsOwn: Bool { true }

    @Argument(
        help: .init(
            fr: "Le numéro de l'enregistrement, ou celui d'une écriture.", en: "The record's number, or an entry's id.",
            value: ("enregistrement", "record")))
    var record: String

    @Option(help: .init(fr: "Le registre : fnf, fdmt ou employers.", en: "The register: fnf, fdmt or employers.", value: ("registre", "register")))
    var register: OneRegister?

    @Option(help: .init(fr: "Prouve par le point de contrôle de cet export.", en: "Proves by this export's checkpoint.", value: ("numéro", "number")))
    var export: Int64?

    @OptionGroup var global: GlobalOptions

    func perform(_ call: Invocation) throws -> CommandResult {
        let (name, entry) = try subject()
        let progress = call.progress(Message(fr: "enregistrements", en: "records"))
        let receipt = try call.openBookToRead().read { reading in
            let session = try reading.register(name)
            let sequence = try entry.map { try FundReader(session).entry($0).sequence } ?? typedSequence()
            let proof = try RecordProver.prove(
                sequence, in: session, export: export, ledgerKeys: call.ledgerKeys(of: session.register)
            ) { progress.advance(to: $0) }
            return try self.receipt(proof, session)
        }
        progress.finish()
        if let file = global.output, file != "-" { try OutputFile.write(receipt.proof.text, to: file) }
        return result(receipt)
    }

    /// The register's name, and the entry where one is asked for.
    private func subject() throws -> (String, EntryID?) {
        guard record.contains("-") else {
            guard let register else {
                throw CommandLineError(.missingArgument, ["argument": "--register", "command": "fundctl audit prove"])
            }
            return (register.rawValue, nil)
        }
        let entry = try EntryID(parsing: record)
        guard register == nil || register?.rawValue == entry.fund.rawValue else {
            throw WitnessError(.proofEntryOther, ["entry": entry.text, "register": register?.rawValue ?? ""])
        }
        return (entry.fund.rawValue, entry)
    }

    private func typedSequence() throws -> Int64 {
        guard let sequence = CanonicalInteger.parse(record), sequence > 0 else {
            throw AuditError(.recordUnknown, ["record": record])
        }
        return sequence
    }

    private func receipt(_ proof: RecordProof, _ session: RegisterSession) throws -> RecordReceipt {
        let record = try session.record(at: proof.sequence)
        let entry = try (record as? JournalEntry).map { try EntryView(FundReader(session).entry($0.id), in: session) }
        return RecordReceipt(
            proof: proof, register: session.register.name, kind: type(of: record).kind,
            batch: try session.batch(of: proof.sequence), entry: entry, export: export,
            file: global.output == "-" ? nil : global.output)
    }

    private func result(_ receipt: RecordReceipt) -> CommandResult {
        let proof = receipt.proof
        var result = CommandResult(
            json: [
                "register": .string(receipt.register), "register_id": .string(proof.register.id.hex),
                "record": .integer(proof.sequence), "kind": .string(receipt.kind), "entry": receipt.entry?.json ?? .null,
                "size": .integer(proof.checkpoint.size), "root": .string(proof.checkpoint.root.hex),
                "export": receipt.export.map(JSONValue.integer) ?? .null, "file": .optional(receipt.file),
                "proof": .string(String(decoding: proof.text, as: UTF8.self)),
            ],
            text: receipt.blocks)
        result.html = { HTMLPage(title: RecordReceipt.title, blocks: receipt.blocks, language: $0).bytes }
        if global.output == "-", global.format == .text { result.raw = proof.text }
        return result
    }
}
