import FundLedger
import ReferenceData

/// The register of grants as it is shown.
struct GrantsReportView {
    let heading: ReportHeading
    let filter: GrantFilter
    let register: GrantRegister
    /// Told where nothing narrows the report.
    let years: [GrantYearTotal]
    /// By code.
    let programs: [String: ProgramAdded]

    var result: CommandResult {
        let page = ReportPage(title: title, heading: heading, facts: facts, body: body, isRuled: false)
        var result = CommandResult(json: json, text: page.text, csv: csv)
        result.html = page.html()
        return result
    }

    private var title: Message {
        let fund = heading.fund.shown
        return Message(fr: "Subventions du fonds \(fund), par \(by.fr)", en: "Grants of the fund \(fund), by \(by.en)")
    }

    private var by: (fr: Message, en: Message) {
        let words =
            switch register.grouping {
            case .program: Message(fr: "programme", en: "programme")
            case .state: Message(fr: "état", en: "state")
            case .recipient: Message(fr: "bénéficiaire", en: "recipient")
            case .year: Message(fr: "exercice de la demande", en: "fiscal year of the application")
            }
        return (words, words)
    }

    /// What narrows the report.
    private var facts: [(label: Message, value: Cell)] {
        var facts: [(label: Message, value: Cell)] = []
        if let year = filter.year { facts.append((LedgerTexts.year, .text(year.text))) }
        if let program = filter.program { facts.append((GrantWords.program, .message(name(ofProgram: program)))) }
        if let stage = filter.stage { facts.append((GrantWords.state, .message(GrantWords.stage(stage)))) }
        return facts
    }

    // MARK: Blocks

    private var body: [TextBlock] {
        guard register.count > 0 else { return [.paragraph(Message(fr: "Aucune subvention.", en: "No grant."))] }
        let blocks: [TextBlock] = [.chart(chart), .table(table)]
        guard !years.isEmpty else { return blocks }
        return blocks + [.title(Self.yearsTitle), .chart(yearsChart), .table(yearsTable)]
    }

    private var chart: Chart {
        Chart(
            Message(fr: "Convenu, accepté, payé", en: "Agreed, accepted, paid"), .bars, .grouped,
            series: [GrantWords.agreement, GrantWords.accepted, GrantWords.paid],
            register.groups.filter { $0.sum.agreement != 0 || $0.sum.accepted != 0 || $0.sum.paid != 0 }.map { .init(words(for: $0), [$0.sum.agreement, $0.sum.accepted, $0.sum.paid]) }
        ).limited(to: 12) { count in Message(fr: "\(count, "autre", "autres")", en: "\(count, "other", "others")") }
    }

    private static let yearsTitle = Message(fr: "Ce que prévoient les plans, par exercice", en: "What plans have, by fiscal year")

    private var yearsChart: Chart {
        Chart(
            Self.yearsTitle, .columns, .grouped, series: [GrantWords.planned, Self.held, BudgetTexts.spent],
            years.map { .init(.verbatim($0.year.text), [$0.planned, $0.held, $0.spent]) })
    }

    /// Reserved while approved, committed from the agreement on.
    private static let held = Message(fr: "Préengagé ou engagé", en: "Reserved or committed")

    private var yearsTable: TextTable {
        TextTable(
            [
                .left(LedgerTexts.year), .right(Message(fr: "Subventions", en: "Grants")), .right(GrantWords.planned),
                .right(Self.held), .right(BudgetTexts.spent),
            ],
            rows: years.map {
                [.text($0.year.text), .integer($0.grants), .amount($0.planned), .amount($0.held), .amount($0.spent)]
            },
            totals: [
                [.message(LedgerTexts.total), .blank] + [\GrantYearTotal.planned, \.held, \.spent].map { path in
                    .amount(years.reduce(0) { $0 &+ $1[keyPath: path] })
                }
            ])
    }

    /// Each group with its sums, then its grants.
    private var table: TextTable {
        var rows: [[Cell]] = []
        var heads: Set<Int> = []
        for group in register.groups {
            heads.insert(rows.count)
            rows.append([.message(words(for: group)), .blank, .blank, .blank] + cells(group.sum))
            rows += group.grants.map { row in
                [
                    .item(row.id.text, depth: 1), .text(row.name ?? row.recipient), .text(row.title),
                    .message(GrantWords.stage(row.stage)),
                ] + cells(row.figures)
            }
        }
        let count = Message(fr: "\(register.count, "subvention", "subventions")", en: "\(register.count, "grant", "grants")")
        return TextTable(
            [
                .left(GrantWords.grant), .left(GrantWords.recipient, flexible: true),
                .left(GrantWords.title, flexible: true), .left(GrantWords.state), .right(GrantWords.agreement),
                .right(GrantWords.accepted), .right(GrantWords.paid), .right(GrantWords.payable),
                .right(BudgetTexts.committed),
            ], rows: rows,
            totals: [[.message(LedgerTexts.total), .message(count), .blank, .blank] + cells(register.total)],
            caption: Message(fr: "Chaque groupe avec ses sommes, puis ses subventions", en: "Each group with its sums, then its grants"),
            heads: heads)
    }

    private func cells(_ figures: GrantFigures) -> [Cell] {
        [
            .amount(figures.agreement), .amount(figures.accepted), .amount(figures.paid), .amount(figures.payable),
            .amount(figures.committed),
        ]
    }

    private func words(for group: GrantRegister.Group) -> Message {
        switch register.grouping {
        case .state: GrantStage(rawValue: group.value).map(GrantWords.stage) ?? .verbatim(group.value)
        case .program: name(ofProgram: group.value)
        case .recipient: .verbatim([group.value, group.grants.last?.name].compactMap { $0 }.joined(separator: " "))
        case .year: .verbatim(group.value)
        }
    }

    private func name(ofProgram code: String) -> Message {
        guard let program = programs[code] else { return .verbatim(code) }
        return Message(fr: "\(code) \(program.name)", en: "\(code) \(program.nameEnglish ?? program.name)")
    }

    // MARK: Data

    private var json: KeyValuePairs<String, JSONValue> {
        [
            "fund": .string(heading.fund.shown), "by": .string(register.grouping.rawValue),
            "year": .optional(filter.year?.text), "program": .optional(filter.program),
            "state": .optional(filter.stage?.rawValue), "sequence": .integer(heading.sequence),
            "sealed": .string(heading.sealed),
            "groups": .array(
                register.groups.map {
                    [
                        "value": .string($0.value), "count": .integer($0.grants.count),
                        "grants": .array($0.grants.map { .string($0.id.text) }), "amounts": Self.json($0.sum),
                    ]
                }),
            "grants": .array(register.groups.flatMap(\.grants).sorted { $0.id < $1.id }.map(GrantView.json)),
            "total": Self.json(register.total),
            "plan_years": .array(
                years.map {
                    [
                        "year": .string($0.year.text), "count": .integer($0.grants), "planned": .amount(cents: $0.planned),
                        "held": .amount(cents: $0.held), "spent": .amount(cents: $0.spent),
                    ]
                }),
        ]
    }

    private static func json(_ figures: GrantFigures) -> JSONValue {
        .object(GrantWords.figures(figures).map { (name: $0.name, value: .amount(cents: $0.cents)) })
    }

    private var csv: CSVTable {
        CSVTable(
            columns: GrantView.columns,
            rows: register.groups.flatMap(\.grants).sorted { $0.id < $1.id }.map(GrantView.csv))
    }
}
