import ArgumentParser
import AuditTrail
import EmployerServices
import ReferenceData

/// `fundctl slip context -o FILE`.
struct SlipContextCommand: FundctlCommand {
    static let help = CommandHelp(
        "context", summary: Message(fr: "Écrit ce qu'il faut à un coordonnateur pour faire des bordereaux", en: "Writes what a coordinator needs to make slips"),
        examples: [.init("fundctl slip context -o contexte.txt", Message(fr: "à envoyer aux coordonnateurs", en: "to be sent to the coordinators"))],
        details: [
            Message(
                fr: "Le fichier a l'identité du registre, les bureaux, les normes et leurs modules, les programmes, le catalogue. Il n'a aucun renseignement personnel.",
                en: "The file has the register's identity, the offices, the standards and their modules, the programmes, the catalogue. It has no personal information.")
        ])
    static let outputIsOwn = true

    @OptionGroup var global: GlobalOptions

    func perform(_ call: Invocation) throws -> CommandResult {
        let file = try SlipFiles.output(global, "slip context")
        let today = try CalendarDate(iso: call.edge.clock.today())
        let context = try call.openBookToRead().read {
            try Slips($0.register(RegisterName.employers)).context(on: today)
        }
        try OutputFile.write(context.text(), to: file)
        return CommandResult(
            json: [
                "file": .string(file), "register_id": .string(context.register.hex), "origin": .string(context.origin),
                "catalogue": .optional(context.catalogue), "offices": .integer(Int64(context.offices.count)),
                "standards": .integer(Int64(context.standards.count)),
                "programmes": .integer(Int64(context.programmes.count)),
            ],
            text: [
                .paragraph(
                    Message(
                        fr: "Le contexte est dans « \(file) » : \(context.offices.count, "bureau", "bureaux"), \(context.standards.count, "norme", "normes"), \(context.programmes.count, "programme", "programmes").",
                        en: "The context is in \"\(file)\": \(context.offices.count, "office", "offices"), \(context.standards.count, "standard", "standards"), \(context.programmes.count, "programme", "programmes")."))
            ],
            next: [
                .init(
                    command: "fundctl slip begin \(file) --committee … -o …",
                    purpose: Message(fr: "commence un bordereau", en: "begins a slip"))
            ])
    }
}

/// The files of slips.
enum SlipFiles {
    /// `-o FILE`, which these commands need. Refuses: E-CLI-005.
    static func output(_ global: GlobalOptions, _ command: String) throws -> String {
        guard let file = global.output else {
            throw CommandLineError(.missingArgument, ["argument": "-o", "command": command])
        }
        return file
    }

    /// The file of openings that goes with a slip.
    static func openings(of slip: String) -> String { slip + ".openings" }
}
