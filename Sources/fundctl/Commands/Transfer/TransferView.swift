import AuditTrail
import FundLedger
import ReferenceData

/// Transfers as they are shown.
enum TransferView {
    static let rules = Message(fr: "Règles", en: "Rules")
    static let state = Message(fr: "État", en: "State")
    static let repayBy = Message(fr: "À rendre le", en: "Back by")
    static let left = Message(fr: "Reste à rendre", en: "Left to give back")

    static func operation(_ operation: BudgetOperation) -> Message {
        switch operation {
        case .transfer: Message(fr: "virement", en: "transfer")
        case .temporaryTransfer: Message(fr: "virement temporaire", en: "temporary transfer")
        case .carryOver: Message(fr: "report", en: "carry-over")
        case .advance: Message(fr: "avance", en: "advance")
        case .cancellation: Message(fr: "annulation", en: "cancellation")
        }
    }

    static func state(_ row: TransferRow) -> Message {
        switch row.state {
        case .waiting: Message(fr: "en attente", en: "waiting")
        case .posted: Message(fr: "comptabilisé", en: "posted")
        case .withdrawn: Message(fr: "retiré", en: "withdrawn")
        case .refused: RuleWords.outcome(row.verdict.outcome)
        }
    }

    /// `virement de 5 000,00 $ de A à B`.
    static func describe(_ moved: TransferOperation) -> Message {
        let (kind, cents, from) = (operation(moved.operation), moved.amount, place(moved.source, moved))
        guard let target = moved.target else {
            return Message(fr: "\(kind) de \(cents: cents) de \(from)", en: "\(kind) of \(cents: cents) of \(from)")
        }
        let to = place(target, moved)
        return Message(
            fr: "\(kind) de \(cents: cents) de \(from) à \(to)", en: "\(kind) of \(cents: cents) from \(from) to \(to)")
    }

    /// The code, with its year where the two differ.
    static func place(_ place: TransferOperation.Place, _ operation: TransferOperation) -> String {
        operation.years.count == 1 ? place.envelope : "\(place.envelope)@\(place.year.text)"
    }

    static func ruleset(_ set: RuleSet?) -> Message {
        guard let set else { return Message(fr: "aucune en vigueur ce jour-là", en: "none in force on that day") }
        return Message(
            fr: "\(set.identity.text) (\(RuleWords.status(set.status)))", en: "\(set.identity.text) (\(RuleWords.status(set.status)))")
    }

    static func facts(_ operation: TransferOperation, _ set: RuleSet?) -> [(label: Message, value: Cell)] {
        var facts: [(label: Message, value: Cell)] = [
            (Message(fr: "Opération", en: "Operation"), .message(describe(operation))),
            (LedgerTexts.date, .text(operation.date.iso)),
        ]
        if let day = operation.repayBy { facts.append((repayBy, .text(day.iso))) }
        return facts + [(rules, .message(ruleset(set)))]
    }

    static func json(_ operation: TransferOperation) -> [(name: String, value: JSONValue)] {
        [
            (name: "operation", value: .string(operation.operation.rawValue)),
            (name: "from", value: .string(operation.source.envelope)),
            (name: "from_year", value: .string(operation.source.year.text)),
            (name: "to", value: .optional(operation.target?.envelope)),
            (name: "to_year", value: .optional(operation.target?.year.text)),
            (name: "amount", value: .amount(cents: operation.amount)), (name: "date", value: .string(operation.date.iso)),
            (name: "repay_by", value: .optional(operation.repayBy?.iso)),
        ]
    }

    static func json(_ finding: TransferFinding, fund: FundCode) -> [(name: String, value: JSONValue)] {
        [(name: "fund", value: .string(fund.shown))] + json(finding.operation) + [
            (name: "ruleset", value: .optional(finding.set?.identity.text)),
            (name: "status", value: .optional(finding.set?.status.rawValue)),
        ] + RuleTraceJSON(finding.explanation).members
    }

    static func json(_ row: TransferRow) -> JSONValue { .object(members(row)) }

    static func members(_ row: TransferRow) -> [(name: String, value: JSONValue)] {
        [
            (name: "record", value: .integer(row.record)),
            (name: "proposal", value: row.proposal.map { .integer($0) } ?? .null),
            (name: "state", value: .string(row.state.rawValue)),
        ] + json(row.operation) + [
            (name: "outcome", value: .string(row.verdict.outcome.rawValue)), (name: "reason", value: .string(row.reason)),
            (name: "approvals", value: .array(row.approvals.map { .string($0) })),
            (name: "given", value: .array(row.given.map { .string($0.authority) })),
            (name: "left", value: .amount(cents: row.left)),
        ]
    }
}
