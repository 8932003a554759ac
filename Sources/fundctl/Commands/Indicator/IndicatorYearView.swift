import EmployerServices
import ReferenceData

/// One indicator at one level, as it is shown.
struct IndicatorYearView {
    let found: IndicatorYear
    let place: FigurePlace
    /// What lies behind the figure; nil where it is not asked for.
    let acts: [(month: PeriodID, act: CountedAct)]?
    /// The firms' names by NEQ, for people; none where a name is a person's.
    let names: [String: String]

    private var definition: IndicatorDefined { found.definition }
    private var level: Level { place.level }
    private var months: [IndicatorMonth] { found.months.filter { place.month == nil || $0.month == place.month } }

    var result: CommandResult {
        var text: [TextBlock] = [.title(IndicatorWords.name(definition)), .facts(facts)]
        if let words = IndicatorWords.definition(definition) { text.append(.paragraph(words)) }
        text.append(.table(definition.method.isComputed ? countedTable : enteredTable))
        text.append(.facts(yearFacts))
        text += found.explanations(level).map { explanation in
            let month = explanation.place.month.map { " (\($0.text))" } ?? ""
            return .paragraph(
                Message(
                    fr: "\(IndicatorWords.explanation)\(month) : \(Visible.text(explanation.text))",
                    en: "\(IndicatorWords.explanation)\(month): \(Visible.text(explanation.text))"))
        }
        if let acts { text.append(acts.isEmpty ? .paragraph(Self.nothing) : .table(table(of: acts))) }
        var result = CommandResult(json: json, text: text, csv: csv)
        if acts == nil, definition.method.isComputed {
            let month = place.month.map { " --month \($0.text)" } ?? " --year \(found.year.text)"
            result.next = [
                .init(
                    command: "fundctl indicator show \(definition.indicator)\(month) --level \(level.text) --list",
                    purpose: Message(fr: "ouvre le chiffre", en: "opens the figure"))
            ]
        }
        return result
    }

    private static let nothing = Message(fr: "Rien ne compte à ce niveau.", en: "Nothing counts at this level.")

    // MARK: Blocks

    private var facts: [(label: Message, value: Cell)] {
        [
            (Message(fr: "Définition", en: "Definition"), .text(definition.versionedName)),
            (LedgerTexts.year, .text(found.year.text)), (IndicatorWords.level, .message(IndicatorWords.level(level))),
        ]
    }

    private var countedTable: TextTable {
        TextTable(
            [
                .left(LedgerTexts.period), .left(IndicatorWords.month), .right(IndicatorWords.figure),
                .left(LedgerTexts.state), .right(IndicatorWords.recounted),
            ],
            rows: months.map { month in
                [
                    .text(month.month.text), .message(PeriodWords.long(month.month)),
                    FigureFormat.cell(month.figure(level), definition), .message(state(month)),
                    month.restated(level).map { FigureFormat.cell($0, definition) } ?? .blank,
                ]
            },
            totals: place.month == nil
                ? [
                    [
                        .message(LedgerTexts.total), .blank, FigureFormat.cell(found.result(level), definition), .blank,
                        found.restated(level).map { FigureFormat.cell($0, definition) } ?? .blank,
                    ]
                ] : [])
    }

    private func state(_ month: IndicatorMonth) -> Message {
        guard month.publication != nil else { return Message(fr: "compté", en: "counted") }
        guard let now = month.restated(level) else { return Message(fr: "publié", en: "published") }
        let change = now - (month.figure(level) ?? 0)
        let sign = change > 0 ? "+" : ""
        return Message(fr: "publié, redressé de \(sign)\(change)", en: "published, restated by \(sign)\(change)")
    }

    private var enteredTable: TextTable {
        let year = place.month == nil ? [(label: LedgerTexts.year, month: "", figure: found.entered(level))] : []
        let rows = months.map { (label: PeriodWords.long($0.month), month: $0.month.text, figure: $0.entered(level)) } + year
        return TextTable(
            [
                .left(LedgerTexts.period), .left(IndicatorWords.month), .right(IndicatorWords.figure),
                .left(IndicatorWords.source, flexible: true), .left(IndicatorWords.author),
            ],
            rows: rows.filter { $0.figure != nil }.map { row in
                [
                    .text(row.month.isEmpty ? found.year.text : row.month), .message(row.label),
                    FigureFormat.cell(row.figure?.record.value, definition),
                    .text(Visible.text(row.figure?.record.origin ?? "")), .text(row.figure?.person ?? ""),
                ]
            })
    }

    private var isAsked: Bool { found.asksExplanation(level) }

