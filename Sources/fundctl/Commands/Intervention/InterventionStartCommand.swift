import ArgumentParser
import AuditTrail
import EmployerServices
import ReferenceData

/// `fundctl intervention start`.
struct InterventionStartCommand: FundctlCommand {
    static let help = CommandHelp(
        "start", summary: Message(fr: "Inscrit une intervention auprès d'un employeur", en: "Enters an intervention with an employer"),
        examples: [
            .init("fundctl intervention start --employer 1144556677 --measure mfor --office R08 --begins 2026-05-04"),
            .init(
                "fundctl intervention start --employer 1144556677 --measure mfor --office R08 --grant FNF-G-000012 --contribution service:15000 --contribution employer:5000",
                Message(fr: "avec la subvention qui la paie et l'apport des parties", en: "with the grant that pays for it and what the parties give")),
        ])

    @Option(help: .init(fr: "Le NEQ de l'employeur.", en: "The employer's NEQ.", value: ("NEQ", "NEQ")))
    var employer: String

    @Option(help: .init(fr: "La mesure (fundctl measure list).", en: "The measure (fundctl measure list).", value: ("code", "code")))
    var measure: String

    @Option(help: .init(fr: "Le bureau qui intervient.", en: "The office that intervenes.", value: ("code", "code")))
    var office: String

    @Option(help: .init(fr: "Le début; sinon aujourd'hui.", en: "The begin; else today.", value: ("date", "date")))
    var begins: String?

    @Option(help: .init(fr: "La fin, avec --result.", en: "The end, with --result.", value: ("date", "date")))
    var ends: String?

    @Option(help: .init(fr: "Le résultat, avec --ends.", en: "The result, with --ends.", value: ("résultat", "result")))
    var result: String?

    @Option(help: .init(fr: "L'établissement.", en: "The establishment.", value: ("numéro", "number")))
    var establishment: Int64?

    @Option(help: .init(fr: "L'agent qui s'en occupe.", en: "The agent who sees to it.", value: ("personne", "person")))
    var agent: String?

    @Option(help: .init(fr: "La subvention qui la paie.", en: "The grant that pays for it.", value: ("numéro", "id")))
    var grant: String?

    @Option(
        name: .customLong("contribution"),
        help: .init(
            fr: "Ce que donne une partie : PARTIE:MONTANT (service, employer, committee, participants, other).",
            en: "What a party gives: PARTY:AMOUNT (service, employer, committee, participants, other).",
            value: ("apport", "contribution")))
    var contributions: [String] = []

    @Option(name: .customLong("document"), help: .init(fr: "Un fichier à l'appui.", en: "A file in support.", value: ("fichier", "file")))
    var documents: [String] = []

    @OptionGroup var write: WriteOptions
    @OptionGroup var global: GlobalOptions

    func perform(_ call: Invocation) throws -> CommandResult {
        let neq = try NEQ(parsing: employer), begin = try call.day(begins)
        let end = try ends.map { try CalendarDate(iso: $0) }, outcome = try result.map(InterventionResultOption.read)
        let parts = try contributions.map(Self.contribution), paid = try grant.map { try GrantID(parsing: $0) }
        let request = ServiceRequest(
            command: "intervention-start",
            asked: [
                "employer": neq.text, "measure": measure, "office": office, "begins": begins, "ends": ends,
                "result": result, "establishment": establishment.map(String.init), "agent": agent, "grant": grant,
                "contributions": contributions.isEmpty ? nil : contributions.joined(separator: ","),
            ], options: write)
        let done = try call.record(request, documents: documents) { session, hashes in
            InterventionStarted(
                try ServicesReader(session).nextIntervention(on: begin), employer: neq, establishment: establishment,
                measure: measure, office: office, agent: agent, begins: begin, ends: end, result: outcome,
                contributions: parts, grant: paid, documents: hashes)
        } view: { try InterventionView($1.intervention($0.intervention), in: $1) }
        let id = done.value.row.id.text
        let title =
            write.dryRun
            ? Message(fr: "L'intervention \(id) serait inscrite.", en: "The intervention \(id) would be entered.")
            : Message(fr: "L'intervention \(id) est inscrite.", en: "The intervention \(id) is entered.")
        let next = [
            CommandResult.NextStep(
                command: "fundctl intervention end \(id) --result …", purpose: Message(fr: "la termine", en: "ends it"))
        ]
        var shown = done.value.result(title, done, next: done.value.row.ends == nil ? next : [])
        if let remark = try paid.flatMap({ try NamedGrant.remark($0, employer: neq.text, call) }) { shown.notes.append(remark) }
        return shown
    }

    /// Refuses: E-CLI-007.
    private static func contribution(_ text: String) throws -> ServiceContribution {
        let parts = text.split(separator: ":", maxSplits: 1).map(String.init)
        guard parts.count == 2, let party = ServiceContribution.Party(rawValue: parts[0]),
            let amount = try? AmountText.parse(parts[1]), amount.value >= 0
        else {
            throw CommandLineError(
                .invalidValue, ["value": text, "option": "--contribution", "choices": "employer:5000"])
        }
        return ServiceContribution(party: party, cents: amount.value)
    }
}

/// A result typed as an option.
enum InterventionResultOption {
    /// Refuses: E-CLI-007.
    static func read(_ typed: String) throws -> ServiceResult {
        guard let result = ServiceResult(rawValue: typed) else {
            let choices = ServiceResult.allCases.map(\.rawValue).joined(separator: ", ")
            throw CommandLineError(.invalidValue, ["value": typed, "option": "--result", "choices": choices])
        }
        return result
    }
}
