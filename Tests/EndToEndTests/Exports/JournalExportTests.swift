import Foundation
import Testing

/// The exported journal, read by the programs that it is written for: they accept it, and give the balances of
/// `report trial-balance --as-of`, account by account.
@Suite struct JournalExports {
    /// Effective dates at which balances are compared: before, among and after the entries.
    static let days = ["2025-03-31", "2025-12-31", "2026-05-04", "2026-06-30", "2027-03-31", "2027-06-30"]

    @Test(.enabled(if: Tool.isHere("hledger"), "hledger is not installed"))
    func hledgerAcceptsTheJournalAndGivesTheSameBalances() throws {
        let sandbox = try Self.book()
        for fund in ["FNF", "FDMT"] {
            try sandbox.ok("fundctl export journal --fund \(fund) --to hledger -o \(fund).journal")
            try sandbox.ok("LC_ALL=C.UTF-8 hledger -f \(fund).journal check --strict")
            for day in Self.days {
                let end = try Self.dayAfter(day)
                let csv = try sandbox.ok("LC_ALL=C.UTF-8 hledger -f \(fund).journal balance --flat --empty --no-total -e \(end) -O csv")
                var balances: [String: String] = [:]
                for row in CSVRows.read(csv).dropFirst() {
                    balances[Self.code(ofHledger: row[0])] = row[1].components(separatedBy: " ")[0]
                }
                try Self.compare(balances, with: sandbox, fund, day)
            }
        }
        // Both funds in one file: accounts of the same code stay apart.
        try sandbox.ok("cat FNF.journal FDMT.journal > both.journal && LC_ALL=C.UTF-8 hledger -f both.journal check --strict")
    }

    @Test(.enabled(if: Tool.isHere("bean-check") && Tool.isHere("bean-query"), "beancount is not installed"))
    func beancountAcceptsTheJournalAndGivesTheSameBalances() throws {
        let sandbox = try Self.book()
        for fund in ["FNF", "FDMT"] {
            try sandbox.ok("fundctl export journal --fund \(fund) --to beancount -o \(fund).beancount")
            #expect(try sandbox.ok("bean-check \(fund).beancount") == "")
            for day in Self.days {
                let query = "SELECT account, sum(number) WHERE date <= \(day) GROUP BY account"
                let csv = try sandbox.ok("bean-query -q -f csv \(fund).beancount '\(query)'")
                var balances: [String: String] = [:]
                for row in CSVRows.read(csv).dropFirst() where row.count == 2 {
                    balances[Self.code(ofBeancount: row[0])] = row[1].trimmingCharacters(in: .whitespaces)
                }
                try Self.compare(balances, with: sandbox, fund, day)
            }
        }
    }

    @Test func aReversalIsLinkedToWhatItReversesAndAYearHasItsOwnEntriesOnly() throws {
        let sandbox = try Self.book()
        let beancount = try sandbox.ok("fundctl export journal --fund FNF --to beancount --quiet")
        #expect(beancount.contains(" ^FNF-2026-000004 ^FNF-2026-000003\n  id: \"FNF-2026-000004\""))
        #expect(beancount.contains("  reverses: \"FNF-2026-000003\""))
        let hledger = try sandbox.ok("fundctl export journal --fund FNF --to hledger --quiet")
        #expect(hledger.contains("reverses:FNF-2026-000003"))
        let csv = try sandbox.ok("fundctl export journal --fund FNF --to csv --year 2025-2026 --quiet")
        #expect(csv.hasPrefix("entry,date,reference,memo,account,amount_cents,envelope,period\nFNF-2025-000001,"))
        #expect(!csv.contains("FNF-2026-"))
    }

    // MARK: The book

