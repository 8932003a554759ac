import FundLedger
import ReferenceData

/// A correction as it is shown before it is done.
enum CorrectionView {
    static func text(_ plan: GrantCorrection) -> [TextBlock] {
        let undone = TextTable(
            [
                .left(Message(fr: "Défait", en: "Taken back")), .right(GrantWords.record), .left(LedgerTexts.date),
                .left(Message(fr: "Écritures contrepassées", en: "Entries reversed"), flexible: true),
            ],
            rows: plan.undoings.map {
                [
                    .message(GrantWords.step($0.move.rawValue)), .integer($0.record), .text($0.date.iso),
                    .text($0.entries.map(\.text).joined(separator: " ")),
                ]
            })
        let redone = TextTable(
            [
                .left(Message(fr: "Refait", en: "Done again")), .left(LedgerTexts.date),
                .right(Message(fr: "Montant", en: "Amount")),
            ],
            rows: plan.redoings.map {
                [.message(GrantWords.step($0.move.rawValue)), .text($0.date.iso), amount($0.act).map { .amount($0) } ?? .blank]
            })
        return [.table(undone), .table(redone)]
    }

    /// What a step is about, in cents.
    static func amount(_ act: GrantAct) -> Int64? {
        switch act {
        case .applied(let cents), .imported(let cents, _), .advanced(let cents), .claimed(let cents, _, _, _),
            .released(let cents), .accrued(let cents, _), .recovered(let cents, _, _), .repaid(let cents),
            .offset(let cents), .writtenOff(let cents, _):
            cents
        case .accepted(let acceptance): acceptance.eligible
        case .approved(_, let plan), .signed(_, _, let plan, _, _), .amended(let plan, _, _, _): GrantPlanLine.total(plan)
        default: nil
        }
    }

    static func json(_ undoing: GrantCorrection.Undoing) -> JSONValue {
        [
            "record": .integer(undoing.record), "step": .string(undoing.move.rawValue), "date": .string(undoing.date.iso),
            "entries": .array(undoing.entries.map { .string($0.text) }),
        ]
    }

    static func json(_ redoing: GrantCorrection.Redoing) -> JSONValue {
        [
            "record": .integer(redoing.record), "step": .string(redoing.move.rawValue), "date": .string(redoing.date.iso),
            "amount": amount(redoing.act).map { .amount(cents: $0) } ?? .null,
        ]
    }
}
