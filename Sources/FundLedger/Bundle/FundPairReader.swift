import AuditTrail

/// Tells the halves of movements between funds among a fund's records. FORMAT.md, section 9, Pairs.
public final class FundPairReader: PairReader {
    private var interfundAccounts: Set<String> = []

    /// Nil for a register that keeps no books.
    public init?(register: String) {
        guard RegisterName.funds.contains(register) else { return nil }
    }

    public func take(_ record: any Record) -> PairHalf? {
        switch record {
        case let opened as AccountOpened:
            if let line = opened.account.line, AccountState.isInterfund(line) {
                interfundAccounts.insert(opened.account.code)
            }
            return nil
        case let entry as JournalEntry:
            guard let pair = entry.pair else { return nil }
            var sum = EntrySums.Sum()
            var overflows = false
            for posting in entry.postings where interfundAccounts.contains(posting.account) {
                overflows = sum.add(posting.amount.value) || overflows
            }
            return PairHalf(
                name: entry.id.text, register: pair.register, otherName: pair.entry.text, common: entry.date.iso,
                amountCents: overflows ? nil : sum.cents, reverses: entry.reverses?.text)
        default: return nil
        }
    }
}
