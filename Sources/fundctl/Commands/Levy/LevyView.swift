import FundLedger
import ReferenceData

/// An assessment as it is shown.
enum LevyView {
    static func json(_ assessment: LevyAssessment) -> KeyValuePairs<String, JSONValue> {
        [
            "taxation_year": .string(assessment.year.text), "outcome": .string(assessment.outcome.rawValue),
            "levy": .amount(assessment.levy), "due": .string(assessment.due.iso),
            "surplus_forward": assessment.surplusForward.map { .amount($0) } ?? .null,
            "rate": .string("\(assessment.rate.numerator)/\(assessment.rate.denominator)"),
            "lines": .array(
                assessment.lines.map {
                    [
                        "line": .string($0.step.rawValue), "amount": .amount($0.amount),
                        "citation": .string($0.citation), "mark": .string($0.mark.rawValue),
                    ]
                }),
            "remarks": .array(
                assessment.remarks.map {
                    [
                        "parameter": .string($0.parameter), "citation": .string($0.citation),
                        "mark": .string($0.mark.rawValue),
                    ]
                }),
        ]
    }

    static func csv(_ assessment: LevyAssessment) -> CSVTable {
        CSVTable(
            columns: ["taxation_year", "line", "amount", "citation", "mark"],
            rows: assessment.lines.map {
                [
                    assessment.year.text, $0.step.rawValue, MoneyFormat.plain(cents: $0.amount.value), $0.citation,
                    $0.mark.rawValue,
                ]
            })
    }

    static func text(_ assessment: LevyAssessment) -> [TextBlock] {
        let table = TextTable(
            [
                .left(Message(fr: "Calcul", en: "Reckoning")), .right(LedgerTexts.amount),
                .left(ParameterWords.source, flexible: true),
            ],
            rows: assessment.lines.map { line in
                [
                    .message(LevyWords.line(line.step, assessment)), .amount(line.amount),
                    .message(CitationText.text(line.citation, line.mark)),
                ]
            })
        let title = Message(
            fr: "Cotisation au FNF, année d'imposition \(assessment.year.text)",
            en: "Levy of the FNF, taxation year \(assessment.year.text)")
        var blocks: [TextBlock] = [.title(title), .table(table), .paragraph(LevyWords.outcome(assessment))]
        if let forward = LevyWords.forward(assessment) { blocks.append(.paragraph(forward)) }
        let marks = assessment.lines.map(\.mark) + assessment.remarks.map(\.mark)
        blocks.append(.lines(ParameterView.legend(marks) + [LevyWords.caution]))
        return blocks
    }
}
