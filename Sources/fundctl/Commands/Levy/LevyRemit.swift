import ArgumentParser
import AuditTrail
import FundLedger
import ReferenceData

/// `fundctl levy remit --part YEAR:AMOUNT[:FEES] … --ref R`.
struct LevyRemit: FundctlCommand {
    static let help = CommandHelp(
        "remit",
        summary: Message(
            fr: "Inscrit une somme remise par Revenu Québec, sur une ou plusieurs années d'imposition",
            en: "Records a lump sum remitted by Revenu Québec, over one or more taxation years"),
        examples: [
            .init("fundctl levy remit --part 2025:9500000:47500 --part 2024:-12000 --ref RQ-2026-07 --envelope FRAIS"),
            .init(
                "fundctl levy remit --part 2024:250000 --final 2024 --ref RQ-2026-09",
                Message(fr: "plus rien n'est attendu de 2024", en: "nothing more is expected of 2024")),
        ],
        details: [
            Message(
                fr: """
                    Chaque part prend d'abord sur ce qui est à recevoir de son année; le reste est un revenu : de \
                    l'exercice pour l'année civile de la date et la précédente, un redressement pour les autres. Le montant est \
                    celui d'avant les frais de perception; l'encaisse reçoit le montant moins les frais.
                    """,
                en: """
                    Each part takes of its year's receivable first; the rest is revenue: current for the calendar year of the \
                    date and the one before, an adjustment for others. The amount is that before collection fees; cash gets \
                    the amount less the fees.
                    """),
            Message(
                fr: "Les sommes suffisent : aucun renseignement sur un employeur n'entre au livre.",
                en: "Lump sums suffice: nothing about an employer enters the book."),
        ])

    @Option(
        help: .init(
            fr: "Une part, ANNÉE:MONTANT ou ANNÉE:MONTANT:FRAIS; négatif où l'on reprend.",
            en: "A part, YEAR:AMOUNT or YEAR:AMOUNT:FEES; below zero where it is taken back.", value: ("part", "part")))
    var part: [String]

    @Option(
        help: .init(
            fr: "L'année d'imposition dont plus rien n'est attendu : ce qui en reste à recevoir est radié.",
            en: "The taxation year of which nothing more is expected: what is still receivable is written down.",
            value: ("année", "year")))
    var final: [String] = []

    @Option(help: .init(fr: "La référence de la remise.", en: "The remittance's reference.", value: ("réf", "ref")))
    var ref: String

    @Option(
        help: .init(
            fr: "L'enveloppe des frais de perception.", en: "The envelope of the collection fees.", value: ("code", "code")))
    var envelope: String?

    @OptionGroup var date: EffectiveDateOption
    @OptionGroup var write: WriteOptions
    @OptionGroup var global: GlobalOptions

    func perform(_ call: Invocation) throws -> CommandResult {
        let finals = try final.map { try TaxationYear(parsing: $0) }
        let parts = try part.map { try Self.part($0, finals) }
        if let lost = finals.first(where: { year in !parts.contains { $0.year == year } }) {
            throw LevyError(.finalWithoutPart, ["year": lost.text])
        }
        try TypedText.check(ref, option: "--ref", bytes: LevyRemitted.referenceBytes)
        let day = try date.day(call)
        let request = WriteRequest(
            registers: [FundCode.fnf.rawValue],
            content: [
                "command": "levy-remit", "date": .string(date.date ?? ""), "envelope": .string(envelope ?? ""),
                "parts": .array(
                    parts.map {
                        .array([
                            .string($0.year.text), .string(String($0.amount)), .string(String($0.fees)),
                            .string($0.isFinal ? "final" : ""),
                        ])
                    }),
                "reference": .string(ref),
            ], options: write)
        let done = try call.write(request, to: call.openBook()) { transaction in
            let session = try transaction.register(FundCode.fnf.rawValue)
            let sequence = try Levies(session).remit(parts, reference: ref, feesOf: envelope, on: day)
            return try LevyDone(sequence, in: session)
        } again: { reading, receipts in
            guard let found = try reading.sequence(of: LevyRemitted.self, in: receipts) else {
                throw LevyError(.levyUnknown, ["record": ref, "fund": FundCode.fnf.rawValue])
            }
            return try LevyDone(found.sequence, in: found.session)
        }
        let title =
            write.dryRun
            ? Message(fr: "La remise serait inscrite.", en: "The remittance would be recorded.")
            : Message(fr: "La remise est inscrite.", en: "The remittance is recorded.")
        return done.value.result(title, done)
    }

    /// Refuses: E-CLI-007 for another form, E-REF codes.
    private static func part(_ typed: String, _ finals: [TaxationYear]) throws -> LevyRemitted.Part {
        let pieces = typed.split(separator: ":", maxSplits: 2, omittingEmptySubsequences: false).map(String.init)
        guard pieces.count >= 2 else {
            throw CommandLineError(
                .invalidValue, ["value": typed, "option": "--part", "choices": "2025:9500000, 2025:9500000:47500"])
        }
        let year = try TaxationYear(parsing: pieces[0])
        return LevyRemitted.Part(
            year: year, amount: try AmountText.parse(pieces[1]).value,
            fees: pieces.count == 3 ? try AmountText.parse(pieces[2]).value : 0, isFinal: finals.contains(year))
    }
}
