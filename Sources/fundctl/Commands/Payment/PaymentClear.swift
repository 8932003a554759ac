import ArgumentParser
import AuditTrail
import FundLedger
import ReferenceData
import TabularImport

/// `fundctl payment clear [FILE] --fund F`: what the bank's statement says of the payments outstanding.
struct PaymentClear: FundctlCommand {
    static let help = CommandHelp(
        "clear",
        summary: Message(
            fr: "Rapproche un relevé bancaire et inscrit ce qui est compensé",
            en: "Matches a bank statement and records what is cleared"),
        examples: [
            .init(
                "fundctl payment clear releve.csv --fund FNF --dry-run",
                Message(fr: "montre ce qui serait rapproché", en: "shows what would be matched")),
            .init("fundctl payment clear releve.csv --fund FNF --map banque.yaml --opening 120000 --closing 95300,50"),
            .init(
                "fundctl payment clear --fund FNF --payment FNF-P-000012 --date 2026-07-06",
                Message(fr: "sans relevé, un paiement que l'on a vérifié", en: "without a statement, a payment that one checked")),
            .init(
                "fundctl payment clear releve.csv --fund FNF --document releve.pdf",
                Message(fr: "garde le relevé avec ce qu'il prouve", en: "keeps the statement with what it proves")),
        ],
        details: [
            Message(
                fr: """
                    Sans --map, le relevé a les colonnes date, description, amount_cents et au besoin reference; ce qui \
                    sort du compte est négatif. Un paiement est reconnu par son numéro, sinon par son montant quand un seul \
                    a pu partir en --days jours. Ce qui est douteux n'est pas inscrit : nommez-le par --payment. Une rangée \
                    d'un paiement déjà compensé, ou déjà vu plus haut dans le relevé, est dite telle et n'est pas inscrite; \
                    une entrée qui nomme un paiement est montrée comme un retour.
                    """,
                en: """
                    Without --map the statement has the columns date, description, amount_cents and reference where \
                    needed; what leaves the account is negative. A payment is known by its number, else by its amount \
                    where one alone can have left within --days days. What is doubtful is not recorded: name it with \
                    --payment. A row of a payment that is cleared already, or seen further up in the statement, is told as \
                    such and not recorded; money that comes in and names a payment is shown as a return.
                    """)
        ])

    @Argument(help: .init(fr: "Le relevé, en CSV.", en: "The statement, as CSV.", value: ("fichier", "file")))
    var file: String?

    @OptionGroup var fund: FundOption

    @Option(help: .init(fr: "La carte qui dit comment lire le relevé (YAML).", en: "The map that says how to read the statement (YAML).", value: ("carte", "map")))
    var map: String?

    @Option(help: .init(fr: "Le solde au début du relevé, avec --closing.", en: "The statement's opening balance, with --closing.", value: ("montant", "amount")))
    var opening: String?

    @Option(help: .init(fr: "Le solde à la fin du relevé, avec --opening.", en: "The statement's closing balance, with --opening.", value: ("montant", "amount")))
    var closing: String?

    @Option(help: .init(fr: "Combien de jours après son émission un paiement peut partir.", en: "How many days after its issue a payment may leave.", value: ("jours", "days")))
    var days: Int = 30

    @Option(help: .init(fr: "Un paiement compensé que l'on nomme, avec --date.", en: "A cleared payment that one names, with --date.", value: ("numéro", "id")))
    var payment: [String] = []

    @Option(help: .init(fr: "La date des paiements nommés par --payment.", en: "The date of the payments named with --payment.", value: ("date", "date")))
    var date: String?

    @Option(
        name: .customLong("document"),
        help: .init(
            fr: "Une pièce à garder avec ce qui est compensé, comme le relevé; répétable.",
            en: "A document to keep with what is cleared, as the statement; repeatable.", value: ("fichier", "file")))
    var documents: [String] = []

    @OptionGroup var write: WriteOptions
    @OptionGroup var global: GlobalOptions

