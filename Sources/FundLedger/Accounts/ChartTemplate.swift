import ReferenceData

/// The charts of accounts that `init --template quebec` opens: codes of four digits, 1 assets, 2 liabilities, 3 net
/// assets, 4 revenue, 5 grants and what collecting costs, 6 administration, 9 budgetary.
///
/// The same code means the same thing in both funds; each fund has only what its law brings it (DOMAIN, *Funds*). They
/// serve every step of DESIGN 6. Accounts may be added and closed afterwards like any other.
public enum ChartTemplate {
    /// The chart of the fund, by ascending code.
    public static func quebec(for fund: FundCode) -> [Account] {
        let rows = assets + liabilities + netAssets + revenue + grantExpenses + otherExpenses + budgetary
        return rows.filter { $0.funds.contains(fund) }.map(\.account).sorted { $0.code < $1.code }
    }

    /// One account, and the funds that have it.
    struct Row: Sendable {
        let code: String
        let french: String
        let english: String
        let accountClass: AccountClass
        let line: StatementLine?
        let funds: Set<FundCode>

        init(_ code: String, _ french: String, _ english: String, _ line: StatementLine, only fund: FundCode? = nil) {
            self.code = code
            self.french = french
            self.english = english
            self.accountClass = line.accountClass
            self.line = line
            self.funds = fund.map { [$0] } ?? Set(FundCode.allCases)
        }

        init(_ code: String, _ french: String, _ english: String, budgetary accountClass: AccountClass) {
            self.code = code
            self.french = french
            self.english = english
            self.accountClass = accountClass
            self.line = nil
            self.funds = Set(FundCode.allCases)
        }

        var account: Account {
            guard
                let account = try? Account(
                    code: code, name: french, nameEnglish: english, class: accountClass, line: line)
            else { preconditionFailure("account \(code) of the template breaks the rules of accounts") }
            return account
        }
    }
}
