import EmployerServices
import ReferenceData

/// The accountability report as it is shown.
struct AccountabilityView {
    let report: Accountability

    init(_ report: Accountability) { self.report = report }

    var result: CommandResult {
        var result = CommandResult(json: json, text: [.title(title)] + body(isPage: false) + [.lines([seen])], csv: csv)
        let page: [TextBlock] = [.title(title), .facts(facts)] + body(isPage: true)
        result.html = { [title] in HTMLPage(title: title, blocks: page, language: $0).bytes }
        return result
    }

    private var title: Message {
        let place = IndicatorWords.level(report.level)
        return Message(
            fr: "Reddition de comptes \(report.year.text), \(place)",
            en: "Accountability report \(report.year.text), \(place)")
    }

    private var facts: [(label: Message, value: Cell)] {
        let when = report.sealed.replacing("T", with: " ").replacing("Z", with: " UTC")
        return [
            (RegisterWords.register, .message(RegisterWords.name("employers"))),
            (Message(fr: "Livre", en: "Book"), .text(report.origin)),
            (
                Message(fr: "Registre vu", en: "Register seen"),
                .message(
                    Message(
                        fr: "jusqu'à l'enregistrement \(number: report.sequence), scellé le \(when)",
                        en: "up to record \(number: report.sequence), sealed on \(when)"))
            ),
            (Message(fr: "Mois publiés", en: "Months published"), .message(until)),
        ]
    }

    private var until: Message {
        guard let last = report.published.last else { return Message(fr: "aucun", en: "none") }
        return Message(
            fr: "\(report.published.count) sur 12, jusqu'à \(PeriodWords.long(last))",
            en: "\(report.published.count) of 12, up to \(PeriodWords.long(last))")
    }

    private var seen: Message {
        Message(
            fr: "Registre des services aux entreprises vu jusqu'à l'enregistrement \(number: report.sequence).",
            en: "Register of employer services seen up to record \(number: report.sequence).")
    }

    // MARK: Blocks

    private func body(isPage: Bool) -> [TextBlock] {
        guard !report.indicators.isEmpty else {
            return [.paragraph(Message(fr: "Aucun indicateur n'est défini pour cet exercice.", en: "No indicator is defined for this year."))]
        }
        let tables = AccountabilityTables(report: report)
        return tables.annual + tables.under + tables.explanations
            + AccountabilityMonths(report: report).blocks(isPage: isPage) + costBlocks + noteBlocks
            + AccountabilityDefinitions(report: report).blocks
    }

    // MARK: Costs

    private var costBlocks: [TextBlock] {
        guard !report.costs.isEmpty else { return [] }
        let explained = Message(
            fr: """
                La somme acceptée des subventions que nomment les interventions (chacune comptée une fois, dans l'exercice où \
                commence la première intervention qui la nomme), divisée par le nombre compté de l'exercice.
                """,
            en: """
                The sum accepted of the grants that interventions name (each counted once, in the year in which the first \
                intervention that names it begins), over the number counted of the year.
                """)
        var blocks: [TextBlock] = [
            .title(Message(fr: "Coût unitaire", en: "Cost of one")), .paragraph(explained), .table(costTable),
        ]
        for cost in report.costs where !cost.grants.isEmpty { blocks.append(.table(grantTable(cost))) }
        let unknown = Set(report.costs.flatMap(\.unknown)).sorted()
        if !unknown.isEmpty {
            let names = unknown.map(\.text).joined(separator: ", ")
            blocks.append(
                .paragraph(
                    Message(
                        fr: "Subventions nommées que les fonds de ce livre n'ont pas, laissées de côté : \(names).",
                        en: "Grants named that the funds of this book have not, left out: \(names).")))
        }
        return blocks
    }

    private var costTable: TextTable {
        TextTable(
            [
                .left(IndicatorWords.indicator, flexible: true), .right(Message(fr: "Subventions", en: "Grants")),
                .right(Message(fr: "Somme acceptée", en: "Sum accepted")), .right(Message(fr: "Nombre compté", en: "Number counted")),
                .right(Message(fr: "Coût de chacun", en: "Cost of each")),
            ],
            rows: report.costs.map { cost in
                [
                    .message(IndicatorWords.name(cost.definition)), .integer(cost.grants.count), .amount(cost.total),
                    .integer(cost.count), cost.grants.isEmpty ? .text("–") : cost.each.map { .amount($0) } ?? .text("–"),
                ]
            })
    }

    private func grantTable(_ cost: UnitCost) -> TextTable {
        TextTable(
            [
                .left(GrantWords.grant), .left(Message(fr: "Première intervention", en: "First intervention")),
                .right(GrantWords.accepted),
            ],
            rows: cost.grants.map { [.text($0.grant.text), .text($0.intervention), .amount($0.accepted)] },
            totals: [[.message(LedgerTexts.total), .blank, .amount(cost.total)]], caption: IndicatorWords.name(cost.definition))
    }

    // MARK: Notes

    private var noteBlocks: [TextBlock] {
        FollowUpNoted.Topic.allCases.flatMap { topic -> [TextBlock] in
            let notes = report.notes.filter { $0.topic == topic && isSeen($0.level) }
            guard !notes.isEmpty else { return [] }
            return [.title(Self.heading(topic))] + notes.sorted { ($0.date, $0.title) < ($1.date, $1.title) }.flatMap(blocks)
        }
    }

    private func isSeen(_ level: Level) -> Bool {
        guard level != report.level else { return true }
        switch (report.level, level) {
        case (.national, _): return true
        case (.region(let region), .office(let office)): return report.offices[office.text] == region.code
        default: return false
        }
    }

    private func blocks(of note: FollowUpNoted) -> [TextBlock] {
        var head: [(label: Message, value: Cell)] = [
            (IndicatorWords.titleWord, .text(Visible.text(note.title))), (LedgerTexts.date, .text(note.date.iso)),
            (IndicatorWords.level, .message(IndicatorWords.level(note.level))),
        ]
        if let citation = note.citation { head.append((BudgetTexts.citation, .text(Visible.text(citation)))) }
        return [.facts(head), .paragraph(.verbatim(Visible.text(note.text)))]
    }

    private static func heading(_ topic: FollowUpNoted.Topic) -> Message {
        switch topic {
        case .strategy: Message(fr: "Suivi des stratégies", en: "Follow-up of strategies")
        case .evaluation: Message(fr: "Évaluations des interventions", en: "Evaluations of interventions")
        case .satisfaction: Message(fr: "Satisfaction de la clientèle", en: "Clients' satisfaction")
        case .approval: Message(fr: "Approbations des plans", en: "Approvals of plans")
        case .other: Message(fr: "Autres notes", en: "Other notes")
        }
    }

    // MARK: Data

    private var json: KeyValuePairs<String, JSONValue> {
        let data = AccountabilityData(report: report)
        return [
            "year": .string(report.year.text), "level": .string(report.level.text), "sequence": .integer(report.sequence),
            "sealed": .string(report.sealed), "published": .array(report.published.map { .string($0.text) }),
            "results": .array(data.results), "months": .array(data.months), "restatements": .array(data.restatements),
            "costs": .array(data.costs), "notes": .array(report.notes.filter { isSeen($0.level) }.map(FollowUpView.json)),
            "definitions": .array(report.indicators.map { IndicatorView.json($0.definition) }),
        ]
    }

    private var csv: CSVTable { AccountabilityData(report: report).csv }
}
