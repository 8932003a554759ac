import ArgumentParser
import AuditTrail

/// `fundctl audit disclose SUBJECT… -o FILE`.
struct AuditDisclose: FundctlCommand {
    static let help = CommandHelp(
        "disclose",
        summary: Message(
            fr: "Écrit, à part de tout export, ce qu'une personne a confié au livre",
            en: "Writes, apart from every export, what a person entrusted to the book"),
        examples: [
            .init("fundctl audit disclose 4f0c61d2a7b35e88c1d09e6a5b7f2c34 -o dossier.disclosure"),
            .init(
                "fundctl audit disclose 4f0c61d2a7b35e88c1d09e6a5b7f2c34 --fields born -o naissance.disclosure",
                Message(fr: "un champ; les autres sont tus", en: "one field; the others are withheld")),
        ],
        details: [
            Message(
                fr: """
                    Le fichier tient des renseignements personnels : son mode est 0600, et il voyage à part. Celui qui le reçoit \
                    en compare chaque valeur avec l'empreinte d'un export : fundctl audit check-disclosure, ou \
                    audit/verify.py --check-disclosure. Un sujet effacé y paraît effacé.
                    """,
                en: """
                    The file holds personal information: its mode is 0600, and it travels apart. Who receives it compares each \
                    value with the commitment in an export: fundctl audit check-disclosure, or audit/verify.py \
                    --check-disclosure. An erased subject shows as erased.
                    """)
        ])
    static var outputIsOwn: Bool { true }

    @Argument(help: .init(fr: "Les sujets, d'un même registre.", en: "The subjects, of one register.", value: ("sujet", "subject")))
    var subjects: [String]

    @Option(help: .init(fr: "Les champs à montrer, séparés par des virgules; sinon tous.", en: "The fields to show, separated by commas; else all.", value: ("liste", "list")))
    var fields: String?

    @OptionGroup var global: GlobalOptions

    func perform(_ call: Invocation) throws -> CommandResult {
        guard let file = global.output else {
            throw CommandLineError(.missingArgument, ["argument": "-o", "command": "fundctl audit disclose"])
        }
        let chosen = fields.map { Set($0.split(separator: ",").map { String($0.drop { $0 == " " }) }) }
        let disclosure = try call.openBookToRead().read { try $0.disclosure(of: subjects, fields: chosen) }
        let text = try disclosure.text()
        if file != "-" { try OutputFile.write(text, to: file, mode: 0o600) }
        var result = CommandResult(
            json: [
                "register_id": .string(disclosure.register.hex), "size": .integer(disclosure.size), "file": .string(file),
                "subjects": .array(
                    disclosure.subjects.map { subject in
                        ["subject": .string(subject.subject), "state": .string(subject.isErased ? "erased" : "open")]
                    }),
            ],
            text: [
                .paragraph(
                    Message(
                        fr: "Écrit dans \(file) (mode 0600) : RENSEIGNEMENTS PERSONNELS.",
                        en: "Written to \(file) (mode 0600): PERSONAL INFORMATION.")),
                .facts(
                    disclosure.subjects.map { subject in
                        (Message(fr: "Sujet", en: "Subject"), .message(Message(fr: "\(subject.subject) : \(subject.isErased ? "effacé" : "ouvert")", en: "\(subject.subject): \(subject.isErased ? "erased" : "open")")))
                    }),
            ],
            next: [
                .init(
                    command: "fundctl audit check-disclosure \(file) --in EXPORT --key KEY.pem",
                    purpose: Message(fr: "compare avec un export", en: "compares with an export"))
            ])
        if file == "-", global.format == .text { result.raw = text }
        return result
    }
}

extension DisclosedSubject {
    /// Whether it shows as erased.
    var isErased: Bool { if case .erased = state { true } else { false } }
}
