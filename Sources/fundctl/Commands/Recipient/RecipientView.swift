import AuditTrail
import FundLedger
import ReferenceData

/// A recipient as it is shown: a person's name where the book still has it, on a screen alone.
struct RecipientView {
    let row: RecipientRow
    /// What a person's name is, where it is not erased.
    let person: String?

    init(_ row: RecipientRow, in session: RegisterSession) throws {
        self.row = row
        person = try row.name.subject.flatMap { try session.values(of: $0)["name"] }
    }

    var name: Message {
        if let name = row.name.organisation ?? person { return Message(fr: "\(name)", en: "\(name)") }
        return GrantWords.erased
    }

    /// Without a person's name: a subject is named instead.
    var json: JSONValue { .object(members.map { (name: $0.key, value: $0.value) }) }

    private var members: KeyValuePairs<String, JSONValue> {
        [
            "recipient": .string(row.recipient), "name": .optional(row.name.organisation),
            "subject": .optional(row.name.subject), "record": .integer(row.sequence),
        ]
    }

    func result(_ title: Message, _ fund: FundCode, _ done: WriteDone<RecipientView>) -> CommandResult {
        var result = CommandResult(
            json: ["fund": .string(fund.shown), "recipient": json],
            text: [
                .paragraph(title),
                .facts([(label: GrantWords.recipient, value: .text(row.recipient)), (label: LedgerTexts.name, value: .message(name))]),
            ],
            next: [
                .init(
                    command: "fundctl grant apply --fund \(fund.shown) --recipient \(row.recipient) --program … --amount … --title …",
                    purpose: Message(fr: "inscrit sa demande", en: "enters its application"))
            ])
        result.tell(done)
        return result
    }
}
