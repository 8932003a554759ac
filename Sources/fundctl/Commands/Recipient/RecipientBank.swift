import ArgumentParser
import AuditTrail
import FundLedger
import ReferenceData

/// `fundctl recipient bank RECIPIENT --fund F`: proposes where a recipient's money goes.
struct RecipientBank: FundctlCommand {
    static let help = CommandHelp(
        "bank", summary: Message(fr: "Propose les coordonnées bancaires d'un bénéficiaire", en: "Proposes the bank details of a recipient"),
        examples: [
            .init(
                "fundctl recipient bank 1144556677 --fund FNF --details compte.yaml",
                Message(fr: "un fichier : institution, transit, account", en: "a file: institution, transit, account")),
            .init("fundctl recipient bank 1144556677 --fund FNF --institution 815 --transit 30000 --account 0012345"),
            .init(
                "fundctl recipient bank 1144556677 --fund FNF --details lu-sur-le-cheque.yaml --compare",
                Message(fr: "avant d'approuver : sont-ce les mêmes?", en: "before approving: are they the same?")),
        ],
        details: [
            Message(
                fr: """
                    Une autre personne, approver, approuve : nul ne change seul où va l'argent. Les coordonnées sont gardées \
                    hors du registre, qui n'en a que l'empreinte; aucune commande ne les affiche. --details lit un fichier, \
                    ou « - » : ce que l'on tape en option reste dans l'historique de l'interpréteur. Qui approuve saisit \
                    lui-même ce qu'il lit sur le chèque annulé, avec --compare : rien n'est écrit.
                    """,
                en: """
                    Another person, an approver, approves: nobody changes alone where money goes. The details are kept \
                    outside the register, which has only their commitments; no command shows them. --details reads a file, \
                    or "-": what is typed as an option stays in the shell's history. Who approves types what they read on \
                    the void cheque, with --compare: nothing is written.
                    """)
        ])

    @Argument(help: .init(fr: "Le bénéficiaire : un NEQ, ou un identifiant X-….", en: "The recipient: a NEQ, or an identifier X-….", value: ("bénéficiaire", "recipient")))
    var recipient: String

    @OptionGroup var fund: FundOption

    @Option(help: .init(fr: "Un fichier YAML : institution, transit, account.", en: "A YAML file: institution, transit, account.", value: ("fichier", "file")))
    var details: String?

    @Option(help: .init(fr: "L'institution, trois chiffres.", en: "The institution, three digits.", value: ("chiffres", "digits")))
    var institution: String?

    @Option(help: .init(fr: "Le transit, cinq chiffres.", en: "The transit, five digits.", value: ("chiffres", "digits")))
    var transit: String?

    @Option(help: .init(fr: "Le compte, de 1 à 12 chiffres.", en: "The account, 1 to 12 digits.", value: ("chiffres", "digits")))
    var account: String?

    @Flag(help: .init(fr: "Compare avec ce qui est proposé, sinon en vigueur; n'écrit rien.", en: "Compares with what is proposed, else in force; writes nothing."))
    var compare = false

    @OptionGroup var write: WriteOptions
    @OptionGroup var global: GlobalOptions

    func perform(_ call: Invocation) throws -> CommandResult {
        let fund = try fund.code()
        let details = try read(call)
        if compare { return try compare(details, fund, call) }
        let book = try call.openBook()
        let request = WriteRequest(
            registers: [fund.rawValue],
            // Without the details: a hash of twelve digits would tell them for ever to who tries them all.
            content: ["command": "recipient bank", "recipient": .string(recipient)], options: write)
        let random = call.edge.randomBytes(128)
        let done = try call.write(request, to: book) { transaction in
            let session = try transaction.register(fund.rawValue)
            _ = try Recipients(session).recipient(recipient)
            let place = Array(session.register.root.hex.utf8)
            let subject = Hexadecimal.encode(Array(SHA256.hash(random[..<32] + place).bytes.prefix(16)))
            let fields = details.values.keys.sorted()
            let salts = Dictionary(
                uniqueKeysWithValues: fields.enumerated().map { index, field in
                    (field, SHA256.hash(Array(random[(32 * (index + 1))..<(32 * (index + 2))]) + place).bytes)
                })
            try session.openSubject(subject, values: details.values, salts: salts)
            return ProposalID(
                register: fund.rawValue, sequence: try Payments(session).proposeBank(subject, of: recipient))
        } again: { reading, receipts in
            for found in try reading.records(Proposed<BankSet>.self, of: receipts) {
                try found.session.requireSame(details.values, of: found.record.subject.subject, receipts, write)
            }
            return ProposalID(register: fund.rawValue, sequence: (receipts.first.map { $0.first + $0.count - 1 }) ?? 0)
        }
        return result(done, fund)
    }

    /// Exit status 3 where they are not the same.
    private func compare(_ details: BankDetails, _ fund: FundCode, _ call: Invocation) throws -> CommandResult {
        let (proposal, same) = try call.openBookToRead().read { reading in
            let session = try reading.register(fund.rawValue)
            _ = try Recipients(session).recipient(recipient)
            let payments = try Payments(session)
            let proposed = try payments.proposedBank(of: recipient)
            guard let subject = try proposed?.subject ?? payments.bank(of: recipient) else {
                throw PaymentError(.bankUnknown, ["recipient": recipient, "fund": fund.rawValue])
            }
            return (proposed?.proposal, try session.values(of: subject) == details.values)
        }
        let what =
            proposal == nil
            ? Message(fr: "celles en vigueur", en: "those in force") : Message(fr: "celles proposées", en: "those proposed")
        return CommandResult(
            json: [
                "state": .string(same ? "same" : "different"), "fund": .string(fund.shown), "recipient": .string(recipient),
                "proposal": .optional(proposal.map { "\(fund.rawValue):\($0)" }),
            ],
            text: [
                .paragraph(
                    same
                        ? Message(
                            fr: "Les coordonnées de \(recipient) sont \(what.text(in: .fr)).",
                            en: "The details of \(recipient) are \(what.text(in: .en)).")
                        : Message(
                            fr: "Les coordonnées de \(recipient) ne sont pas \(what.text(in: .fr)).",
                            en: "The details of \(recipient) are not \(what.text(in: .en))."))
            ], exit: same ? .done : .refused)
    }

    private func read(_ call: Invocation) throws -> BankDetails {
        if let file = details { return try BankDetails(yaml: call.readFile(file), file: file, whose: recipient) }
        guard let institution, let transit, let account else {
            throw CommandLineError(.missingArgument, ["argument": "--details", "command": "recipient bank"])
        }
        return try BankDetails(institution: institution, transit: transit, account: account, whose: recipient)
    }

    private func result(_ done: WriteDone<ProposalID>, _ fund: FundCode) -> CommandResult {
        let id = done.value
        var result = CommandResult(
            json: [
                "state": "waiting", "id": .string(id.text), "fund": .string(fund.shown), "recipient": .string(recipient),
            ],
            text: [
                .paragraph(
                    write.dryRun
                        ? Message(
                            fr: "Les coordonnées bancaires de \(recipient) seraient proposées.",
                            en: "The bank details of \(recipient) would be proposed.")
                        : Message(
                            fr: "Les coordonnées bancaires de \(recipient) sont proposées; elles attendent une deuxième personne.",
                            en: "The bank details of \(recipient) are proposed; they wait for a second person."))
            ],
            next: TwoPersonCommand.approval(
                [ActOutcome(register: id.register, sequence: id.sequence, state: .waiting, isAlone: false)], by: .approver))
        result.tell(done)
        return result
    }
}
