import ArgumentParser
import AuditTrail
import EmployerServices
import ReferenceData

/// `fundctl participant annul ID --reason R`.
struct ParticipantAnnul: FundctlCommand {
    static let help = CommandHelp(
        "annul", summary: Message(fr: "Annule une participation qui n'aurait pas dû être écrite", en: "Annuls a participation that should not have been written"),
        examples: [.init("fundctl participant annul PAR-2026-000001 --reason \"Saisie en double\"")])

    @OptionGroup var participation: ParticipationArgument

    @Option(help: .init(fr: "Le motif, sans nom de personne.", en: "The reason, without a person's name.", value: ("motif", "reason")))
    var reason: String

    @OptionGroup var step: DayOption
    @OptionGroup var write: WriteOptions
    @OptionGroup var global: GlobalOptions

    func perform(_ call: Invocation) throws -> CommandResult {
        let id = try participation.id()
        try TypedText.check(reason, option: "--reason", bytes: 1...1000)
        let request = DeskRequest(
            command: "participant-annul", content: ["participation": id.text, "reason": reason], date: step.date, slip: nil,
            write: write)
        let title =
            write.dryRun
            ? Message(fr: "La participation serait annulée.", en: "The participation would be annulled.")
            : Message(fr: "La participation est annulée.", en: "The participation is annulled.")
        return try call.takePart(request, ParticipationAnnulled.self, id: \.participation, title: title) { place in
            try place.desk.write(ParticipationAnnulled(id, on: place.day, reason: reason))
            return id
        }
    }
}
