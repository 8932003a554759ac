import ArgumentParser
import AuditTrail
import FundLedger
import ReferenceData

/// `fundctl grant sign ID --objectives … --activities … --results … --contribution P:A --terms … --begins D --ends D
/// --instalment D:A`.
struct GrantSign: FundctlCommand {
    static let help = CommandHelp(
        "sign", summary: Message(fr: "Signe la convention et engage le budget", en: "Signs the agreement and commits budget"),
        examples: [
            .init(
                "fundctl grant sign FNF-G-000001 --objectives \"Former 20 opérateurs\" --activities \"Deux sessions\" --results \"18 attestations\" --contribution \"Bois ouvrés du Nord inc.:10000\" --terms \"Sur pièces, 10 % retenus\" --begins 2026-06-01 --ends 2027-01-31 --instalment 2026-06-15:20000:advance --instalment 2027-01-31:20000:final")
        ],
        details: [
            Message(
                fr: """
                    Une convention dit cinq choses : les objectifs, les activités, les résultats attendus, l'apport de \
                    chaque partie, les modalités de paiement (VGQ 2009-2010, t. I, ch. 2). Les versements prévus, sommés \
                    par exercice, font ce qui est engagé; ce qui dépasse dans le préengagement est rendu à l'enveloppe. Les \
                    exercices approuvés à zéro restent au plan. La convention garde le nom légal du bénéficiaire du jour de la signature.
                    """,
                en: """
                    An agreement says five things: objectives, activities, expected results, each party's contribution, \
                    payment terms (VGQ 2009-2010, t. I, ch. 2). The instalments, summed by fiscal year, make what is \
                    committed; what was reserved beyond goes back to the envelope. Years approved with zero stay in the \
                    plan. The agreement keeps the recipient's \
                    legal name of the day of signing.
                    """)
        ])

    @OptionGroup var grant: GrantArgument
    @OptionGroup var terms: GrantTermOptions

    @Option(help: .init(fr: "Le premier jour.", en: "The first day.", value: ("date", "date")))
    var begins: String

    @Option(help: .init(fr: "Le dernier jour.", en: "The last day.", value: ("date", "date")))
    var ends: String

    @Option(name: .customLong("instalment"), help: .init(fr: "Date, montant et nature (advance, claim, final) d'un versement prévu; répétable.", en: "Date, amount and kind (advance, claim, final) of an instalment; may be repeated.", value: ("versement", "instalment")))
    var instalments: [String] = []

    @Option(help: .init(fr: "Exercice, montant et enveloppe; sinon les versements, sur les enveloppes de l'approbation.", en: "Year, amount and envelope; else the instalments, on the envelopes of the approval.", value: ("ligne", "line")))
    var plan: [String] = []

    @OptionGroup var step: GrantStepOptions
    @OptionGroup var write: WriteOptions
    @OptionGroup var global: GlobalOptions

    func perform(_ call: Invocation) throws -> CommandResult {
        let id = try grant.id()
        let instalments = try GrantLines.instalments(self.instalments)
        let typed = try GrantLines.plan(self.plan)
        let terms = try self.terms.read()
        let days = (try CalendarDate(iso: begins), try CalendarDate(iso: ends))
        var content = self.terms.content
        content["begins"] = begins
        content["ends"] = ends
        content["grant"] = id.text
        content["instalments"] = self.instalments.joined(separator: " ")
        content["plan"] = plan.joined(separator: " ")
        let request = GrantStepRequest(fund: id.fund, command: "grant-sign", content: content, step: step, write: write)
        let done = try call.take(request) { grants, notes in
            let detail = try FundReader(grants.session).grant(id)
            let party = try Recipients(grants.session).recipient(detail.row.recipient).name
            let plan =
                typed.isEmpty ? try GrantLines.plan(of: instalments, like: detail.state) : typed
            return try grants.sign(id, terms, from: days.0, to: days.1, plan, instalments, with: party, notes)
        }
        return done.result(
            write.dryRun
                ? Message(fr: "La convention serait signée.", en: "The agreement would be signed.")
                : Message(fr: "La convention est signée.", en: "The agreement is signed."))
    }
}

/// The five things that an agreement says. All are needed at signing; the library says which is missing.
struct GrantTermOptions: ParsableArguments {
    @Option(help: .init(fr: "Les objectifs.", en: "The objectives.", value: ("texte", "text")))
    var objectives: String?

    @Option(help: .init(fr: "Les activités.", en: "The activities.", value: ("texte", "text")))
    var activities: String?

    @Option(help: .init(fr: "Les résultats attendus.", en: "The expected results.", value: ("texte", "text")))
    var results: String?

    @Option(name: .customLong("contribution"), help: .init(fr: "Une partie et son apport; répétable.", en: "A party and its contribution; may be repeated.", value: ("partie:montant", "party:amount")))
    var contributions: [String] = []

    @Option(help: .init(fr: "Les modalités de paiement.", en: "The payment terms.", value: ("texte", "text")))
    var terms: String?

    /// Refuses: E-CLI-007.
    func read() throws -> GrantTerms {
        GrantTerms(
            objectives: objectives ?? "", activities: activities ?? "", results: results ?? "",
            contributions: try GrantLines.contributions(contributions), terms: terms ?? "")
    }

    var content: [String: String] {
        [
            "activities": activities ?? "", "contributions": contributions.joined(separator: " "),
            "objectives": objectives ?? "", "results": results ?? "", "terms": terms ?? "",
        ]
    }
}
