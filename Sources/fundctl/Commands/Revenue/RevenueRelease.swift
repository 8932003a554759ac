import ArgumentParser
import AuditTrail
import FundLedger
import ReferenceData

/// `fundctl revenue release RECORD --fund F --cause C`.
struct RevenueRelease: FundctlCommand {
    static let help = CommandHelp(
        "release",
        summary: Message(
            fr: "Libère un revenu affecté : il a servi, il est échu, ou il est rendu",
            en: "Releases earmarked revenue: it was used, it expired, or it is returned"),
        examples: [
            .init("fundctl revenue release 42 --fund FNF --cause used --amount 15000"),
            .init(
                "fundctl revenue release 42 --fund FNF --cause expired --envelope MUTUELLE",
                Message(fr: "tout ce qui reste; le budget est repris", en: "all that is left; the budget is taken back")),
        ],
        details: [
            Message(
                fr: """
                    used : il a servi à sa fin. expired : son échéance est passée (base own-law); l'excédent redevient libre et \
                    le budget est repris de l'enveloppe. returned : il est rendu à qui l'a donné (base outside); l'encaisse et le \
                    budget diminuent.
                    """,
                en: """
                    used: it served its purpose. expired: its last day is past (basis own-law); the surplus is free again and the \
                    budget is taken back from the envelope. returned: it goes back to who gave it (basis outside); cash and \
                    budget fall.
                    """)
        ])

    @Argument(help: .init(fr: "L'enregistrement du revenu affecté.", en: "The record of the earmarked revenue.", value: ("numéro", "record")))
    var record: Int64

    @OptionGroup var fund: FundOption

    @Option(help: .init(fr: "Le montant; sinon tout ce qui reste.", en: "The amount; else all that is left.", value: ("montant", "amount")))
    var amount: String?

    @Option(help: .init(fr: "La cause : used, expired ou returned.", en: "The cause: used, expired or returned.", value: ("cause", "cause")))
    var cause: RevenueReleased.Cause

    @Option(
        help: .init(
            fr: "L'enveloppe d'où le budget est repris; sinon celle du revenu, si c'est le même exercice.",
            en: "The envelope that budget is taken back from; else that of the money, if the year is the same.",
            value: ("code", "code")))
    var envelope: String?

    @OptionGroup var date: EffectiveDateOption
    @OptionGroup var write: WriteOptions
    @OptionGroup var global: GlobalOptions

    func perform(_ call: Invocation) throws -> CommandResult {
        let fund = try self.fund.code(), amount = try self.amount.map { try AmountText.parse($0) }
        let day = try date.day(call)
        let request = WriteRequest(
            registers: [fund.rawValue],
            content: [
                "amount": .string(amount?.canonical ?? ""), "cause": .string(cause.rawValue),
                "command": "revenue-release", "date": .string(date.date ?? ""), "earmark": .string(String(record)),
                "envelope": .string(envelope ?? ""),
            ], options: write)
        let done = try call.write(request, to: call.openBook()) { transaction in
            let session = try transaction.register(fund.rawValue)
            try EarmarkedRevenue(session).release(record, amount, cause: cause, envelope: envelope, on: day)
            try session.flush()
            return try FundReader(session).earmark(record)
        } again: { reading, _ in
            try FundReader(reading.register(fund.rawValue)).earmark(record)
        }
        let row = done.value
        let released = Cents(row.releases.last?.record.amount ?? 0), left = Cents(row.left)
        let title =
            write.dryRun
            ? Message(
                fr: "\(money: released) seraient libérés; il resterait \(money: left).",
                en: "\(money: released) would be released; \(money: left) would be left.")
            : Message(
                fr: "\(money: released) sont libérés; il reste \(money: left).",
                en: "\(money: released) is released; \(money: left) is left.")
        var result = CommandResult(
            json: ["fund": .string(fund.shown), "earmark": EarmarkView.json(row)],
            text: [.paragraph(title), EarmarkView.facts(row)], next: EarmarkView.next(row, fund))
        result.tell(done)
        return result
    }
}

extension RevenueReleased.Cause: ExpressibleByArgument {}
