import ArgumentParser
import AuditTrail
import Storage

/// `fundctl audit erase SUBJECT… --reason R`.
struct AuditErase: FundctlCommand {
    static let help = CommandHelp(
        "erase",
        summary: Message(
            fr: "Efface les renseignements personnels d'une personne, pour de bon", en: "Erases a person's information, for good"),
        examples: [
            .init(
                "fundctl audit erase 4f0c61d2a7b35e88c1d09e6a5b7f2c34 --reason \"Calendrier de conservation, règle 12\"",
                Message(fr: "le numéro se lit dans les fiches", en: "records show the number"))
        ],
        details: [
            Message(
                fr: """
                    Les registres gardent l'empreinte et disent l'effacement; tout export, ancien ou nouveau, se vérifie encore. \
                    Les valeurs et leurs sels quittent le livre et son journal, puis leurs octets sont cherchés dans le fichier. \
                    Tant qu'un autre programme lit encore ce qui était, l'effacement est en attente (code de sortie 6) : \
                    refaites la même commande pour le finir. Les copies faites avant gardent tout.
                    """,
                en: """
                    The registers keep the commitment and tell of the erasure; every export, old or new, still verifies. \
                    Values and salts leave the book and its log, then their bytes are looked for in the file. While \
                    another program still reads what was, the erasure is pending (exit status 6): type the same command \
                    again to finish it. Copies made before keep everything.
                    """)
        ])

    @Argument(help: .init(fr: "Les sujets : 32 chiffres hexadécimaux chacun.", en: "The subjects: 32 hexadecimal digits each.", value: ("sujet", "subject")))
    var subjects: [String]

    @Option(help: .init(fr: "Pourquoi : la règle ou la demande. N'y nommez personne.", en: "Why: the rule or the request. Name nobody in it.", value: ("motif", "reason")))
    var reason: String

    @OptionGroup var write: WriteOptions
    @OptionGroup var global: GlobalOptions

    func perform(_ call: Invocation) throws -> CommandResult {
        try TypedText.check(reason, option: "--reason", bytes: 1...1000)
        let book = try call.openBook()
        let rows = try book.read { reading in try Set(subjects).sorted().map { try reading.subject($0) } }
        let open = rows.filter { $0.erased == nil }
        guard open.count == rows.count || open.isEmpty else {
            let erased = rows.filter { $0.erased != nil }.map(\.subject).joined(separator: ", ")
            throw SubjectError(.alreadyErased, ["erased": erased])
        }
        var erasure = SubjectErasure()
        var done: WriteDone<Void>?
        if !open.isEmpty {
            let request = WriteRequest(
                registers: Set(rows.map(\.register)).sorted(),
                content: [
                    "command": "audit erase", "reason": .text(reason), "subjects": .array(rows.map { .string($0.subject) }),
                ], options: write)
            done = try call.write(request, to: book) { transaction in
                try erasure.erase(open, reason: reason, in: transaction)
            } again: { _, _ in }
        }
        guard !write.dryRun else { return result(rows, done, .wouldErase) }
        do {
            try erasure.finish(book)
        } catch let error as StorageError where error.code == .busy {
            return result(rows, done, .pending)
        }
        return result(rows, done, .erased)
    }

    private enum State: String {
        case erased, pending
        case wouldErase = "dry-run"
    }

    private func result(_ rows: [SubjectRow], _ done: WriteDone<Void>?, _ state: State) -> CommandResult {
        var result = CommandResult(
            json: [
                "state": .string(state.rawValue),
                "subjects": .array(rows.map { ["subject": .string($0.subject), "register": .string($0.register)] }),
            ],
            text: [.paragraph(words(state, rows.count))])
        result.text.append(.facts(rows.map { (RegisterWords.name($0.register), .text($0.subject)) }))
        if state == .pending {
            result.exit = .busy
            result.next = [
                .init(
                    command: "fundctl audit erase \(rows.map(\.subject).joined(separator: " ")) --reason …",
                    purpose: Message(fr: "finit l'effacement, quand plus rien d'autre ne lit le livre", en: "finishes the erasure, once nothing else reads the book"))
            ]
        }
        if let done {
            result.tell(done)
        } else {
            result.json += [
                (name: "repeated", value: .bool(true)), (name: "dry_run", value: .bool(write.dryRun)), (name: "batches", value: .array([])),
            ]
            result.tell(isDryRun: write.dryRun, isRepeated: false)
        }
        return result
    }

    private func words(_ state: State, _ count: Int) -> Message {
        switch state {
        case .erased:
            Message(
                fr: "Effacé : ni le livre ni son journal n'en gardent rien. Les copies et sauvegardes faites avant le gardent.",
                en: "Erased: neither the book nor its log keeps any of it. Copies and backups made before keep it.")
        case .pending:
            Message(
                fr: "EN ATTENTE : les registres disent l'effacement, mais un autre programme lit encore le livre; des octets peuvent rester dans son journal.",
                en: "PENDING: the registers tell of the erasure, but another program still reads the book; bytes may remain in its log.")
        case .wouldErase:
            Message(
                fr: "\(count, "sujet serait effacé", "sujets seraient effacés").", en: "\(count, "subject", "subjects") would be erased.")
        }
    }
}
