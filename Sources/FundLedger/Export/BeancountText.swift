import ReferenceData

/// The journal as beancount reads it (*Beancount Language Syntax*): every account opened on the first day of the earliest
/// year, an entry's id as a link, which its reversal shares.
///
/// An account is `Assets:FNF:A1000`: `A`, then the code, in which `-` becomes `--` and `.` becomes `-d`. Budgetary
/// accounts lie under `Equity:Budget`, for beancount knows five roots only.
struct BeancountText: JournalText {
    var bytes: [UInt8] = []
    private let accounts: [Account]
    private let names: [String: String]
    private let opened: CalendarDate

    init(fund: FundCode, accounts: [Account], opened: CalendarDate) {
        self.accounts = accounts
        self.opened = opened
        names = Dictionary(uniqueKeysWithValues: accounts.map { ($0.code, Self.name(of: $0, in: fund)) })
    }

    static func name(of account: Account, in fund: FundCode) -> String {
        "\(root(account.accountClass, fund)):A\(inCode.apply(account.code))"
    }

    private static func root(_ accountClass: AccountClass, _ fund: FundCode) -> String {
        switch accountClass {
        case .asset: "Assets:\(fund.idPrefix)"
        case .liability: "Liabilities:\(fund.idPrefix)"
        case .netAssets: "Equity:\(fund.idPrefix)"
        case .revenue: "Income:\(fund.idPrefix)"
        case .expense: "Expenses:\(fund.idPrefix)"
        case .authorised, .available, .reserved, .committed, .spent: "Equity:Budget:\(fund.idPrefix)"
        }
    }

    private static func quoted(_ text: String) -> String {
        "\"" + inString.apply(text) + "\""
    }

    private static let inCode = Substitution(["-": "--", ".": "-d"])
    private static let inString = Substitution(["\\": "\\\\", "\"": "\\\""])

    mutating func begin(_ comments: [String]) {
        for comment in comments { line("; \(comment)") }
        line("option \"operating_currency\" \"CAD\"")
        line("")
        for account in accounts {
            line("\(opened.iso) open \(names[account.code] ?? account.code) CAD")
            line("  code: \(Self.quoted(account.code))")
            line("  name: \(Self.quoted(account.name))")
        }
    }

    mutating func add(_ entry: JournalEntry) {
        let links = [entry.id, entry.reverses, entry.pair?.entry].compactMap { $0.map { " ^\($0.text)" } }.joined()
        line("")
        line("\(entry.date.iso) * \(Self.quoted(entry.reference)) \(Self.quoted(entry.memo))\(links)")
        line("  id: \"\(entry.id.text)\"")
        line("  period: \"\(entry.period.text)\"")
        if let reversed = entry.reverses { line("  reverses: \"\(reversed.text)\"") }
        for posting in entry.postings {
            line("  \(names[posting.account] ?? posting.account)  \(AmountText.plain(posting.amount)) CAD")
            if let envelope = posting.envelope { line("    envelope: \(Self.quoted(envelope))") }
        }
    }
}