    func perform(_ call: Invocation) throws -> CommandResult {
        let fund = try fund.code()
        guard file != nil || !payment.isEmpty else {
            throw CommandLineError(.missingArgument, ["argument": "FILE", "command": "payment clear"])
        }
        let named = try payment.map { try PaymentID(parsing: $0) }
        guard date != nil || named.isEmpty else {
            throw CommandLineError(.missingArgument, ["argument": "--date", "command": "payment clear"])
        }
        let today = try CalendarDate(iso: call.edge.clock.today())
        let day = try date.map { try CalendarDate(iso: $0) } ?? today
        let (statement, hash) = try read(call)
        let book = try call.openBook()
        return try Attachments(documents, call: call, isDryRun: write.dryRun).holding { kept in
            var content: CanonicalObject = [
                "command": "payment clear", "date": .string(date ?? ""), "days": .string(String(days)),
                "payments": .array(named.map { .string($0.text) }), "statement": .string(hash),
            ]
            if !kept.hashes.isEmpty { content["documents"] = .array(kept.hashes.map { .string($0) }) }
            let request = WriteRequest(registers: [fund.rawValue], content: content, options: write)
            let done = try call.write(request, to: book) { transaction in
                let session = try transaction.register(fund.rawValue)
                return try clear(
                    named, statement, on: day, documents: kept.record(in: session), Payments(session), of: fund)
            } again: { reading, receipts in
                try cleared(by: reading.records(PaymentCleared.self, of: receipts).map(\.record), reading, fund)
            }
            var result = done.value.result(isDryRun: write.dryRun)
            result.tell(done)
            result.notes += remarks(statement, named.isEmpty ? today : day, today: today)
            return result
        }
    }

    private func clear(
        _ named: [PaymentID], _ statement: BankStatement, on day: CalendarDate, documents: [String],
        _ payments: Payments, of fund: FundCode
    ) throws -> ClearingView {
        let wanted = Set(named.map(\.text))
        let outstanding = try payments.outstanding()
        let settled = try payments.settled(about: statement) + outstanding.filter { wanted.contains($0.payment) }.map {
            SettledPayment(payment: $0.payment, amount: $0.amount, state: .cleared, since: day)
        }
        let matching = StatementMatching(
            statement, outstanding.filter { !wanted.contains($0.payment) }, settled: settled, days: max(0, days))
        var days = try Dictionary(grouping: matching.matched, by: \.row.date).mapValues { matches in
            try matches.map { try PaymentID(parsing: $0.payment.payment) }
        }
        if !named.isEmpty { days[day, default: []] += named }
        let cleared = try days.sorted { $0.key < $1.key }.map {
            try payments.clear($0.value, on: $0.key, documents: documents)
        }
        return ClearingView(
            cleared: cleared, matching: matching, rows: try rows(cleared, payments), fund: fund, documents: documents,
            isRecalled: false)
    }

    /// What a request made before cleared, and what is outstanding now.
    private func cleared(by cleared: [PaymentCleared], _ reading: BookReading, _ fund: FundCode) throws -> ClearingView {
        let payments = try Payments(reading.register(fund.rawValue))
        let matching = try StatementMatching(BankStatement(rows: []), payments.outstanding())
        return ClearingView(
            cleared: cleared, matching: matching, rows: try rows(cleared, payments), fund: fund,
            documents: cleared.first?.documents ?? [], isRecalled: true)
    }

    private func rows(_ cleared: [PaymentCleared], _ payments: Payments) throws -> [String: PaymentRow] {
        var rows: [String: PaymentRow] = [:]
        for id in cleared.flatMap(\.payments) { rows[id.text] = try payments.payment(id) }
        return rows
    }

    /// What lies after today: a clearing is never taken back.
    private func remarks(_ statement: BankStatement, _ day: CalendarDate, today: CalendarDate) -> [Message] {
        let late = statement.rows.filter { $0.date > today }
        var notes: [Message] = []
        if let first = late.first {
            notes.append(
                Message(
                    fr: "\(late.count, "rangée est datée", "rangées sont datées") d'après aujourd'hui (\(today.iso)), dont la rangée \(first.line), du \(first.date.iso).",
                    en: "\(late.count, "row is", "rows are") dated after today (\(today.iso)), row \(first.line) of \(first.date.iso) among them."))
        }
        if day > today {
            notes.append(
                Message(
                    fr: "--date \(day.iso) est après aujourd'hui (\(today.iso)).", en: "--date \(day.iso) is after today (\(today.iso))."))
        }
        return notes
    }

    /// The statement, balanced where both balances are given, and the fingerprint of file and map.
    private func read(_ call: Invocation) throws -> (BankStatement, String) {
        guard let file else { return (BankStatement(rows: []), "") }
        let map = try self.map.map {
            try ImportMap.compile(call.readFile($0), fileName: $0, target: BankStatementTarget.target)
        } ?? BankStatementTarget.defaultMap()
        let input = try ImportInput(file, call)
        let hash = try input.hash()
        let statement = try BankStatement(input.open(), map: map, fileName: input.name)
        switch (opening, closing) {
        case (let opening?, let closing?):
            try statement.requireBalance(from: AmountText.parse(opening), to: AmountText.parse(closing))
        case (nil, nil): break
        case (.some, nil): throw CommandLineError(.missingArgument, ["argument": "--closing", "command": "payment clear"])
        case (nil, .some): throw CommandLineError(.missingArgument, ["argument": "--opening", "command": "payment clear"])
        }
        return (statement, SHA256.hash(Array(hash.hex.utf8) + map.compiled).hex)
    }
}
