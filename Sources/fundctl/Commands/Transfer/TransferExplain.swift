import ArgumentParser
import AuditTrail
import FundLedger

/// `fundctl transfer explain SEQ --fund F`.
struct TransferExplain: FundctlCommand {
    static let help = CommandHelp(
        "explain",
        summary: Message(fr: "Dit pourquoi un virement fut jugé ainsi", en: "Says why a transfer was judged so"),
        examples: [.init("fundctl transfer explain 57 --fund FDMT")],
        details: [
            Message(
                fr: """
                    Refait le jugement par les règles et avec les montants que l'enregistrement garde : chaque règle regardée, \
                    pourquoi elle s'appliquait ou non, chaque terme, ce qui manquait, l'article, ce qui l'aurait rendu licite.
                    """,
                en: """
                    Judges again by the rules and with the amounts that the record keeps: each rule looked at, why it applied \
                    or not, each term, what lacked, the article, what would have made it lawful.
                    """)
        ])

    @Argument(help: .init(fr: "Le numéro de l'enregistrement.", en: "The record's number.", value: ("numéro", "number")))
    var record: Int64

    @OptionGroup var fund: FundOption
    @OptionGroup var global: GlobalOptions

    func perform(_ call: Invocation) throws -> CommandResult {
        let fund = try self.fund.code()
        let (row, finding) = try call.openBookToRead().read {
            try Transfers($0.register(fund.rawValue)).explain(record)
        }
        var facts = TransferView.facts(row.operation, finding.set)
        facts.append((TransferView.state, .message(TransferView.state(row))))
        if !row.reason.isEmpty { facts.append((Message(fr: "Motif", en: "Reason"), .text(Visible.text(row.reason)))) }
        for given in row.given {
            let name = RuleWords.authorities([given.authority], finding.set)
            facts.append(
                (
                    Message(fr: "Approuvé par", en: "Approved by"),
                    .message(
                        Message(fr: "\(name) (\(Visible.text(given.instrument)))", en: "\(name) (\(Visible.text(given.instrument)))"))
                ))
        }
        if row.operation.repayBy != nil { facts.append((TransferView.left, .amount(row.left))) }
        var result = CommandResult(json: [:], text: [.facts(facts)] + RuleTraceText(finding.explanation).blocks)
        result.json =
            [
                (name: "record", value: .integer(row.record)),
                (name: "proposal", value: row.proposal.map { .integer($0) } ?? .null),
                (name: "state", value: .string(row.state.rawValue)), (name: "reason", value: .string(row.reason)),
                (name: "left", value: .amount(cents: row.left)),
                (
                    name: "given",
                    value: .array(
                        row.given.map { ["authority": .string($0.authority), "instrument": .string($0.instrument)] })
                ),
            ] + TransferView.json(finding, fund: fund)
        return result
    }
}
