import ArgumentParser
import FundLedger
import ReferenceData

/// `fundctl program list --fund F`.
struct ProgramList: FundctlCommand {
    static let help = CommandHelp(
        "list", summary: Message(fr: "Montre les programmes d'un fonds", en: "Shows the programmes of a fund"),
        examples: [.init("fundctl program list --fund FNF")])
    static let formats: Set<OutputFormat> = [.text, .json, .csv]

    @OptionGroup var fund: FundOption
    @OptionGroup var global: GlobalOptions

    func perform(_ call: Invocation) throws -> CommandResult {
        let fund = try fund.code()
        let programs = try call.openBookToRead().read { try Programs($0.register(fund.rawValue)).all() }
        let none = Message(fr: "Le fonds \(fund.shown) n'a pas encore de programme.", en: "The fund \(fund.shown) has no programme yet.")
        return CommandResult(
            json: ["fund": .string(fund.shown), "programs": .array(programs.map(ProgramView.json))],
            text: programs.isEmpty ? [.paragraph(none)] : [.table(ProgramView.table(programs))],
            csv: CSVTable(
                columns: ["program", "name", "name_en", "account", "norms", "citation"],
                rows: programs.map {
                    [$0.program, $0.name, $0.nameEnglish ?? "", $0.account, $0.norms.rawValue, $0.citation]
                }),
            next: programs.isEmpty
                ? [
                    .init(
                        command: "fundctl program add … --fund \(fund.shown) --name … --account … --norms … --citation …",
                        purpose: Message(fr: "en ajoute un", en: "adds one"))
                ] : [])
    }
}

/// A programme as it is shown.
enum ProgramView {
    static func name(_ program: ProgramAdded) -> Message {
        Message(fr: "\(program.name)", en: "\(program.nameEnglish ?? program.name)")
    }

    static func json(_ program: ProgramAdded) -> JSONValue {
        [
            "program": .string(program.program), "name": .string(program.name), "name_en": .optional(program.nameEnglish),
            "account": .string(program.account), "norms": .string(program.norms.rawValue),
            "citation": .string(program.citation),
        ]
    }

    static func facts(_ program: ProgramAdded) -> TextBlock {
        .facts([
            (label: LedgerTexts.name, value: .message(name(program))),
            (label: LedgerTexts.account, value: .text(program.account)),
            (label: GrantWords.norms, value: .message(GrantWords.norms(program.norms))),
            (label: BudgetTexts.citation, value: .text(program.citation)),
        ])
    }

    static func table(_ programs: [ProgramAdded]) -> TextTable {
        TextTable(
            [
                .left(GrantWords.program), .left(LedgerTexts.name, flexible: true), .left(LedgerTexts.account),
                .left(GrantWords.norms), .left(BudgetTexts.citation, flexible: true),
            ],
            rows: programs.map {
                [
                    .text($0.program), .message(name($0)), .text($0.account), .message(GrantWords.norms($0.norms)),
                    .text($0.citation),
                ]
            })
    }
}
