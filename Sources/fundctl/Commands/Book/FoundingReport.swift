import AuditTrail

/// What `init` says: what the auditors pin, where the keys lie, what is to be put away.
struct FoundingReport {
    struct Person {
        let name: String
        let key: PublicKey
        let isNew: Bool
    }

    let book: String
    let keys: KeyFolder
    let origin: String
    let template: String?
    let heads: [RegisterHead]
    /// Accounts opened, by register.
    let accounts: [String: Int]
    let persons: [Person]
    /// Nil where the request is repeated: the file is elsewhere by now, as it should be.
    let recoveryFile: String?
    /// The fiscal year to open first.
    let year: String

    func result(_ done: WriteDone<FoundingReport>) -> CommandResult {
        var result = CommandResult(
            json: [
                "state": "done", "book": .string(book), "origin": .string(origin), "template": .optional(template),
                "registers": .array(heads.map { json($0, isDryRun: done.isDryRun) }),
                "persons": .array(
                    persons.map {
                        [
                            "name": .string($0.name), "public_key": done.isDryRun && $0.isNew ? .null : .string($0.key.hex),
                            "private_file": .string(keys.privatePath($0.name)), "made": .bool($0.isNew),
                        ]
                    }),
                "recovery_file": .optional(done.isDryRun ? nil : recoveryFile),
            ],
            text: text(isDryRun: done.isDryRun), notes: notes(isDryRun: done.isDryRun), next: next)
        result.tell(done)
        return result
    }

    /// A dry run's ids and keys would be others: they are not shown.
    private func json(_ head: RegisterHead, isDryRun: Bool) -> JSONValue {
        [
            "register": .string(head.name), "id": isDryRun ? .null : .string(head.id.hex),
            "ledger_key": isDryRun ? .null : .string(head.ledgerKey.hex),
            "ledger_key_file": isDryRun ? .null : .string(keys.ledgerPath(registerID: head.id.hex)),
            "accounts": .integer(accounts[head.name] ?? 0),
        ]
    }

    private func text(isDryRun: Bool) -> [TextBlock] {
        let opened = accounts.values.reduce(0, +)
        let what = Message(
            fr: "\(heads.count, "registre", "registres"), \(persons.count, "personne fondatrice", "personnes fondatrices"), \(opened, "compte ouvert", "comptes ouverts").",
            en: "\(heads.count, "register", "registers"), \(persons.count, "founder", "founders"), \(opened, "account", "accounts") opened.")
        let founded = Message(fr: "Le livre \(book) est fondé.", en: "The book \(book) is founded.")
        guard !isDryRun else { return [.lines([founded, what]), keysTitle, .facts(keyFiles)] }
        var files = keyFiles
        if let recoveryFile { files.append((Message(fr: "Clé de récupération", en: "Recovery key"), .text(recoveryFile))) }
        let pinned = heads.map { head in
            TextBlock.facts([
                (RegisterWords.register, .text(head.name)), (RegisterWords.id, .text(head.id.hex)),
                (RegisterWords.ledgerKey, .text(head.ledgerKey.hex)),
            ])
        }
        let auditor = TextBlock.title(Message(fr: "Ce que l'auditeur épingle", en: "What the auditor pins"))
        return [.lines([founded, what]), auditor] + pinned + [keysTitle, .facts(files)]
    }

    private var keysTitle: TextBlock { .title(Message(fr: "Où sont les clés", en: "Where the keys lie")) }

    private var keyFiles: [(label: Message, value: Cell)] {
        let own = persons.map { person -> (label: Message, value: Cell) in
            let label =
                person.isNew
                ? Message(fr: "Clé de \(person.name) (neuve)", en: "Key of \(person.name) (new)")
                : Message(fr: "Clé de \(person.name)", en: "Key of \(person.name)")
            return (label, .text(keys.privatePath(person.name)))
        }
        return own + [(Message(fr: "Clés des registres", en: "Ledger keys"), .text("\(keys.path)/ledgers"))]
    }

    private func notes(isDryRun: Bool) -> [Message] {
        var notes: [Message] = []
        if let recoveryFile, !isDryRun {
            notes.append(
                Message(
                    fr: "mettez \(recoveryFile) à l'abri, hors de cet ordinateur, puis supprimez ce fichier : cette clé peut faire une personne admin.",
                    en: "put \(recoveryFile) in a safe place off this computer, then delete this file: this key can make an admin."))
        }
        if persons.count == 1 { notes.append(BookWarning.singleAdmin) }
        return notes
    }

    private var next: [CommandResult.NextStep] {
        var steps = [
            CommandResult.NextStep(
                command: "fundctl register show fnf --pem -o fnf.pem",
                purpose: Message(fr: "la clé du registre, pour l'auditeur", en: "the ledger key, for the auditor"))
        ]
        if template == nil {
            steps.append(
                .init(
                    command: "fundctl account load FILE.csv --fund fnf",
                    purpose: Message(fr: "ouvre les comptes", en: "opens the accounts")))
        }
        return steps + [
            .init(
                command: "fundctl year open \(year) --fund fnf",
                purpose: Message(fr: "ouvre un exercice", en: "opens a fiscal year")),
            .init(
                command: "fundctl status",
                purpose: Message(fr: "montre où en est le livre", en: "shows where the book stands")),
        ]
    }
}
