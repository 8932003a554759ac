import AuditTrail
import EmployerServices
import ReferenceData

/// What becomes of a slip's lines, as it is shown.
enum SlipView {
    /// With names, which are on a screen alone.
    static func table(_ trial: SlipTried) -> TextTable {
        TextTable(
            [
                .right(AgreementWords.line), .left(SlipWords.what),
                .left(Message(fr: "De qui, où", en: "Of whom, where"), flexible: true), .left(AgreementWords.agreement),
                .left(AgreementWords.outcome, flexible: true),
            ],
            rows: zip(trial.outcomes, trial.items).map { outcome, item in
                [
                    .integer(outcome.line), .message(SlipWords.kind(outcome.kind)), .text(SlipWords.about(item)),
                    (outcome.id ?? item.id).map { .text($0) } ?? .blank, .message(standing(outcome)),
                ]
            })
    }

    /// Lines that another agent has to receive.
    static func others(_ lines: [Int]) -> Message {
        let list = lines.map(String.init).joined(separator: ", ")
        return Message(
            fr: "hors de votre portée (\(list)) : qui la détient peut recevoir tout le bordereau à votre place; reçu par vous, il les rejette, et elles suivront dans un autre.",
            en: "beyond your scope (\(list)): whoever holds it can receive the whole slip in your place; received by you, it rejects them, and they will follow in another.")
    }

    private static func standing(_ outcome: SlipOutcome) -> Message {
        guard let refusal = outcome.refusal else { return Message(fr: "acceptée", en: "accepted") }
        let what = ErrorMessage.what(refusal)
        return Message(
            fr: "rejetée, \(ErrorMessage.code(refusal)) : \(what)", en: "rejected, \(ErrorMessage.code(refusal)): \(what)")
    }

    static func json(_ outcomes: [SlipOutcome]) -> JSONValue {
        .array(
            outcomes.map { outcome in
                [
                    "line": .integer(Int64(outcome.line)), "kind": .string(outcome.kind), "id": .optional(outcome.id),
                    "accepted": .bool(outcome.isAccepted),
                    "code": .optional(outcome.refusal.map { ErrorMessage.code($0) }),
                ]
            })
    }

    static func facts(_ slip: Slip) -> [(label: Message, value: Cell)] {
        [
            (AgreementWords.person, .text(slip.head.person)), (AgreementWords.committee, .text(slip.head.committee)),
            (Message(fr: "Numéro", en: "Number"), .text(String(slip.head.number))),
            (Message(fr: "Fait le", en: "Made on"), .text(slip.head.time)),
        ]
    }

    static func head(_ slip: Slip) -> [(name: String, value: JSONValue)] {
        [
            (name: "person", value: .string(slip.head.person)), (name: "committee", value: .string(slip.head.committee)),
            (name: "number", value: .integer(slip.head.number)), (name: "time", value: .string(slip.head.time)),
        ]
    }
}
