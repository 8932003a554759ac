import ReferenceData

/// The journal as hledger reads it (hledger manual, *Journal*): accounts and the currency declared, an entry's id as its
/// code, `reference | memo` as its description.
///
/// An account is `assets:fnf:1000 Encaisse`: its code, which is what counts, lies before the first space of the last
/// part. What has a meaning in the grammar is replaced: `;` begins a comment, `|` ends the payee, two spaces end an
/// account's name, `:` parts it.
struct HledgerText: JournalText {
    var bytes: [UInt8] = []
    private let accounts: [Account]
    private let names: [String: String]

    init(fund: FundCode, accounts: [Account]) {
        self.accounts = accounts
        names = Dictionary(uniqueKeysWithValues: accounts.map { ($0.code, Self.name(of: $0, in: fund)) })
    }

    static func name(of account: Account, in fund: FundCode) -> String {
        let words = account.name.unicodeScalars.split { $0.properties.isWhitespace }.map { String($0) }
        let name = inName.apply(words.joined(separator: " "))
        return "\(root(account.accountClass)):\(fund.rawValue):\(account.code) \(name)"
    }

    private static func root(_ accountClass: AccountClass) -> String {
        switch accountClass {
        case .asset: "assets"
        case .liability: "liabilities"
        case .netAssets: "equity"
        case .revenue: "revenues"
        case .expense: "expenses"
        case .authorised, .available, .reserved, .committed, .spent: "budget"
        }
    }

    private static let inName = Substitution([";": ",", ":": "-"])
    private static let inReference = Substitution([";": ",", "|": "/"])
    private static let inMemo = Substitution([";": ","])
    /// A tag ends at a comma, and a bracketed date would move the posting.
    private static let inTag = Substitution([",": "_", ";": "_", ":": "_", "[": "_", "]": "_"])

    mutating func begin(_ comments: [String]) {
        for comment in comments { line("; \(comment)") }
        line("commodity 1000.00 CAD")
        for account in accounts { line("account \(names[account.code] ?? account.code)") }
    }

    mutating func add(_ entry: JournalEntry) {
        let reference = Self.inReference.apply(entry.reference)
        let memo = Self.inMemo.apply(entry.memo)
        let description = reference.isEmpty ? memo : "\(reference) | \(memo)"
        line("")
        line("\(entry.date.iso) (\(entry.id.text)) \(description)")
        var tags = "period:\(entry.period.text)"
        if let reversed = entry.reverses { tags += ", reverses:\(reversed.text)" }
        if let pair = entry.pair { tags += ", pair:\(pair.entry.text)" }
        line("    ; \(tags)")
        for posting in entry.postings {
            let envelope = posting.envelope.map { "  ; envelope:\(Self.inTag.apply($0))" } ?? ""
            line("    \(names[posting.account] ?? posting.account)  \(AmountText.plain(posting.amount)) CAD\(envelope)")
        }
    }
}
