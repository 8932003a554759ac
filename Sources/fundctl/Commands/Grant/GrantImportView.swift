import AuditTrail
import FundLedger
import ReferenceData

/// What an import of grants did, as its command shows it.
struct GrantImportView {
    let fund: FundCode
    let file: String
    let isDryRun: Bool

    func result(_ outcome: GrantImport.Outcome) -> CommandResult {
        let span = outcome.firstGrant.map { first in
            outcome.firstGrant == outcome.lastGrant ? first.text : "\(first.text) … \(outcome.lastGrant?.text ?? "")"
        }
        var text: [TextBlock] = [
            .paragraph(title(outcome)),
            .facts([
                (Message(fr: "Rangées lues", en: "Rows read"), .integer(outcome.rows)),
                (Message(fr: "Subventions", en: "Grants"), .integer(outcome.grants)),
                (Message(fr: "Bénéficiaires inscrits", en: "Recipients entered"), .integer(outcome.recipients)),
                (Message(fr: "Déjà connues", en: "Known already"), .integer(outcome.known)),
                (Message(fr: "Rangées ignorées", en: "Rows skipped"), .integer(outcome.skipped)),
                (Message(fr: "Total accordé", en: "Total awarded"), .amount(outcome.cents)),
                (Message(fr: "Numéros", en: "Numbers"), span.map { .text($0) } ?? .blank),
            ]),
        ]
        if !outcome.otherNames.isEmpty { text.append(.table(names(outcome.otherNames))) }
        var result = CommandResult(
            json: [
                "file": .string(file), "fund": .string(fund.shown), "rows": .integer(outcome.rows),
                "grants": .integer(outcome.grants), "recipients": .integer(outcome.recipients),
                "awarded": .amount(cents: outcome.cents), "known": .integer(outcome.known),
                "skipped": .integer(outcome.skipped), "first_grant": .optional(outcome.firstGrant?.text),
                "last_grant": .optional(outcome.lastGrant?.text), "other_name_count": .integer(outcome.otherNameCount),
                "other_names": .array(outcome.otherNames.map(json)), "repeated": .bool(false), "dry_run": .bool(isDryRun),
            ], text: text, notes: notes(outcome), next: isDryRun ? [] : next(outcome))
        result.tell(isDryRun: isDryRun, isRepeated: false)
        return result
    }

    func repeated(_ receipts: [BatchReceipt]) -> CommandResult {
        let batch = receipts.first?.batch ?? 0
        return CommandResult(
            json: [
                "file": .string(file), "fund": .string(fund.shown), "rows": .integer(0), "grants": .integer(0),
                "repeated": .bool(true), "batch": .integer(batch), "dry_run": .bool(isDryRun),
            ],
            text: [
                .paragraph(
                    Message(
                        fr: "« \(file) » a déjà été importé par cette carte (lot \(batch)) : rien n'est écrit.",
                        en: "\"\(file)\" was imported by this map before (batch \(batch)): nothing is written."))
            ])
    }

    private func title(_ outcome: GrantImport.Outcome) -> Message {
        if isDryRun { return Message(fr: "« \(file) » serait importé.", en: "\"\(file)\" would be imported.") }
        if outcome.grants == 0 { return Message(fr: "Rien de nouveau dans « \(file) ».", en: "Nothing new in \"\(file)\".") }
        return Message(fr: "« \(file) » est importé.", en: "\"\(file)\" is imported.")
    }

    private func names(_ names: [GrantImport.OtherName]) -> TextTable {
        TextTable(
            [
                .right(Message(fr: "Ligne", en: "Line")), .left(GrantWords.recipient, flexible: true),
                .left(Message(fr: "Nom inscrit", en: "Name entered"), flexible: true),
                .left(Message(fr: "Nom que donne le fichier", en: "Name in the file"), flexible: true),
            ],
            rows: names.map { [.integer(Int64($0.line)), .text($0.recipient), .text($0.known), .text($0.found)] })
    }

    private func json(_ name: GrantImport.OtherName) -> JSONValue {
        [
            "line": .integer(Int64(name.line)), "recipient": .string(name.recipient), "name": .string(name.known),
            "found": .string(name.found),
        ]
    }

    private func notes(_ outcome: GrantImport.Outcome) -> [Message] {
        otherNames(outcome) + outcome.aboveFirstRung.sorted { $0.key.rank < $1.key.rank }.map { authority, count in
            Message(
                fr: """
                    attention : \(count, "subvention est d'un montant qui relève", "subventions sont d'un montant qui relève") de \
                    « \(authority.rawValue) » (A-6.01, r. 6); aucun enregistrement ne dit qu'elle a approuvé. Tout est à payer : le \
                    lot de paiements demande une deuxième personne, qui voit l'acte avant d'approuver.
                    """,
                en: """
                    warning: \(count, "grant is of an amount that is", "grants are of amounts that are") for \
                    "\(authority.rawValue)" (A-6.01, r. 6); no record says that it approved. All is payable: the payment run needs \
                    a second person, who sees the instrument before approving.
                    """)
        }
    }

    private func otherNames(_ outcome: GrantImport.Outcome) -> [Message] {
        guard outcome.otherNameCount > 0 else { return [] }
        let count = outcome.otherNameCount
        return [
            Message(
                fr: """
                    \(count, "rangée donne un autre nom à un bénéficiaire connu", "rangées donnent un autre nom à un bénéficiaire connu"); \
                    le nom inscrit reste. « fundctl recipient rename » le change.
                    """,
                en: """
                    \(count, "row gives a known recipient another name", "rows give a known recipient another name"); the name \
                    entered stays. "fundctl recipient rename" changes it.
                    """)
        ]
    }

    private func next(_ outcome: GrantImport.Outcome) -> [CommandResult.NextStep] {
        guard let first = outcome.firstGrant else { return [] }
        return [
            .init(
                command: "fundctl grant show \(first.text)",
                purpose: Message(fr: "montre la première", en: "shows the first")),
            .init(
                command: "fundctl export grants --fund \(fund.shown) --to 360giving -o …",
                purpose: Message(fr: "publie le registre", en: "publishes the register")),
        ]
    }
}
