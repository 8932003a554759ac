import FundLedger
import ReferenceData

/// The words of budgets.
enum BudgetTexts {
    static let parent = Message(fr: "Sous", en: "Under")
    static let initial = Message(fr: "Initial", en: "Initial")
    static let revised = Message(fr: "Révisions", en: "Revisions")
    static let transferredIn = Message(fr: "Reçu", en: "In")
    static let transferredOut = Message(fr: "Cédé", en: "Out")
    static let authorised = Message(fr: "Autorisé", en: "Authorised")
    static let reserved = Message(fr: "Préengagé", en: "Reserved")
    static let committed = Message(fr: "Engagé", en: "Committed")
    static let spent = Message(fr: "Dépensé", en: "Spent")
    static let available = Message(fr: "Disponible", en: "Available")
    static let expires = Message(fr: "Expire le", en: "Expires on")
    static let commitment = Message(fr: "Engagement", en: "Commitment")
    static let payee = Message(fr: "Bénéficiaire", en: "Payee")
    static let released = Message(fr: "Désengagé", en: "Released")
    static let outstanding = Message(fr: "Solde engagé", en: "Outstanding")
    static let citation = Message(fr: "Source", en: "Source")

    static func basis(_ basis: CeilingBasis) -> Message {
        switch basis {
        case .estimates: Message(fr: "prévisions approuvées", en: "approved estimates")
        case .balance: Message(fr: "solde disponible", en: "available balance")
        }
    }
}

/// An envelope as it is shown.
enum EnvelopeView {
    /// The nine amounts, in the order of budgets.csv.
    static func amounts(_ amounts: EnvelopeAmounts) -> [(name: String, cents: Int64)] {
        [
            ("initial", amounts.initial), ("revised", amounts.revised), ("in", amounts.transferredIn),
            ("out", amounts.transferredOut), ("authorised", amounts.authorised), ("reserved", amounts.reserved),
            ("committed", amounts.committed), ("spent", amounts.spent), ("available", amounts.available),
        ]
    }

    static func json(_ values: EnvelopeAmounts) -> JSONValue {
        .object(amounts(values).map { (name: $0.name, value: .amount(cents: $0.cents)) })
    }

    static func json(_ row: EnvelopeRow, subtree: EnvelopeAmounts? = nil) -> JSONValue {
        var members: [(name: String, value: JSONValue)] = [
            (name: "envelope", value: .string(row.code)), (name: "year", value: .string(row.year.text)),
            (name: "parent", value: .optional(row.parent)), (name: "name", value: .string(row.name)),
            (name: "expires", value: .optional(row.expires?.iso)),
            (name: "attributes", value: .object(row.attributes.map { (name: $0.name, value: .string($0.value)) })),
            (name: "amounts", value: json(row.amounts)),
        ]
        if let subtree { members.append((name: "subtree", value: json(subtree))) }
        members.append((name: "record", value: .integer(row.opened)))
        return .object(members)
    }

    static func facts(_ row: EnvelopeRow) -> TextBlock {
        var facts: [(label: Message, value: Cell)] = [
            (LedgerTexts.envelope, .text(row.code)), (LedgerTexts.name, .text(row.name)),
            (LedgerTexts.year, .text(row.year.text)),
        ]
        if let parent = row.parent { facts.append((BudgetTexts.parent, .text(parent))) }
        if let expires = row.expires { facts.append((BudgetTexts.expires, .text(expires.iso))) }
        for mark in row.attributes { facts.append((.verbatim(mark.name), .text(mark.value))) }
        let amounts = row.amounts
        facts.append((BudgetTexts.initial, .amount(amounts.initial)))
        let changes = [
            (BudgetTexts.revised, amounts.revised), (BudgetTexts.transferredIn, amounts.transferredIn),
            (BudgetTexts.transferredOut, amounts.transferredOut),
        ]
        for (label, cents) in changes where cents != 0 { facts.append((label, .amount(cents))) }
        return .facts(
            facts + [
                (BudgetTexts.authorised, .amount(amounts.authorised)), (BudgetTexts.reserved, .amount(amounts.reserved)),
                (BudgetTexts.committed, .amount(amounts.committed)), (BudgetTexts.spent, .amount(amounts.spent)),
                (BudgetTexts.available, .amount(amounts.available)),
            ])
    }

    /// `sums`: of each envelope with all below it, rather than its own.
    static func table(_ tree: EnvelopeTree, sums: Bool) -> TextTable {
        func cells(_ amounts: EnvelopeAmounts) -> [Cell] {
            [
                .amount(amounts.authorised), .amount(amounts.reserved), .amount(amounts.committed),
                .amount(amounts.spent), .amount(amounts.available),
            ]
        }
        return TextTable(
            [
                .left(LedgerTexts.envelope), .left(LedgerTexts.name, flexible: true), .right(BudgetTexts.authorised),
                .right(BudgetTexts.reserved), .right(BudgetTexts.committed), .right(BudgetTexts.spent),
                .right(BudgetTexts.available),
            ],
            rows: tree.nodes.map { node in
                [.item(node.row.code, depth: node.depth), .text(node.row.name)]
                    + cells(sums ? node.subtree : node.row.amounts)
            },
            totals: [[.message(LedgerTexts.total), .blank] + cells(tree.total)])
    }

    static let columns =
        ["year", "envelope", "parent", "name", "initial", "revised", "in", "out", "authorised", "reserved", "committed",
            "spent", "available", "attributes"]

    static func csv(_ row: EnvelopeRow, _ values: EnvelopeAmounts) -> [String] {
        [row.year.text, row.code, row.parent ?? "", row.name]
            + amounts(values).map { MoneyFormat.plain(cents: $0.cents) }
            + [row.attributes.map { "\($0.name)=\($0.value)" }.joined(separator: ";")]
    }
}
