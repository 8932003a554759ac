import ArgumentParser
import AuditTrail
import FundLedger

/// `--name N` of an organisation, or `--person N`, whose name is committed to and kept outside the records.
struct RecipientNaming: ParsableArguments {
    @Option(help: .init(fr: "Le nom légal de l'organisme.", en: "The legal name of the organisation.", value: ("nom", "name")))
    var name: String?

    @Option(
        help: .init(
            fr: "Le nom d'une personne (NEQ en 22, ou particulier) : gardé hors des enregistrements, effaçable.",
            en: "The name of a person (NEQ in 22, or an individual): kept outside the records, erasable.",
            value: ("nom", "name")))
    var person: String?

    /// Refuses: E-RCP-004, E-CLI-041.
    func check(for recipient: String) throws {
        guard (name == nil) != (person == nil) else {
            throw RegistryError(.recipientNaming, ["recipient": recipient])
        }
        if let name { try TypedText.check(name, option: "--name", bytes: RecipientName.nameBytes) }
        if let person { try TypedText.check(person, option: "--person", bytes: RecipientName.nameBytes) }
    }

    /// The name as records have it; a person is opened as a subject first.
    func recorded(in session: RegisterSession, _ edge: Edge) throws -> RecipientName {
        guard let person else { return .name(name ?? "") }
        // Of the place in the history too: under a seed, the next command draws the same bytes.
        let drawn = SHA256.hash(edge.randomBytes(16) + Array(session.register.root.hex.utf8)).hex
        let subject = String(drawn.prefix(32))
        try session.openSubject(subject, values: ["name": person], salts: ["name": edge.randomBytes(32)])
        return .subject(subject)
    }

    /// Refuses a request made again under the same key with another person's name: E-AUD-020.
    func requireSame(
        _ name: RecipientName, in session: RegisterSession, _ receipts: [BatchReceipt], _ options: WriteOptions
    ) throws {
        guard let subject = name.subject, let person else { return }
        try session.requireSame(["name": person], of: subject, receipts, options)
    }
}

extension RegisterSession {
    /// Refuses a request made again under the same key with other personal information (E-AUD-020).
    ///
    /// The fingerprint of such a request, which the seal keeps for ever, holds none of it. What tells whether it is the
    /// same is the subject's commitments, keyed by salts that go when it is erased; from then on it cannot be told, and
    /// the request is answered with its first outcome.
    func requireSame(
        _ values: [String: String], of subject: String, _ receipts: [BatchReceipt], _ options: WriteOptions
    ) throws {
        guard try isCommitted(to: values, subject: subject) == false else { return }
        throw AuditError(
            .idempotencyConflict,
            [
                "key": options.idempotencyKey ?? "", "register": register.name,
                "batch": receipts.first.map { String($0.batch) } ?? "",
            ])
    }
}