    /// Both funds, two years, and texts that mean something in the grammars of those programs.
    static func book() throws -> Sandbox {
        let sandbox = try Sandbox()
        try sandbox.ok("fundctl init --template quebec --origin test.example/book --admin marie --no-input --quiet")
        for fund in ["FNF", "FDMT"] {
            for year in ["2025-2026", "2026-2027"] {
                try sandbox.ok("fundctl year open \(year) --fund \(fund) --without-budget --quiet")
            }
        }
        try sandbox.write(
            """
            code,name,class,line
            10.0-A,"Caisse : « petite », ; et |  autres",asset,fa-cash
            10-d0A,"Presque le même ""code"" \\ (virtuel) [2020-01-01]",asset,fa-cash
            a.-b,*! @ = signes,expense,exp-other

            """, to: "accounts.csv")
        try sandbox.ok("fundctl account load accounts.csv --fund FNF --quiet")
        func post(_ fund: String, _ date: String, _ sides: String, memo: String = "essai", ref: String = "R", _ more: String = "") throws {
            try sandbox.ok(
                "fundctl entry post --fund \(fund) --date \(date) --ref '\(ref)' --memo '\(memo)' \(sides) \(more) --quiet")
        }
        let cash = "--debit 1000:100000.01 --credit 4000:100000.01"
        try post("FNF", "2025-11-02", cash, memo: "; date:2020-01-01", ref: "A|B ; C)")
        try post("FNF", "2025-12-31", "--debit 5100:0.01 --credit 2100:0.01", memo: "2020-01-01 * (X) \"cité\" \\ fin\\", ref: "\"")
        try post("FNF", "2026-05-04", "--debit 10.0-A:10 --debit 10-d0A:20 --debit a.-b:30 --credit 1000:60", memo: "| deux  espaces")
        try post("FNF", "2026-05-04", "--debit 1300:3000 --credit 1000:3000", memo: "[date] ^lien #mot")
        try post("FNF", "2026-06-01", "--debit 6100:12.34 --credit 1000:12.34", memo: ";\u{301} \"\u{301}", ref: "")
        try sandbox.ok("fundctl entry reverse FNF-2026-000003 --reason erreur --date 2026-06-20 --quiet")
        // Late: the date of one year, the period of the next.
        try post("FNF", "2026-03-15", "--debit 6220:7.77 --credit 2000:7.77", "--period 2026-P01")
        try post("FNF", "2027-03-31", "--debit 5900:1 --credit 1490:1", "--period 2026-P13")
        try post("FDMT", "2026-04-10", "--debit 1000:92233720368547.58 --credit 4100:92233720368547.58")
        // Under budget control: budgetary postings, each with its envelope.
        try sandbox.ok("fundctl year open 2027-2028 --fund FNF --quiet")
        try sandbox.ok("fundctl envelope open A.b_c-1 --fund FNF --year 2027-2028 --amount 500 --date 2027-04-01 --quiet")
        try post("FNF", "2027-05-04", "--debit 5100:120.50@A.b_c-1 --credit 2100:120.50")
        try sandbox.ok("fundctl entry interfund --from FNF --to FDMT --amount 250 --date 2026-06-05 --ref IF --memo avance --quiet")
        return sandbox
    }

    // MARK: Comparing

    private static func compare(_ balances: [String: String], with sandbox: Sandbox, _ fund: String, _ day: String) throws {
        let report = try sandbox.ok("fundctl report trial-balance --fund \(fund) --as-of \(day) --format csv --quiet")
        var expected: [String: String] = [:]
        for row in CSVRows.read(report).dropFirst() { expected[row[0]] = row[4] }
        #expect(balances.filter { !isZero($0.value) } == expected.filter { !isZero($0.value) }, "\(fund) as of \(day)")
    }

    private static func isZero(_ amount: String) -> Bool { amount.allSatisfy { "-0.".contains($0) } }

    /// `assets:fnf:1000 Encaisse`: the last part, up to its space.
    private static func code(ofHledger account: String) -> String {
        account.components(separatedBy: ":").last?.components(separatedBy: " ").first ?? ""
    }

    /// `Assets:FNF:A10-d0--A`: `-d` is a point, `--` a hyphen.
    private static func code(ofBeancount account: String) -> String {
        var code = ""
        var part = (account.trimmingCharacters(in: .whitespaces).components(separatedBy: ":").last ?? "").dropFirst()
        while let sign = part.popFirst() {
            code.append(sign == "-" ? (part.popFirst() == "d" ? "." : "-") : sign)
        }
        return code
    }

    private static func dayAfter(_ day: String) throws -> String {
        let format = ISO8601DateFormatter()
        format.formatOptions = [.withFullDate]
        let date = try #require(format.date(from: day))
        return format.string(from: date.addingTimeInterval(86_400))
    }
}
