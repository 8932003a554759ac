import ArgumentParser
import AuditTrail
import FundLedger
import ReferenceData

/// `fundctl program add CODE --fund F --name N --account A --norms approved|none --citation C`.
struct ProgramAdd: FundctlCommand {
    static let help = CommandHelp(
        "add", summary: Message(fr: "Ajoute un programme de subventions", en: "Adds a grant programme"),
        examples: [
            .init("fundctl program add MFOR --fund FNF --name \"Formation de la main-d'œuvre\" --account 5130 --norms approved --citation \"Plan d'affectation 2026-2027\"")
        ],
        details: [
            Message(
                fr: """
                    Le programme donne à ses subventions leur compte de charges, et l'échelle de ceux qui les approuvent : \
                    sans normes approuvées par le gouvernement, une subvention de plus de 50 000 $ va au Conseil du trésor \
                    (A-6.01, r. 6). Le premier programme d'un fonds désigne aussi ses comptes de contrôle (fundctl account \
                    control).
                    """,
                en: """
                    The programme gives its grants their expense account, and the ladder of those who approve them: without \
                    norms approved by the government, a grant above $50,000 goes to the Conseil du trésor (A-6.01, r. 6). \
                    The first programme of a fund also names its control accounts (fundctl account control).
                    """)
        ])

    @Argument(help: .init(fr: "Le code du programme.", en: "The code of the programme.", value: ("code", "code")))
    var code: String

    @OptionGroup var fund: FundOption

    @Option(help: .init(fr: "Le nom, en français.", en: "The name, in French.", value: ("nom", "name")))
    var name: String

    @Option(help: .init(fr: "Le nom en anglais.", en: "The name in English.", value: ("nom", "name")))
    var nameEn: String?

    @Option(help: .init(fr: "Le compte de charges de ses subventions.", en: "The expense account of its grants.", value: ("compte", "account")))
    var account: String

    @Option(help: .init(fr: "Ses normes : approved (par le gouvernement) ou none.", en: "Its norms: approved (by the government) or none.", value: ("normes", "norms")))
    var norms: ProgramAdded.Norms

    @Option(help: .init(fr: "L'acte qui le fonde.", en: "The act that founds it.", value: ("source", "citation")))
    var citation: String

    @OptionGroup var write: WriteOptions
    @OptionGroup var global: GlobalOptions

    func perform(_ call: Invocation) throws -> CommandResult {
        let fund = try fund.code()
        try TypedText.check(name, option: "--name", bytes: ProgramAdded.nameBytes)
        if let nameEn { try TypedText.check(nameEn, option: "--name-en", bytes: ProgramAdded.nameBytes) }
        try TypedText.check(citation, option: "--citation", bytes: ProgramAdded.citationBytes)
        let program = ProgramAdded(
            program: code, name: name, nameEnglish: nameEn, account: account, norms: norms, citation: citation)
        let request = WriteRequest(
            registers: [fund.rawValue],
            content: [
                "account": .string(account), "citation": .string(citation), "command": "program-add",
                "name": .string(name), "name_en": .string(nameEn ?? ""), "norms": .string(norms.rawValue),
                "program": .string(code),
            ], options: write)
        let done = try call.write(request, to: call.openBook()) { transaction in
            try Programs(transaction.register(fund.rawValue)).add(program)
        } again: { reading, _ in try Programs(reading.register(fund.rawValue)).program(code) }
        let title =
            write.dryRun
            ? Message(fr: "Le programme \(code) serait ajouté.", en: "The programme \(code) would be added.")
            : Message(fr: "Le programme \(code) est ajouté.", en: "The programme \(code) is added.")
        var result = CommandResult(
            json: ["fund": .string(fund.shown), "program": ProgramView.json(done.value)],
            text: [.paragraph(title), ProgramView.facts(done.value)],
            next: [
                .init(
                    command: "fundctl grant apply --fund \(fund.shown) --program \(code) --recipient … --amount … --title …",
                    purpose: Message(fr: "inscrit une demande", en: "enters an application"))
            ])
        result.tell(done)
        return result
    }
}

extension ProgramAdded.Norms: ExpressibleByArgument {}
