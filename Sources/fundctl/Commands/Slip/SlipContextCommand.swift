import ArgumentParser
import AuditTrail
import EmployerServices
import ReferenceData

/// `fundctl slip context -o FILE`.
struct SlipContextCommand: FundctlCommand {
    static let help = CommandHelp(
        "context", summary: Message(fr: "Écrit ce qu'il faut à un coordonnateur pour faire des bordereaux", en: "Writes what a coordinator needs to make slips"),
        examples: [
            .init(
                "fundctl slip context --committee metallurgie -o contexte.txt",
                Message(fr: "à envoyer à ses coordonnateurs", en: "to be sent to its coordinators")),
            .init("fundctl slip context -o contexte.txt", Message(fr: "sans les ententes du comité", en: "without the committee's agreements")),
        ],
        details: [
            Message(
                fr: "Le fichier a l'identité du registre, les bureaux, les normes et leurs modules, les programmes, le catalogue. Avec --committee il a aussi ses ententes ouvertes, pour en inscrire les étapes. Il n'a aucun renseignement personnel : les personnes n'y sont que des identifiants.",
                en: "The file has the register's identity, the offices, the standards and their modules, the programmes, the catalogue. With --committee it has its open agreements, too, so that their steps can be entered. It has no personal information: persons are identifiers in it.")
        ])
    static let outputIsOwn = true

    @Option(help: .init(fr: "Le comité dont il a les ententes ouvertes.", en: "The committee whose open agreements it has.", value: ("code", "code")))
    var committee: String?

    @OptionGroup var global: GlobalOptions

    func perform(_ call: Invocation) throws -> CommandResult {
        let file = try SlipFiles.output(global, "slip context")
        let today = try CalendarDate(iso: call.edge.clock.today())
        let context = try call.openBookToRead().read {
            try Slips($0.register(RegisterName.employers)).context(on: today, committee: committee)
        }
        try OutputFile.write(context.text(), to: file)
        return CommandResult(
            json: [
                "file": .string(file), "register_id": .string(context.register.hex), "origin": .string(context.origin),
                "catalogue": .optional(context.catalogue), "offices": .integer(Int64(context.offices.count)),
                "standards": .integer(Int64(context.standards.count)),
                "programmes": .integer(Int64(context.programmes.count)), "committee": .optional(committee),
                "agreements": .integer(Int64(context.agreements.count)),
            ],
            text: [
                .paragraph(
                    Message(
                        fr: "Le contexte est dans « \(file) » : \(context.offices.count, "bureau", "bureaux"), \(context.standards.count, "norme", "normes"), \(context.programmes.count, "programme", "programmes")\(agreements(context)).",
                        en: "The context is in \"\(file)\": \(context.offices.count, "office", "offices"), \(context.standards.count, "standard", "standards"), \(context.programmes.count, "programme", "programmes")\(agreements(context))."))
            ],
            next: [
                .init(
                    command: "fundctl slip begin \(file) --committee \(committee ?? "…") -o …",
                    purpose: Message(fr: "commence un bordereau", en: "begins a slip"))
            ])
    }

    private func agreements(_ context: SlipContext) -> Message {
        guard committee != nil else { return .verbatim("") }
        let count = context.agreements.count
        return Message(
            fr: ", \(count, "entente ouverte", "ententes ouvertes")", en: ", \(count, "open agreement", "open agreements")")
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
