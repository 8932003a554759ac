import ArgumentParser
import AuditTrail
import FundLedger
import ReferenceData

/// `fundctl grant amend ID --reason R [--instalment …] [--plan …]`.
struct GrantAmend: FundctlCommand {
    static let help = CommandHelp(
        "amend", summary: Message(fr: "Modifie une convention signée", en: "Amends a signed agreement"),
        examples: [
            .init(
                "fundctl grant amend FNF-G-000001 --reason \"Report au printemps\" --instalment 2026-06-15:20000:advance --instalment 2027-05-31:20000:final",
                Message(fr: "reporte un versement à l'exercice suivant", en: "moves an instalment to the next year"))
        ],
        details: [
            Message(
                fr: """
                    Ce qui n'est pas donné reste; l'histoire garde chaque état. Les versements donnés remplacent tous les \
                    autres et font le plan par exercice. Au-dessus du montant approuvé, l'avenant demande une autorité et \
                    un acte, et une personne qui approuve et n'a pas évalué.
                    """,
                en: """
                    What is not given stays; the history keeps each state. The instalments given replace all others and make \
                    the plan by fiscal year. Above the amount approved the amendment asks for an authority and an \
                    instrument, and a person who approves and did not assess.
                    """)
        ])

    @OptionGroup var grant: GrantArgument
    @OptionGroup var terms: GrantTermOptions

    @Option(help: .init(fr: "Le nouveau dernier jour.", en: "The new last day.", value: ("date", "date")))
    var ends: String?

    @Option(name: .customLong("instalment"), help: .init(fr: "Un versement prévu; répétable, et tous ensemble.", en: "An instalment; may be repeated, and all of them.", value: ("versement", "instalment")))
    var instalments: [String] = []

    @Option(help: .init(fr: "Exercice, montant et enveloppe; répétable.", en: "Year, amount and envelope; may be repeated.", value: ("ligne", "line")))
    var plan: [String] = []

    @Option(help: .init(fr: "Qui décide, au-dessus de ce qui est approuvé.", en: "Who decides, above what is approved.", value: ("autorité", "authority")))
    var authority: GrantAuthority?

    @Option(help: .init(fr: "L'acte de la décision.", en: "The instrument of the decision.", value: ("acte", "instrument")))
    var instrument: String?

    @Option(help: .init(fr: "Le motif.", en: "The reason.", value: ("motif", "reason")))
    var reason: String

    @OptionGroup var step: GrantStepOptions
    @OptionGroup var write: WriteOptions
    @OptionGroup var global: GlobalOptions

    func perform(_ call: Invocation) throws -> CommandResult {
        let id = try grant.id()
        guard (authority == nil) == (instrument == nil) else {
            throw CommandLineError(
                .missingValue, ["option": authority == nil ? "--authority" : "--instrument"])
        }
        let decision = authority.map { GrantDecision(authority: $0, instrument: instrument ?? "") }
        let change = try self.change()
        let typed = try GrantLines.plan(plan)
        var content = terms.content
        content["authority"] = authority?.rawValue ?? ""
        content["ends"] = ends ?? ""
        content["grant"] = id.text
        content["instalments"] = instalments.joined(separator: " ")
        content["instrument"] = instrument ?? ""
        content["plan"] = plan.joined(separator: " ")
        content["reason"] = reason
        let request = GrantStepRequest(fund: id.fund, command: "grant-amend", content: content, step: step, write: write)
        var warnings: [Message] = []
        let done = try call.take(request) { grants, notes in
            let state = try FundReader(grants.session).grant(id).state
            let plan = typed.isEmpty ? try self.plan(of: state, change) : typed
            let record = try grants.amend(id, plan, change, by: decision, reason: reason, notes)
            if decision != nil { warnings = try ApprovalWarnings.of(id, on: notes.date, in: grants.session) }
            return record
        }
        return done.result(
            write.dryRun
                ? Message(fr: "L'avenant serait inscrit.", en: "The amendment would be entered.")
                : Message(fr: "L'avenant est inscrit.", en: "The amendment is entered."),
            notes: warnings)
    }

    private func change() throws -> GrantChange {
        var change = GrantChange()
        change.objectives = terms.objectives
        change.activities = terms.activities
        change.results = terms.results
        change.terms = terms.terms
        change.contributions = terms.contributions.isEmpty ? nil : try GrantLines.contributions(terms.contributions)
        change.instalments = instalments.isEmpty ? nil : try GrantLines.instalments(instalments)
        change.ends = try ends.map { try CalendarDate(iso: $0) }
        return change
    }

    /// The plan in force, or that of the instalments given, on the envelopes of the plan in force.
    private func plan(of state: GrantState, _ change: GrantChange) throws -> [GrantPlanLine] {
        if let instalments = change.instalments {
            return try GrantLines.plan(of: instalments, like: state)
        }
        return try state.lines.sorted { $0.key < $1.key }.map {
            GrantPlanLine(year: try FiscalYear(startYear: $0.key), amount: $0.value.planned, envelope: $0.value.envelope)
        }
    }
}
