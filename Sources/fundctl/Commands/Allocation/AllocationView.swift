import FundLedger
import ReferenceData

/// An allocation as it is shown.
enum AllocationView {
    static func facts(_ run: AllocationRun, _ criteria: AllocationCriteria?) -> [(label: Message, value: Cell)] {
        var facts: [(label: Message, value: Cell)] = []
        if let criteria {
            facts = [
                (Message(fr: "Critères", en: "Criteria"), .message(RuleWords.text(criteria.title))),
                (Message(fr: "Statut", en: "Status"), .message(RuleWords.status(criteria.status))),
            ]
        }
        facts += [
            (Message(fr: "Convenus par", en: "Agreed by"), .message(assent(run.agreed))),
            (Message(fr: "Approuvés par", en: "Approved by"), .message(assent(run.approved))),
            (LedgerTexts.year, .text(run.year.text)), (Message(fr: "Enveloppe répartie", en: "Envelope shared out"), .text(run.envelope)),
            (Message(fr: "SHA-256 des critères", en: "SHA-256 of the criteria"), .text(run.criteria.hex)),
        ]
        for input in run.inputs {
            let name = Visible.text(input.name)
            facts.append((Message(fr: "SHA-256 de \(name)", en: "SHA-256 of \(name)"), .text(input.sha256.hex)))
        }
        return facts
    }

    private static func assent(_ assent: AllocationRun.Assent) -> Message {
        let by = Visible.text(assent.by)
        return Message(fr: "\(by), le \(assent.on.iso)", en: "\(by), on \(assent.on.iso)")
    }

    // MARK: Tables

    /// The measures, then the working.
    static func tables(_ working: AllocationWorking) -> [TextBlock] {
        let criteria = working.criteria
        let measures = TextTable(
            [
                .left(Message(fr: "Mesure", en: "Measure")), .left(LedgerTexts.name, flexible: true),
                .right(Message(fr: "Poids", en: "Weight")), .right(LedgerTexts.total),
            ],
            rows: criteria.measures.enumerated().map { index, measure in
                let total = working.lines.map { $0.values[index] }
                return [
                    .text(measure.id), .message(RuleWords.text(measure.name)),
                    .message(measure.isPercentage ? percent(measure.weight.parts) : QuantityFormat.message(measure.weight)),
                    .message(QuantityFormat.message(Quantity.sum(total))),
                ]
            })
        return [.table(measures), .table(lines(working))]
    }

    private static func lines(_ working: AllocationWorking) -> TextTable {
        var columns: [TextTable.Column] = [.left(LedgerTexts.envelope)]
        columns += working.criteria.measures.map { .right(.verbatim($0.id)) }
        columns += [
            .right(Message(fr: "Part", en: "Share")), .right(Message(fr: "Selon les mesures", en: "By measures")),
            .left(Message(fr: "Borne appliquée", en: "Bound applied")), .right(Message(fr: "Arrondi", en: "Rounding")),
            .right(LedgerTexts.amount),
        ]
        let rows = working.lines.map { line -> [Cell] in
            [.text(line.target.envelope)] + line.values.map { .message(QuantityFormat.message($0)) }
                + [
                    .message(percent(proportion(line))), .amount(line.raw), bound(line),
                    line.hasCent ? .amount(1) : .blank, .amount(line.result),
                ]
        }
        let blanks = [Cell](repeating: .blank, count: working.criteria.measures.count + 4)
        return TextTable(columns, rows: rows, totals: [[.message(LedgerTexts.total)] + blanks + [.amount(working.amount)]])
    }

    private static func bound(_ line: AllocationWorking.Line) -> Cell {
        guard let round = line.round else { return .blank }
        let word: Message =
            switch line.applied {
            case .none: .verbatim("")
            case .floor: Message(fr: "plancher", en: "floor")
            case .guarantee: Message(fr: "garantie", en: "guarantee")
            case .ceiling: Message(fr: "plafond", en: "ceiling")
            }
        return .message(Message(fr: "\(word), tour \(round)", en: "\(word), round \(round)"))
    }

    /// `12.3456`, cut.
    private static func proportion(_ line: AllocationWorking.Line) -> (whole: Int64, decimals: String) {
        (line.proportion / 10_000, String(String(line.proportion % 10_000 + 10_000).dropFirst()))
    }

    private static func percent(_ parts: (whole: Int64, decimals: String)) -> Message {
        let number = QuantityFormat.message(parts)
        return Message(fr: "\(number) %", en: "\(number)%")
    }

    /// The record alone.
    static func shares(_ run: AllocationRun) -> TextTable {
        TextTable(
            [.left(LedgerTexts.envelope), .right(LedgerTexts.amount)],
            rows: run.shares.map { [.text($0.envelope), .amount($0.amount)] })
    }

    // MARK: JSON

    static func members(_ run: AllocationRun, _ fund: FundCode) throws -> [(name: String, value: JSONValue)] {
        func assent(_ assent: AllocationRun.Assent) -> JSONValue {
            ["by": .string(assent.by), "on": .string(assent.on.iso)]
        }
        return [
            (name: "fund", value: .string(fund.shown)), (name: "year", value: .string(run.year.text)),
            (name: "allocation", value: .string(run.entry.text)), (name: "from", value: .string(run.envelope)),
            (name: "amount", value: .amount(cents: try run.total())), (name: "agreed", value: assent(run.agreed)),
            (name: "approved", value: assent(run.approved)), (name: "criteria_sha256", value: .string(run.criteria.hex)),
            (
                name: "inputs",
                value: .array(run.inputs.map { ["name": .string($0.name), "sha256": .string($0.sha256.hex)] })
            ),
            (
                name: "shares",
                value: .array(run.shares.map { ["envelope": .string($0.envelope), "amount": .amount(cents: $0.amount)] })
            ),
        ]
    }

    static func json(_ working: AllocationWorking) -> JSONValue {
        let criteria = working.criteria
        return [
            "criteria": .string(criteria.name), "title_fr": .string(criteria.title.fr),
            "title_en": .string(criteria.title.en), "status": .string(criteria.status.rawValue),
            "measures": .array(
                criteria.measures.map {
                    [
                        "id": .string($0.id), "name_fr": .string($0.name.fr), "name_en": .string($0.name.en),
                        "weight": .string(QuantityFormat.plain($0.weight)), "is_percentage": .bool($0.isPercentage),
                    ]
                }),
            "lines": .array(working.lines.map { json($0, criteria) }),
        ]
    }

    private static func json(_ line: AllocationWorking.Line, _ criteria: AllocationCriteria) -> JSONValue {
        let (whole, decimals) = proportion(line)
        func bound(_ cents: Cents?) -> JSONValue { cents.map { .amount($0) } ?? .null }
        return [
            "envelope": .string(line.target.envelope),
            "values": .object(
                zip(criteria.measures, line.values).map { (name: $0.id, value: .string(QuantityFormat.plain($1))) }),
            "percentage": .string("\(whole).\(decimals)"), "by_measures": .amount(line.raw), "floor": bound(line.floor),
            "guarantee": bound(line.guarantee), "ceiling": bound(line.ceiling), "applied": .string(line.applied.rawValue),
            "round": line.round.map { .integer($0) } ?? .null, "rounded_up": .bool(line.hasCent),
            "amount": .amount(line.result),
        ]
    }
}
