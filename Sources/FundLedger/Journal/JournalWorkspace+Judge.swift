import AuditTrail
import ReferenceData
import Storage

/// The rules of an entry, in the order of FORMAT.md, section 9.
extension JournalWorkspace {
    func judge(_ entry: JournalEntry) throws {
        try judgeTimes(of: entry)
        try judgePostings(of: entry)
        try judgeReversal(by: entry)
        try judgeSources(of: entry)
    }

    /// Rules 1 and 2.
    private func judgeTimes(of entry: JournalEntry) throws {
        let year = entry.period.year
        guard let state = try self.year(year.startYear) else { throw yearNotOpen(year, date: entry.date) }
        guard entry.id.fund == fund, entry.id.year == year, entry.id.number == state.lastNumber + 1 else {
            throw LedgerError(.entryNumber, ["entry": entry.id.text, "expected": try nextID(year).text])
        }
        guard let dateYear = try? FiscalYear(of: entry.date), try self.year(dateYear.startYear) != nil else {
            throw yearNotOpen((try? FiscalYear(of: entry.date)) ?? year, date: entry.date)
        }
        guard entry.date <= entry.period.days.upperBound else {
            throw LedgerError(
                .dateAfterPeriod,
                ["date": entry.date.iso, "period": entry.period.text, "last": entry.period.days.upperBound.iso])
        }
    }

    /// Rules 3 to 6.
    private func judgePostings(of entry: JournalEntry) throws {
        guard EntryLimits.postings.contains(entry.postings.count) else {
            throw LedgerError(.postingCount, ["count": String(entry.postings.count)])
        }
        var sums = EntrySums()
        var interfund = false
        let isControlled = try year(entry.period.year.startYear)?.isControlled ?? true
        for (position, posting) in entry.postings.enumerated() {
            let account = try openAccount(posting.account)
            guard posting.amount.value != 0 else {
                throw LedgerError(.zeroAmount, ["account": posting.account, "position": String(position + 1)])
            }
            try sums.add(posting.amount.value, isBudgetary: account.accountClass.isBudgetary, posting.account)
            interfund = interfund || account.isInterfund
            try judgeEnvelope(of: posting, account, isControlled: isControlled, entry)
        }
        try sums.requireBalance()
        try judgeTotals(of: entry, sums)
        guard interfund == (entry.pair != nil) else {
            throw LedgerError(interfund ? .interfundWithoutPair : .pairWithoutInterfund, ["entry": entry.id.text])
        }
        if entry.pair?.register == session.register.id {
            throw LedgerError(.pairWithoutSibling, ["entry": entry.id.text])
        }
    }

    private func judgeEnvelope(
        of posting: Posting, _ account: AccountState, isControlled: Bool, _ entry: JournalEntry
    ) throws {
        let isBudgetary = account.accountClass.isBudgetary
        let takesEnvelope = account.accountClass == .expense || isBudgetary
        let year = entry.period.year
        guard isControlled || !isBudgetary else {
            throw LedgerError(.budgetaryUncontrolled, ["account": posting.account, "year": year.text])
        }
        if let envelope = posting.envelope {
            guard isControlled, takesEnvelope else {
                throw LedgerError(
                    .envelopeMisplaced,
                    [
                        "envelope": envelope, "account": posting.account, "year": year.text,
                        "cause": isControlled ? "class" : "year",
                    ])
            }
            guard try budgets().envelope(envelope, in: year) == nil else { return }
            throw LedgerError(
                .envelopeUnknown,
                [
                    "envelope": envelope, "account": posting.account, "year": year.text, "fund": fund.rawValue,
                    "nearest": try budgets().nearest(to: envelope, in: year),
                ])
        }
        guard !isControlled || !takesEnvelope else {
            throw LedgerError(
                .envelopeMissing,
                [
                    "account": posting.account, "year": entry.period.year.text,
                    "amount_cents": posting.amount.canonical,
                ])
        }
    }

    /// Rule 4 for the sums that the whole book keeps.
    private func judgeTotals(of entry: JournalEntry, _ sums: EntrySums) throws {
        var debits = sums.debits
        guard !debits.add(totals.debitCents) else { throw LedgerError(.overflow, ["account": ""]) }
        var touched: [String: (debit: Int64, credit: Int64)] = [:]
        for posting in entry.postings {
            guard let account = accounts[posting.account] else { continue }
            var sum = touched[posting.account] ?? (account.debit, account.credit)
            let (value, overflow) =
                posting.amount.value > 0
                ? sum.debit.addingReportingOverflow(posting.amount.value)
                : sum.credit.subtractingReportingOverflow(posting.amount.value)
            guard !overflow else { throw LedgerError(.overflow, ["account": posting.account]) }
            if posting.amount.value > 0 { sum.debit = value } else { sum.credit = value }
            touched[posting.account] = sum
        }
    }

