import ArgumentParser
import AuditTrail
import EmployerServices
import ReferenceData

/// `fundctl participant add`.
struct ParticipantAdd: FundctlCommand {
    static let help = CommandHelp(
        "add", summary: Message(fr: "Inscrit un participant", en: "Enters a participant"),
        examples: [
            .init("fundctl participant add --name \"Ana Gil\" --born 1990-02-03 --programme compagnonnage --office R06 --employer 1140000013"),
            .init(
                "fundctl participant add --name \"Ana Gil\" --born 1990-02-03 --programme compagnonnage --office R06 --slip ententes.slip",
                Message(fr: "dans un bordereau", en: "into a slip")),
        ],
        details: [
            Message(
                fr: "Le nom et la date de naissance n'entrent dans aucun enregistrement, et s'effacent.",
                en: "The name and the birth date enter no record, and can be erased.")
        ])

    @Option(help: .init(fr: "Le nom du participant.", en: "The participant's name.", value: ("nom", "name")))
    var name: String?

    @Option(help: .init(fr: "Sa date de naissance, AAAA-MM-JJ.", en: "The birth date, YYYY-MM-DD.", value: ("date", "date")))
    var born: String?

    @Option(help: .init(fr: "Une personne que le registre connaît, par son identifiant.", en: "A person whom the register knows, by the identifier.", value: ("id", "id")))
    var subject: String?

    @Option(help: .init(fr: "La stratégie ou le programme (fundctl programme list).", en: "The strategy or programme (fundctl programme list).", value: ("code", "code")))
    var programme: String

    @Option(help: .init(fr: "Le bureau.", en: "The office.", value: ("code", "code")))
    var office: String

    @Option(help: .init(fr: "Le NEQ de l'employeur, s'il y en a un.", en: "The employer's NEQ, if there is one.", value: ("neq", "neq")))
    var employer: String?

    @OptionGroup var step: DayOption
    @OptionGroup var slip: SlipOption
    @OptionGroup var write: WriteOptions
    @OptionGroup var global: GlobalOptions

    func perform(_ call: Invocation) throws -> CommandResult {
        let person = try typed()
        let request = DeskRequest(
            command: "participant-add",
            content: [
                "employer": employer ?? "", "office": office, "programme": programme, "subject": subject ?? "",
            ], date: step.date, slip: slip.slip, write: write, person: person)
        let title =
            write.dryRun
            ? Message(fr: "Le participant serait inscrit.", en: "The participant would be entered.")
            : Message(fr: "Le participant est inscrit.", en: "The participant is entered.")
        return try call.takePart(request, ParticipationStarted.self, id: \.participation, title: title) { place in
            let known = try place.desk.subject(of: person)
            let id = try place.desk.nextParticipation(on: place.day)
            try place.desk.write(
                ParticipationStarted(
                    id, on: place.day, employer: employer, office: office,
                    participant: known ?? place.desk.open(person, place.drawing), programme: programme))
            return id
        }
    }

    private func typed() throws -> TypedPerson {
        if let subject { return .subject(subject) }
        guard let name else {
            throw CommandLineError(.missingArgument, ["argument": "--name", "command": "participant add"])
        }
        try TypedText.check(name, option: "--name", bytes: 1...200)
        return .named(name, born: try born.map { try CalendarDate(iso: $0).iso })
    }
}

/// `--date D`: participations have no documents.
struct DayOption: ParsableArguments {
    @Option(help: .init(fr: "La date; sinon aujourd'hui.", en: "The date; else today.", value: ("date", "date")))
    var date: String?
}
