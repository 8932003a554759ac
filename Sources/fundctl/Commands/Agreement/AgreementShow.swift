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
        let (view, steps, said) = try call.openBookToRead().read { reading in
            let session = try reading.register(RegisterName.employers)
            let agreements = Agreements(session)
            let steps = try agreements.steps(of: id)
            let words = AgreementStepWords(name: agreements.name)
            return (try AgreementView(id, in: session), steps, try steps.map { try words.said(session.record(at: $0.sequence)) })
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
                .left(AgreementWords.date), .left(AgreementWords.step),
                .left(Message(fr: "Ce qui est dit", en: "What is said"), flexible: true),
                .left(AgreementWords.person, flexible: true), .right(AgreementWords.record),
            ],
            rows: zip(steps, said).map { step, said in
                [
                    .text(step.date.iso), .message(AgreementWords.move(step.move)), .message(said),
                    .message(AgreementStepWords.who(step)), .integer(step.sequence),
                ]
            })
        return CommandResult(
            json: [
                "agreement": view.json,
                "steps": .array(
                    steps.map {
                        [
                            "step": .string($0.move.verb), "date": .string($0.date.iso), "record": .integer($0.sequence),
                            "person": .string($0.person), "recorded": .string($0.recorded),
                            "slip_person": .optional($0.slip?.person),
                            "slip_number": $0.slip.map { .integer($0.number) } ?? .null,
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