    /// Rule 7.
    private func judgeReversal(by entry: JournalEntry) throws {
        guard (entry.reverses == nil) == (entry.reason == nil) else {
            throw LedgerError(.reasonMissing, ["entry": entry.id.text])
        }
        guard let target = entry.reverses else { return }
        let kept = try storedEntry(target)
        let original = try entryRecord(at: kept.sequence)
        let parameters = ["entry": target.text]
        guard kept.annulled == nil else { throw LedgerError(.reversalOfAnnulled, parameters) }
        guard original.reverses == nil else { throw LedgerError(.reversalOfReversal, parameters) }
        if let by = kept.reversedBy {
            throw LedgerError(.reversedAlready, ["entry": target.text, "by": try EntryKey.id(by, fund: fund).text])
        }
        guard entry.date >= original.date else {
            throw LedgerError(
                .reversalBeforeOriginal,
                ["entry": target.text, "date": entry.date.iso, "original": original.date.iso])
        }
        guard try original.postings.map({ try $0.negated() }) == entry.postings else {
            throw LedgerError(.reversalDiffers, parameters)
        }
        guard original.pair?.register == entry.pair?.register else {
            throw LedgerError(.reversalPair, parameters)
        }
    }

    /// Rules 8 and 9.
    private func judgeSources(of entry: JournalEntry) throws {
        for (index, document) in entry.documents.enumerated() {
            guard index == 0 || entry.documents[index - 1] < document, try session.knowsDocument(document) else {
                throw LedgerError(.documentUnknown, ["document": document])
            }
        }
        if let source = entry.source, try knowsSource(source) {
            throw LedgerError(.sourceKnown, ["source": source])
        }
    }

    /// Whether an entry that is not annulled came from that source.
    func knowsSource(_ source: String) throws -> Bool {
        let find = try session.connection.prepare("SELECT 1 FROM entry_source WHERE register = ? AND source = ?")
        find.bind(1, session.register.number)
        find.bind(2, source)
        defer { find.reset() }
        return try find.step()
    }

    func judge(_ record: ImportRecorded) throws {
        guard !batch.hasImport, record.entries == batch.entries else {
            throw LedgerError(
                .importMisplaced, ["entries": String(record.entries), "found": String(batch.entries)])
        }
    }

    func judgeAnnulment(of entry: JournalEntry) throws {
        let kept = try storedEntry(entry.id)
        let parameters = ["entry": entry.id.text]
        guard kept.annulled == nil else { throw LedgerError(.annulledAlready, parameters) }
        guard kept.reversedBy == nil else { throw LedgerError(.annulledWhileReversed, parameters) }
        guard entry.pair == nil else { throw LedgerError(.annulledPair, parameters) }
    }

    func batchEnds(_ end: BatchEnd) throws {
        defer { batch = BatchSoFar() }
        guard batch.pairedRegisters.isSubset(of: end.siblings) else {
            throw LedgerError(.pairWithoutSibling, ["entry": ""])
        }
        guard batch.hasImport ? end.lastKind == ImportRecorded.kind : !batch.hasImportedEntries else {
            throw LedgerError(.importMisplaced, ["entries": String(batch.entries), "found": ""])
        }
    }
}

/// The sums of one entry, financial and budgetary apart.
struct EntrySums {
    /// A sum of cents that notices when it leaves −(2⁶³−1) … 2⁶³−1.
    struct Sum {
        var cents: Int64 = 0

        /// True when the sum left its bounds.
        mutating func add(_ amount: Int64) -> Bool {
            let (sum, overflow) = cents.addingReportingOverflow(amount)
            cents = sum
            return overflow || sum == .min || amount == .min
        }
    }

    var financial = Sum()
    var budgetary = Sum()
    /// Positive amounts of financial postings.
    var debits = Sum()
    /// Positive amounts of budgetary postings.
    private var budgetaryDebits = Sum()

    mutating func add(_ cents: Int64, isBudgetary: Bool, _ account: String) throws {
        let overflow: Bool
        if isBudgetary {
            overflow = budgetary.add(cents)
            // For the words of a refusal alone: its own overflow refuses nothing.
            if cents > 0 { _ = budgetaryDebits.add(cents) }
        } else {
            overflow = financial.add(cents) || (cents > 0 && debits.add(cents))
        }
        guard !overflow else { throw LedgerError(.overflow, ["account": account]) }
    }

    func requireBalance() throws {
        guard financial.cents != 0 || budgetary.cents != 0 else { return }
        let sums = ["financial_cents": String(financial.cents), "budgetary_cents": String(budgetary.cents)]
        if financial.cents == 0 {
            throw LedgerError(.budgetaryUnbalanced, sums.merging(Self.sides(budgetaryDebits, budgetary)) { $1 })
        }
        if budgetary.cents == 0 {
            throw LedgerError(.unbalanced, sums.merging(Self.sides(debits, financial)) { $1 })
        }
        throw LedgerError(.mixedToBalance, sums)
    }

    /// Both sides and their difference, all positive; empty where the credits leave 64 bits.
    private static func sides(_ debits: Sum, _ sum: Sum) -> [String: String] {
        let (credits, overflow) = debits.cents.subtractingReportingOverflow(sum.cents)
        guard !overflow else { return [:] }
        return [
            "debit_cents": String(debits.cents), "credit_cents": String(credits),
            "difference_cents": String(sum.cents.magnitude),
        ]
    }
}
