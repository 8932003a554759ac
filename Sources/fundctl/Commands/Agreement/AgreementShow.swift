import ArgumentParser
import AuditTrail
import EmployerServices
import ReferenceData

/// `fundctl agreement show ID`.
struct AgreementShow: FundctlCommand {
    static let help = CommandHelp(
        "show", summary: Message(fr: "Montre une entente : où elle en est, ses modules, ses étapes", en: "Shows an agreement: where it stands, its modules, its steps"),
        examples: [.init("fundctl agreement show AGR-2026-000001")])

    @OptionGroup var agreement: AgreementArgument
    @OptionGroup var global: GlobalOptions

    func perform(_ call: Invocation) throws -> CommandResult {
        let id = try agreement.id()
        let (view, steps) = try call.openBookToRead().read { reading in
            let session = try reading.register(RegisterName.employers)
            return (try AgreementView(id, in: session), try Agreements(session).steps(of: id))
        }
        let state = view.file.state
        let modules = TextTable(
            [
                .left(AgreementWords.module), .left(AgreementWords.name, flexible: true),
                .left(AgreementWords.state),
            ],
            rows: view.standard.modules.map { [.text($0.code), .text($0.name), .message(standing($0.code, state))] })
        let history = TextTable(
            [
                .left(AgreementWords.date), .left(AgreementWords.step, flexible: true), .left(AgreementWords.person),
                .right(AgreementWords.record),
            ],
            rows: steps.map { [.text($0.date.iso), .message(AgreementWords.move($0.move)), .text($0.person), .integer($0.sequence)] })
        return CommandResult(
            json: [
                "agreement": view.json,
                "steps": .array(
                    steps.map {
                        [
                            "step": .string($0.move.verb), "date": .string($0.date.iso), "record": .integer($0.sequence),
                            "person": .string($0.person), "recorded": .string($0.recorded),
                        ]
                    }),
            ],
            text: [.facts(view.facts), .table(modules), .table(history)], next: view.next)
    }

    private func standing(_ module: String, _ state: AgreementState) -> Message {
        if state.checked.contains(module) { return Message(fr: "vérifié", en: "checked") }
        return state.learnt.contains(module) ? Message(fr: "appris", en: "learnt") : .verbatim("–")
    }
}
