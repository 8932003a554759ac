import ArgumentParser
import AuditTrail
import FundLedger
import ReferenceData

/// `fundctl revenue earmark`.
struct RevenueEarmark: FundctlCommand {
    static let help = CommandHelp(
        "earmark",
        summary: Message(
            fr: "Inscrit un revenu reçu pour une fin, qui augmente l'enveloppe de cette fin",
            en: "Records money received for a purpose, which raises the envelope of that purpose"),
        examples: [
            .init("fundctl revenue earmark --fund FNF --amount 120000 --account 4800 --basis own-law --envelope MUTUELLE --expires 2029-03-31 --citation \"D-8.3, r. 7, art. 12\""),
            .init(
                "fundctl revenue earmark --fund FDMT --amount 45000 --account 4300 --basis own-law --envelope RECLASSEMENT --expires 2027-03-31 --citation \"N-1.1, art. 141.1\"",
                Message(fr: "amendes affectées à l'aide au reclassement", en: "fines earmarked for reclassification assistance")),
        ],
        details: [
            Message(
                fr: """
                    own-law : notre propre loi affecte le revenu; il est constaté, puis mis dans l'excédent affecté (SP 3100). \
                    outside : une entente ou la loi d'un autre gouvernement le grève; il est reporté jusqu'à son emploi. \
                    L'enveloppe a une échéance, au plus tard celle du revenu; « fundctl status » avertit avant.
                    """,
                en: """
                    own-law: our own law earmarks it; it is revenue, then a restricted surplus (SP 3100). outside: an \
                    agreement or another government's law restricts it; it is deferred until used. The envelope has a last \
                    day, that of the money at the latest; "fundctl status" warns before.
                    """)
        ])

    @OptionGroup var fund: FundOption

    @Option(help: .init(fr: "Le montant reçu.", en: "The amount received.", value: ("montant", "amount")))
    var amount: String

    @Option(help: .init(fr: "Le compte de revenus.", en: "The revenue account.", value: ("compte", "account")))
    var account: String

    @Option(help: .init(fr: "Ce qui l'affecte : own-law ou outside.", en: "What earmarks it: own-law or outside.", value: ("base", "basis")))
    var basis: RevenueEarmarked.Basis

    @Option(help: .init(fr: "L'enveloppe augmentée.", en: "The envelope raised.", value: ("code", "code")))
    var envelope: String

    @Option(help: .init(fr: "Le dernier jour où il peut servir.", en: "The last day on which it may be used.", value: ("date", "date")))
    var expires: String

    @Option(help: .init(fr: "La loi ou l'entente.", en: "The law or the agreement.", value: ("source", "citation")))
    var citation: String

    @Option(help: .init(fr: "Le libellé.", en: "The memo.", value: ("libellé", "memo")))
    var memo: String = ""

    @OptionGroup var date: EffectiveDateOption
    @OptionGroup var write: WriteOptions
    @OptionGroup var global: GlobalOptions

    func perform(_ call: Invocation) throws -> CommandResult {
        let fund = try self.fund.code(), amount = try AmountText.parse(self.amount)
        let last = try CalendarDate(iso: expires), day = try date.day(call)
        try TypedText.check(citation, option: "--citation", bytes: RevenueEarmarked.citationBytes)
        try TypedText.check(memo, option: "--memo", bytes: 0...EntryLimits.memoBytes)
        let request = WriteRequest(
            registers: [fund.rawValue],
            content: [
                "account": .string(account), "amount": .string(amount.canonical), "basis": .string(basis.rawValue),
                "citation": .string(citation), "command": "revenue-earmark", "date": .string(date.date ?? ""),
                "envelope": .string(envelope), "expires": .string(last.iso), "memo": .string(memo),
            ], options: write)
        let done = try call.write(request, to: call.openBook()) { transaction in
            let session = try transaction.register(fund.rawValue)
            let sequence = try EarmarkedRevenue(session).earmark(
                amount, account: account, basis: basis, envelope: envelope, expires: last, citation: citation, memo: memo,
                on: day)
            try session.flush()
            return try FundReader(session).earmark(sequence)
        } again: { reading, receipts in
            guard let found = try reading.sequence(of: RevenueEarmarked.self, in: receipts) else {
                throw LevyError(.earmarkUnknown, ["record": envelope, "fund": fund.rawValue])
            }
            return try FundReader(found.session).earmark(found.sequence)
        }
        let title =
            write.dryRun
            ? Message(fr: "Le revenu serait affecté.", en: "The revenue would be earmarked.")
            : Message(fr: "Le revenu est affecté.", en: "The revenue is earmarked.")
        var result = CommandResult(
            json: ["fund": .string(fund.shown), "earmark": EarmarkView.json(done.value)],
            text: [.paragraph(title), EarmarkView.facts(done.value)], next: EarmarkView.next(done.value, fund))
        result.tell(done)
        return result
    }
}

extension RevenueEarmarked.Basis: ExpressibleByArgument {}