    private var yearFacts: [(label: Message, value: Cell)] {
        var facts: [(label: Message, value: Cell)] = [
            (
                place.month == nil ? IndicatorWords.result : Message(fr: "Résultat depuis avril", en: "Result since April"),
                FigureFormat.cell(found.result(level), definition)
            )
        ]
        guard let target = found.targets[level] else { return facts }
        facts.append((IndicatorWords.target, FigureFormat.cell(target.initial, definition)))
        if let revised = target.revised { facts.append((IndicatorWords.revised, FigureFormat.cell(revised, definition))) }
        facts.append((IndicatorWords.gap, FigureFormat.cell(found.gap(level), definition)))
        if let share = found.gapShare(level) { facts.append((IndicatorWords.gapShare, .message(FigureFormat.share(share)))) }
        if isAsked {
            facts.append((IndicatorWords.explanation, .message(IndicatorWords.asked)))
        }
        return facts
    }

    private func table(of acts: [(month: PeriodID, act: CountedAct)]) -> TextTable {
        TextTable(
            [
                .left(LedgerTexts.period), .left(Message(fr: "Compte", en: "Counted")), .left(Message(fr: "Acte", en: "Act")),
                .left(LedgerTexts.date), .left(IndicatorWords.office),
                .left(Message(fr: "Mesure ou programme", en: "Measure or programme"), flexible: true),
                .left(Message(fr: "Employeur", en: "Employer")), .left(LedgerTexts.name, flexible: true),
            ],
            rows: acts.map { month, act in
                [
                    .text(month.text), .text(act.subject ?? act.act), .text(act.act), .text(act.day.iso),
                    .text(act.place.office), .text(act.measure ?? ""), .text(act.employer ?? ""),
                    .text(Visible.text(act.employer.flatMap { names[$0] } ?? "")),
                ]
            })
    }

    // MARK: Data

    private var json: KeyValuePairs<String, JSONValue> {
        let target = found.targets[level]
        return [
            "definition": IndicatorView.json(definition), "year": .string(found.year.text), "level": .string(level.text),
            "months": .array(months.map(monthJSON)), "result": FigureFormat.json(found.result(level), definition),
            "restated": FigureFormat.json(found.restated(level), definition),
            "target": FigureFormat.json(target?.initial, definition),
            "revised": FigureFormat.json(target?.revised, definition),
            "gap": FigureFormat.json(found.gap(level), definition),
            "gap_percent": found.gapShare(level).map { .string(FigureFormat.plainShare($0)) } ?? .null,
            "explanation_asked": .bool(isAsked),
            "explanations": .array(
                found.explanations(level).map { ["month": .optional($0.place.month?.text), "text": .string($0.text)] }),
            "list": acts.map { .array($0.map { Self.json($0.act, $0.month) }) } ?? .null,
        ]
    }

    private func monthJSON(_ month: IndicatorMonth) -> JSONValue {
        let entered = month.entered(level), record = entered?.sequence ?? month.publication
        return [
            "month": .string(month.month.text), "figure": FigureFormat.json(month.figure(level), definition),
            "published": .bool(month.publication != nil),
            "definition": .optional(month.definition?.versionedName),
            "recounted": FigureFormat.json(month.counted(level), definition),
            "origin": .optional(entered?.record.origin), "person": .optional(entered?.person),
            "record": record.map { JSONValue.integer($0) } ?? .null,
        ]
    }

    private static func json(_ act: CountedAct, _ month: PeriodID) -> JSONValue {
        [
            "month": .string(month.text), "counted": .string(act.subject ?? act.act), "act": .string(act.act),
            "date": .string(act.day.iso), "office": .string(act.place.office), "region": .string(act.place.region),
            "measure": .optional(act.measure), "employer": .optional(act.employer),
        ]
    }

    private var csv: CSVTable {
        if let acts {
            return CSVTable(
                columns: ["month", "counted", "act", "date", "office", "region", "measure", "employer"],
                rows: acts.map { month, act in
                    [
                        month.text, act.subject ?? act.act, act.act, act.day.iso, act.place.office, act.place.region,
                        act.measure ?? "", act.employer ?? "",
                    ]
                })
        }
        return CSVTable(
            columns: ["month", "figure", "published", "recounted"],
            rows: months.map { month in
                [
                    month.month.text, month.figure(level).map { FigureFormat.plain($0, definition) } ?? "",
                    month.publication == nil ? "no" : "yes",
                    month.counted(level).map { FigureFormat.plain($0, definition) } ?? "",
                ]
            })
    }
}
