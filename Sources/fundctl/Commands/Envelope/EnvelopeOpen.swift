import ArgumentParser
import AuditTrail
import FundLedger
import ReferenceData

/// `fundctl envelope open CODE --fund F --year Y --amount A`.
struct EnvelopeOpen: FundctlCommand {
    static let help = CommandHelp(
        "open", summary: Message(fr: "Ouvre une enveloppe et lui autorise un montant", en: "Opens an envelope and authorises an amount for it"),
        examples: [
            .init("fundctl envelope open FORM-06 --fund FNF --year 2026-2027 --amount 250000 --name \"Formation, Montréal\""),
            .init(
                "fundctl envelope open FORM-06-A --fund FNF --year 2026-2027 --amount 0 --parent FORM-06 --attribute region=06",
                Message(fr: "sous une autre, avec un attribut", en: "under another, with an attribute")),
        ],
        details: [
            Message(
                fr: """
                    Une enveloppe est un code dans un exercice sous contrôle budgétaire. Une écriture enregistre le montant \
                    autorisé. Le parent, s'il y en a un, est déjà ouvert; les montants d'une enveloppe sont les siens, sans \
                    ceux de ce qui est dessous.
                    """,
                en: """
                    An envelope is a code in a year under budget control. An entry records the amount authorised. The \
                    parent, if any, is open already; an envelope's amounts are its own, without those of what lies below.
                    """)
        ])

    @Argument(help: .init(fr: "Le code de l'enveloppe.", en: "The envelope's code."))
    var code: String

    @OptionGroup var budget: BudgetOptions

    @Option(help: .init(fr: "Le montant autorisé.", en: "The amount authorised.", value: ("montant", "amount")))
    var amount: String

    @Option(help: .init(fr: "Le nom; sinon le code.", en: "The name; else the code.", value: ("nom", "name")))
    var name: String?

    @Option(help: .init(fr: "L'enveloppe au-dessus.", en: "The envelope above.", value: ("code", "code")))
    var parent: String?

    @Option(
        name: .customLong("attribute"),
        help: .init(fr: "Un attribut, nom=valeur.", en: "An attribute, name=value.", value: ("attribut", "attribute")))
    var attributes: [String] = []

    @Option(help: .init(fr: "Le dernier jour où elle sert.", en: "The last day on which it is used.", value: ("date", "date")))
    var expires: String?

    @OptionGroup var date: ActDateOption
    @OptionGroup var write: WriteOptions
    @OptionGroup var global: GlobalOptions

    func perform(_ call: Invocation) throws -> CommandResult {
        let (fund, year) = try budget.read()
        let envelope = try Envelope(
            code: code, year: year, parent: parent, name: name, attributes: Envelope.attributes(typed: attributes),
            expires: expires.map { try CalendarDate(iso: $0) }, amount: AmountText.parse(amount))
        let day = try date.day(in: year, call)
        let book = try call.openBook()
        let request = WriteRequest(
            registers: [fund.rawValue],
            content: [
                "amount": .string(envelope.amount.canonical),
                "attributes": .array(envelope.attributes.sorted { $0.key < $1.key }.map { .string("\($0.key)=\($0.value)") }),
                "command": "envelope-open", "date": .string(date.date ?? ""), "envelope": .string(code),
                "expires": .string(expires ?? ""), "name": .string(envelope.name), "parent": .string(parent ?? ""),
                "year": .string(year.text),
            ], options: write)
        let done = try call.write(request, to: book) { transaction in
            let session = try transaction.register(fund.rawValue)
            let opened = try Budget(session).open(envelope, on: day)
            try session.flush()
            return (try FundReader(session).envelope(code, in: year), opened.entry)
        } again: { reading, receipts in
            let entry = try reading.records(EnvelopeOpened.self, of: receipts).first?.record.entry
            return (try FundReader(reading.register(fund.rawValue)).envelope(code, in: year), entry)
        }
        return result(done, fund)
    }

    private func result(_ done: WriteDone<(EnvelopeRow, EntryID?)>, _ fund: FundCode) -> CommandResult {
        let (row, entry) = done.value
        let title =
            write.dryRun
            ? Message(fr: "L'enveloppe \(row.code) serait ouverte.", en: "The envelope \(row.code) would be opened.")
            : Message(fr: "L'enveloppe \(row.code) est ouverte.", en: "The envelope \(row.code) is open.")
        var result = CommandResult(
            json: [
                "fund": .string(fund.shown), "envelope": EnvelopeView.json(row), "entry": .optional(entry?.text),
            ],
            text: [.paragraph(title), EnvelopeView.facts(row)],
            next: [
                .init(
                    command: "fundctl entry post --fund \(fund.shown) … --debit 5100:…@\(row.code)",
                    purpose: Message(fr: "y impute une dépense", en: "spends of it")),
                .init(
                    command: "fundctl envelope revise \(row.code) --fund \(fund.shown) --year \(row.year.text) --amount … --reason …",
                    purpose: Message(fr: "change ce qui est autorisé", en: "changes what is authorised")),
            ])
        result.tell(done)
        return result
    }
}
