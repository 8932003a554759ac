import ArgumentParser
import AuditTrail
import EmployerServices
import ReferenceData

/// The participation that a command is about.
struct ParticipationArgument: ParsableArguments {
    @Argument(help: .init(fr: "Le numéro de la participation.", en: "The participation's number.", value: ("numéro", "id")))
    var participation: String

    /// Refuses: E-REF codes.
    func id() throws -> ParticipationID { try ParticipationID(parsing: SlipID.held(participation)) }
}

/// `fundctl participant end ID --result R`.
struct ParticipantEnd: FundctlCommand {
    static let help = CommandHelp(
        "end", summary: Message(fr: "Termine une participation", en: "Ends a participation"),
        examples: [.init("fundctl participant end PAR-2026-000001 --result achieved")])

    @OptionGroup var participation: ParticipationArgument

    @Option(help: .init(fr: "Le résultat : achieved, partly-achieved, not-achieved, abandoned.", en: "The result: achieved, partly-achieved, not-achieved, abandoned.", value: ("résultat", "result")))
    var result: String

    @OptionGroup var step: DayOption
    @OptionGroup var slip: SlipOption
    @OptionGroup var write: WriteOptions
    @OptionGroup var global: GlobalOptions

    func perform(_ call: Invocation) throws -> CommandResult {
        let id = try participation.id()
        guard let outcome = ServiceResult(rawValue: result) else {
            let choices = ServiceResult.allCases.map(\.rawValue).joined(separator: ", ")
            throw CommandLineError(.invalidValue, ["value": result, "option": "--result", "choices": choices])
        }
        let request = DeskRequest(
            command: "participant-end", content: ["participation": id.text, "result": result], date: step.date,
            slip: slip.slip, write: write)
        let title =
            write.dryRun
            ? Message(fr: "La participation serait terminée.", en: "The participation would be ended.")
            : Message(fr: "La participation est terminée.", en: "The participation is ended.")
        return try call.takePart(request, ParticipationEnded.self, id: \.participation, title: title) { place in
            try place.desk.write(ParticipationEnded(id, on: place.day, result: outcome))
            return id
        }
    }
}
