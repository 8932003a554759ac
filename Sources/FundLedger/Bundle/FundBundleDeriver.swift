import AuditTrail
import ReferenceData

/// Derives a fund's CSV files from its records. FORMAT.md, section 10.4.
public final class FundBundleDeriver: BundleDeriver {
    private struct Movement {
        var debit: Int64 = 0
        var credit: Int64 = 0
        var postings: Int64 = 0
    }

    private struct OpenedAccount {
        let account: Account
        let opened: Int64
        var closed: Int64?
        /// By start year of the posting period.
        var years: [Int: Movement] = [:]
    }

    public let files = ["accounts.csv", "postings.csv", "trial-balance.csv"]
    public private(set) var controls: ControlTotals? = ControlTotals()
    private var accounts: [String: OpenedAccount] = [:]
    private var years: Set<Int> = []
    private var row = CSVBytes()
    private var budgets = BudgetsFile()
    private var section = FundFiles()

    /// Nil for a register that keeps no books.
    public init?(register: String) {
        guard RegisterName.funds.contains(register) else { return nil }
    }

    public func files(with record: any Record, at sequence: Int64) -> [String] {
        if FundFiles.holds(record) { return FundFiles.names }
        guard [.budgets, .rules].contains(type(of: record).rules.verdict) else { return [] }
        return BudgetsFile.files + (record is RuleSetAdopted ? [TransfersFile.rules(sequence)] : [])
    }

    public func mayHave(_ file: String) -> Bool {
        (BudgetsFile.files + FundFiles.names).contains(file) || TransfersFile.isRules(file)
    }

    public func verdict(of file: String) -> VerdictName {
        if file == BudgetsFile.budgets || FundFiles.names.contains(file) { return .budgets }
        return file == TransfersFile.transfers || TransfersFile.isRules(file) ? .rules : .books
    }

    public func take(
        _ record: any Record, at sequence: Int64, into sink: any BundleSink, lookUp: (Int64) throws -> any Record
    ) throws {
        if sequence == 1 {
            try write("record,entry,date,period,account,amount_cents,envelope,reference,memo,reverses", "postings.csv", sink)
        }
        try budgets.take(record, at: sequence, into: sink) { accounts[$0]?.account.accountClass }
        section.take(record, at: sequence)
        switch record {
        case let opened as AccountOpened:
            accounts[opened.account.code] = OpenedAccount(account: opened.account, opened: sequence)
        case let closed as AccountClosed:
            accounts[closed.account]?.closed = sequence
        case let year as YearOpened:
            years.insert(year.year.startYear)
        case let entry as JournalEntry:
            try post(entry, sequence, sign: 1, sink)
        case let annulment as RecordAnnulled:
            guard let entry = try lookUp(annulment.record) as? JournalEntry else { return }
            try post(entry, sequence, sign: -1, sink)
            budgets.take(entry, sign: -1) { accounts[$0]?.account.accountClass }
        default: break
        }
    }

    private func post(_ entry: JournalEntry, _ sequence: Int64, sign: Int64, _ sink: any BundleSink) throws {
        controls?.entries += sign
        controls?.postings += sign * Int64(entry.postings.count)
        let date = entry.date.iso, period = entry.period.text, id = entry.id.text
        for posting in entry.postings {
            let cents = posting.amount.value
            count(cents, sign, posting.account, entry.period.year.startYear)
            row.begin()
            row.field(sequence)
            row.field(id)
            row.field(date)
            row.field(period)
            row.field(posting.account)
            row.field(sign * cents)
            row.field(posting.envelope ?? "")
            row.field(entry.reference)
            row.field(entry.memo)
            row.field(entry.reverses?.text ?? "")
            try row.end { try sink.write($0, to: "postings.csv") }
        }
    }

    private func count(_ cents: Int64, _ sign: Int64, _ code: String, _ year: Int) {
        guard accounts[code] != nil else { return }
        let isBudgetary = accounts[code]?.account.accountClass.isBudgetary ?? false
        accounts[code]?.years[year, default: Movement()].postings += sign
        if cents > 0 {
            accounts[code]?.years[year]?.debit &+= sign * cents
            if !isBudgetary { controls?.debitCents &+= sign * cents }
        } else {
            accounts[code]?.years[year]?.credit &-= sign * cents
        }
    }

    public func finish(into sink: any BundleSink) throws {
        let sorted = accounts.values.sorted { Array($0.account.code.utf8).lexicographicallyPrecedes($1.account.code.utf8) }
        try write("account,name,name_en,class,line,opened_record,closed_record", "accounts.csv", sink)
        for opened in sorted {
            row.begin()
            row.field(opened.account.code)
            row.field(opened.account.name)
            row.field(opened.account.nameEnglish ?? "")
            row.field(opened.account.accountClass.rawValue)
            row.field(opened.account.line?.rawValue ?? "")
            row.field(opened.opened)
            if let closed = opened.closed { row.field(closed) } else { row.field("") }
            try row.end { try sink.write($0, to: "accounts.csv") }
        }
        try write("year,account,name,opening_cents,debit_cents,credit_cents,balance_cents", "trial-balance.csv", sink)
        for year in years.sorted() {
            for opened in sorted { try trialBalance(of: opened, year, sink) }
        }
        try budgets.finish(into: sink)
        try section.finish(into: sink)
    }

    private func trialBalance(of opened: OpenedAccount, _ year: Int, _ sink: any BundleSink) throws {
        let known = opened.years.filter { $0.key <= year && $0.value.postings > 0 }
        guard !known.isEmpty else { return }
        let opening = known.reduce(Int64(0)) { $1.key < year ? $0 &+ $1.value.debit &- $1.value.credit : $0 }
        let movement = known[year] ?? Movement()
        row.begin()
        row.field("\(year)-\(year + 1)")
        row.field(opened.account.code)
        row.field(opened.account.name)
        row.field(opening)
        row.field(movement.debit)
        row.field(movement.credit)
        row.field(opening &+ movement.debit &- movement.credit)
        try row.end { try sink.write($0, to: "trial-balance.csv") }
    }

    private func write(_ header: String, _ file: String, _ sink: any BundleSink) throws {
        try Array((header + "\n").utf8).withUnsafeBytes { try sink.write($0, to: file) }
    }
}
