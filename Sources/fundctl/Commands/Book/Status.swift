import ArgumentParser
import AuditTrail
import FundLedger
import ReferenceData

/// `fundctl status`: one screen.
struct Status: FundctlCommand {
    static let help = CommandHelp(
        "status",
        summary: Message(
            fr: "Montre en un écran où en est le livre : registres, exercices, ce qui attend",
            en: "Shows on one screen where the book stands: registers, fiscal years, what waits"),
        examples: [.init("fundctl status"), .init("fundctl status --format json")])

    @OptionGroup var global: GlobalOptions

    func perform(_ call: Invocation) throws -> CommandResult {
        let today = try CalendarDate(iso: call.edge.clock.today())
        let state = try call.openBookToRead().read { try BookState($0, today: today) }
        return CommandResult(
            json: [
                "book": .string(call.bookPath), "registers": .array(state.registers.map(Self.json)),
                "funds": .array(state.funds.map(Self.json)), "waiting": .array(state.waiting.map(\.json)),
                "warnings": .array(
                    state.warnings.map { ["code": .string($0.code), "registers": .array($0.registers.map(JSONValue.string))] }),
            ],
            text: text(state, book: call.bookPath), next: next(state, year: call.currentYear))
    }

    private func text(_ state: BookState, book: String) -> [TextBlock] {
        var blocks: [TextBlock] = [
            .title(Message(fr: "Livre \(book)", en: "Book \(book)")), .table(registers(state.registers)),
            .title(Message(fr: "Fonds", en: "Funds")), .table(funds(state.funds)),
            .title(Message(fr: "En attente d'une deuxième personne", en: "Waiting for a second person")),
        ]
        blocks.append(
            state.waiting.isEmpty
                ? .paragraph(Message(fr: "Rien.", en: "Nothing.")) : .table(WaitingProposal.table(state.waiting)))
        if !state.warnings.isEmpty {
            blocks.append(.title(Message(fr: "À savoir", en: "Worth knowing")))
            blocks.append(.lines(state.warnings.map(\.line)))
        }
        return blocks
    }

    private func registers(_ registers: [BookState.Register]) -> TextTable {
        TextTable(
            [
                .left(RegisterWords.register), .right(RegisterWords.records), .left(RegisterWords.lastSeal),
                .right(Message(fr: "Personnes", en: "Persons")),
                .left(Message(fr: "Dernière exportation", en: "Last export")),
            ],
            rows: registers.map { register in
                [
                    .text(register.head.name), .integer(register.head.size), .text(register.head.time),
                    .integer(register.persons), .message(export(register)),
                ]
            })
    }

    private func export(_ register: BookState.Register) -> Message {
        guard let last = register.lastExport else { return Message(fr: "aucune", en: "none") }
        guard register.sinceExport > 0 else {
            return Message(fr: "n° \(last.number), à jour", en: "no. \(last.number), up to date")
        }
        return Message(
            fr: "n° \(last.number), \(register.sinceExport, "enregistrement", "enregistrements") depuis",
            en: "no. \(last.number), \(register.sinceExport, "record", "records") since")
    }

    private func funds(_ funds: [BookState.Fund]) -> TextTable {
        let columns: [TextTable.Column] = [
            .left(Message(fr: "Fonds", en: "Fund")), .right(Message(fr: "Comptes", en: "Accounts")),
            .left(Message(fr: "Exercice", en: "Fiscal year")), .left(Message(fr: "Budget", en: "Budget")),
            .right(Message(fr: "Écritures", en: "Entries")), .right(Message(fr: "Total des débits", en: "Total debits")),
        ]
        let rows = funds.flatMap { fund -> [[Cell]] in
            let head: [Cell] = [.text(fund.code.rawValue), .integer(fund.accounts)]
            guard !fund.years.isEmpty else {
                let none = Message(fr: "aucun exercice ouvert", en: "no fiscal year open")
                return [head + [.message(none), .blank, .integer(fund.totals.entries), .amount(fund.totals.debitCents)]]
            }
            let all: [Cell] = [
                .message(Message(fr: "tous", en: "all")), .blank, .integer(fund.totals.entries),
                .amount(fund.totals.debitCents),
            ]
            return [head + all]
                + fund.years.map { row in
                    [.blank, .blank, .text(row.year.text), .message(Self.word(row.budget)), .integer(row.entries), .blank]
                }
        }
        return TextTable(columns, rows: rows)
    }

    private func next(_ state: BookState, year: String) -> [CommandResult.NextStep] {
        var steps: [CommandResult.NextStep] = []
        if let first = state.waiting.first {
            steps.append(
                .init(
                    command: first.command,
                    purpose: Message(fr: "approuve et exécute", en: "approves and carries out")))
        }
        if let fund = state.funds.first(where: { $0.years.isEmpty }) {
            steps.append(
                .init(
                    command: "fundctl year open \(year) --fund \(fund.code.rawValue)",
                    purpose: Message(fr: "ouvre un exercice", en: "opens a fiscal year")))
        }
        if let register = state.registers.first(where: { $0.lastExport != nil && $0.sinceExport > 0 }) {
            steps.append(
                .init(
                    command: "fundctl audit export --register \(register.head.name) -o DIR",
                    purpose: Message(fr: "exporte ce qui est nouveau", en: "exports what is new")))
        }
        return steps
    }

    private static func word(_ budget: BudgetControl) -> Message {
        switch budget {
        case .controlled: Message(fr: "contrôlé", en: "controlled")
        case .none: Message(fr: "sans contrôle", en: "no control")
        }
    }

    private static func json(_ register: BookState.Register) -> JSONValue {
        let export: JSONValue = register.lastExport.map {
            ["number": .integer($0.number), "size": .integer($0.size), "records_since": .integer(register.sinceExport)]
        } ?? .null
        return .object(
            RegisterShow.members(register.head) + [
                (name: "admins", value: .integer(register.admins)), (name: "persons", value: .integer(register.persons)),
                (name: "last_export", value: export),
            ])
    }

    private static func json(_ fund: BookState.Fund) -> JSONValue {
        [
            "fund": .string(fund.code.rawValue), "accounts": .integer(fund.accounts),
            "entries": .integer(fund.totals.entries), "postings": .integer(fund.totals.postings),
            "debits": .amount(cents: fund.totals.debitCents),
            "years": .array(
                fund.years.map {
                    [
                        "year": .string($0.year.text), "budget": .string($0.budget.rawValue),
                        "entries": .integer($0.entries),
                    ]
                }),
        ]
    }
}
