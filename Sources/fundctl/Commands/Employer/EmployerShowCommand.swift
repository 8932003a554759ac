import ArgumentParser
import EmployerServices
import ReferenceData

/// `fundctl employer show NEQ`.
struct EmployerShowCommand: FundctlCommand {
    static let help = CommandHelp(
        "show", summary: Message(fr: "Montre un employeur, ses établissements et ses interventions", en: "Shows an employer, its establishments and interventions"),
        examples: [.init("fundctl employer show 1144556677")],
        details: [
            Message(
                fr: "Un NEQ fusionné mène à l'employeur qui compte pour lui.",
                en: "A NEQ that was merged leads to the employer that counts for it.")
        ])

    @OptionGroup var employer: EmployerArgument
    @OptionGroup var global: GlobalOptions

    func perform(_ call: Invocation) throws -> CommandResult {
        let neq = try employer.neq().text
        let (asked, view, interventions) = try call.services { services in
            let asked = try services.employer(neq)
            let view = try EmployerView(services.countedEmployer(neq), in: services)
            var filter = ServicesReader.InterventionFilter()
            filter.root = view.row.neq
            var interventions: [InterventionRow] = []
            try services.forEachIntervention(filter) { interventions.append($0) }
            return (asked, view, interventions)
        }
        var text = view.text
        if asked.state == .merged {
            text.insert(
                .paragraph(
                    Message(
                        fr: "\(neq) a été fusionné; c'est \(view.row.neq) qui compte pour lui.",
                        en: "\(neq) was merged; \(view.row.neq) counts for it.")), at: 0)
        }
        if !interventions.isEmpty { text.append(.table(InterventionView.table(interventions))) }
        return CommandResult(
            json: [
                "asked": .string(neq), "employer": view.json,
                "interventions": .array(interventions.map(InterventionView.json)),
            ], text: text,
            next: [
                .init(
                    command: "fundctl employer history \(view.row.neq)",
                    purpose: Message(fr: "montre chaque changement", en: "shows every change"))
            ])
    }
}
