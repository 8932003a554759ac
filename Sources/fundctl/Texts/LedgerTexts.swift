import FundLedger
import ReferenceData

/// The words of the books: accounts, entries, years.
enum LedgerTexts {
    static let fund = Message(fr: "Fonds", en: "Fund")
    static let account = Message(fr: "Compte", en: "Account")
    static let name = Message(fr: "Nom", en: "Name")
    static let accountClass = Message(fr: "Classe", en: "Class")
    static let line = Message(fr: "Ligne des états", en: "Statement line")
    static let state = Message(fr: "État", en: "State")
    static let open = Message(fr: "ouvert", en: "open")
    static let closed = Message(fr: "fermé", en: "closed")
    static let entry = Message(fr: "Écriture", en: "Entry")
    static let date = Message(fr: "Date", en: "Date")
    static let period = Message(fr: "Période", en: "Period")
    static let reference = Message(fr: "Référence", en: "Reference")
    static let memo = Message(fr: "Libellé", en: "Memo")
    static let debit = Message(fr: "Débit", en: "Debit")
    static let credit = Message(fr: "Crédit", en: "Credit")
    static let balance = Message(fr: "Solde", en: "Balance")
    static let opening = Message(fr: "Ouverture", en: "Opening")
    static let envelope = Message(fr: "Enveloppe", en: "Envelope")
    static let amount = Message(fr: "Montant", en: "Amount")
    static let total = Message(fr: "Total", en: "Total")
    static let year = Message(fr: "Exercice", en: "Fiscal year")
    static let budgetControl = Message(fr: "Contrôle budgétaire", en: "Budget control")
    static let withoutBudget = Message(fr: "sans contrôle budgétaire", en: "without budget control")
    static let withBudget = Message(fr: "avec contrôle budgétaire", en: "with budget control")

    /// Credit balances are negative, and say so by their sign.
    static let signs = Message(
        fr: "Un solde débiteur est positif, un solde créditeur négatif.", en: "A debit balance is positive, a credit balance negative.")

    static func name(of account: Account) -> Message {
        Message(fr: "\(account.name)", en: "\(account.nameEnglish ?? account.name)")
    }

    static func name(of accountClass: AccountClass) -> Message {
        switch accountClass {
        case .asset: Message(fr: "actif", en: "asset")
        case .liability: Message(fr: "passif", en: "liability")
        case .netAssets: Message(fr: "excédent cumulé", en: "net assets")
        case .revenue: Message(fr: "revenus", en: "revenue")
        case .expense: Message(fr: "charges", en: "expense")
        case .authorised: Message(fr: "budget autorisé", en: "authorised budget")
        case .available: Message(fr: "budget disponible", en: "available budget")
        case .reserved: Message(fr: "préengagements", en: "reservations")
        case .committed: Message(fr: "engagements", en: "commitments")
        case .spent: Message(fr: "dépenses budgétaires", en: "budget spent")
        }
    }

    static func budget(_ control: BudgetControl) -> Message { control == .controlled ? withBudget : withoutBudget }

    /// Said wherever figures of such years show; nil where there are none.
    static func withoutBudget(_ years: [FiscalYear]) -> Message? {
        guard let first = years.first else { return nil }
        let list = years.map(\.text).joined(separator: ", ")
        return years.count == 1
            ? Message(
                fr: "Exercice ouvert sans contrôle budgétaire : \(first.text).",
                en: "Year opened without budget control: \(first.text).")
            : Message(
                fr: "Exercices ouverts sans contrôle budgétaire : \(list).",
                en: "Years opened without budget control: \(list).")
    }

    static func seen(_ sequence: Int64, _ fund: FundCode) -> Message {
        Message(
            fr: "Registre \(fund.shown) vu jusqu'à l'enregistrement \(number: sequence).",
            en: "Register \(fund.shown) seen up to record \(number: sequence).")
    }
}
