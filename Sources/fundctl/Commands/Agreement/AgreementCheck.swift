import ArgumentParser
import AuditTrail
import EmployerServices
import ReferenceData

/// `fundctl agreement check ID --module M | --all`.
struct AgreementCheck: FundctlCommand {
    static let help = CommandHelp(
        "check", summary: Message(fr: "Vérifie des modules appris", en: "Checks modules that are learnt"),
        examples: [
            .init("fundctl agreement check AGR-2026-000001 --module M1 --module M2"),
            .init("fundctl agreement check AGR-2026-000001 --all", Message(fr: "tout ce qui est appris", en: "all that is learnt")),
        ],
        details: [
            Message(fr: "Un agent seul le fait : le compagnon atteste, l'agent vérifie.", en: "An agent alone does it: the companion vouches, the agent checks.")
        ])

    @OptionGroup var agreement: AgreementArgument

    @Option(name: .customLong("module"), help: .init(fr: "Le module vérifié; répétable.", en: "The module that is checked; may be repeated.", value: ("code", "code")))
    var modules: [String] = []

    @Flag(help: .init(fr: "Tous les modules appris qui ne sont pas encore vérifiés.", en: "All modules that are learnt and not checked yet."))
    var all = false

    @OptionGroup var step: GrantStepOptions
    @OptionGroup var write: WriteOptions
    @OptionGroup var global: GlobalOptions

    func perform(_ call: Invocation) throws -> CommandResult {
        let id = try agreement.id()
        guard modules.isEmpty != !all else {
            throw CommandLineError(.missingArgument, ["argument": "--module", "command": "agreement check"])
        }
        let request = DeskRequest(
            command: "agreement-check",
            content: ["agreement": id.text, "all": all ? "yes" : "", "modules": modules.joined(separator: " ")],
            date: step.date, documents: step.documents,
            slip: nil, write: write)
        return try call.take(request, AgreementChecked.self) { isDryRun in
            isDryRun
                ? Message(fr: "Les modules seraient vérifiés.", en: "The modules would be checked.")
                : Message(fr: "Les modules sont vérifiés.", en: "The modules are checked.")
        } _: { place in
            var chosen = modules
            if all, let state = try place.desk.state(of: id) {
                chosen = state.learnt.subtracting(state.checked).sorted()
                guard !chosen.isEmpty else {
                    throw AgreementError(.nothingToCheck, [
                        "agreement": id.text, "checked": String(state.checked.count), "modules": String(state.modules.count),
                    ])
                }
            }
            try place.desk.write(
                AgreementChecked(AgreementHead(id, on: place.day, documents: place.documents), modules: chosen))
            return id
        }
    }
}
