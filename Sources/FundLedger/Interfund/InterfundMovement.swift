import AuditTrail
import ReferenceData

/// A movement between the two funds: one entry in each, in one command, each naming the other.
///
/// `from` gives the money. A *loan* makes it owed: the giver's *due from* against its cash, the receiver's cash against
/// its *due to*. A *settlement* pays such a debt back: the giver's *due to* against its cash, the receiver's cash
/// against its *due from*. FORMAT.md, section 9 (pairs).
public struct InterfundMovement: Sendable {
    public enum Purpose: Sendable { case loan, settlement }

    public var from: FundCode
    public var amount: Cents
    public var date: CalendarDate
    public var reference: String
    public var memo: String
    public var purpose: Purpose
    /// The account that the money leaves in the giving fund, and the one it reaches in the other.
    public var fromAccount: String
    public var toAccount: String

    /// Accounts of the template for sums due from and to the other fund.
    public static let dueFrom = "1700"
    public static let dueTo = "2700"

    /// Refuses: E-JRN-028 for an amount that is not positive.
    public init(
        from: FundCode, amount: Cents, date: CalendarDate, reference: String, memo: String,
        purpose: Purpose = .loan, fromAccount: String = "1000", toAccount: String = "1000"
    ) throws {
        guard amount > .zero else {
            throw LedgerError(.interfundMovement, ["fund": from.rawValue, "amount_cents": amount.canonical])
        }
        self.from = from
        self.amount = amount
        self.date = date
        self.reference = reference
        self.memo = memo
        self.purpose = purpose
        self.fromAccount = fromAccount
        self.toAccount = toAccount
    }

    /// Posts both halves. `register` gives the session of a fund's register, of one transaction.
    public func post(register: (FundCode) throws -> RegisterSession) throws -> [JournalEntry] {
        let giver = try register(from), receiver = try register(from.other)
        let negative = try amount.negated()
        let giving = [
            Posting(account: purpose == .loan ? Self.dueFrom : Self.dueTo, amount: amount),
            Posting(account: fromAccount, amount: negative),
        ]
        let receiving = [
            Posting(account: toAccount, amount: amount),
            Posting(account: purpose == .loan ? Self.dueTo : Self.dueFrom, amount: negative),
        ]
        let halves = try [(giver, giving), (receiver, receiving)].map { session, postings in
            try EntryDraft(date: date, reference: reference, memo: memo, postings: postings).entry(
                try Journal(session).nextID(FiscalYear(of: date)))
        }
        return try InterfundMovement.append(halves, [giver, receiver])
    }

    /// Reverses both halves of a pair; `id` names either.
    public static func reverse(
        _ id: EntryID, date: CalendarDate?, reason: String, register: (FundCode) throws -> RegisterSession
    ) throws -> [JournalEntry] {
        let session = try register(id.fund)
        guard let pair = try FundReader(session).entry(id).entry.pair else {
            throw LedgerError(.reversalPair, ["entry": id.text])
        }
        let other = try register(pair.entry.fund)
        let halves = [
            try Journal(session).reversal(of: id, date: date, reason: reason),
            try Journal(other).reversal(of: pair.entry, date: date, reason: reason),
        ]
        return try append(halves, [session, other])
    }

    private static func append(_ halves: [JournalEntry], _ sessions: [RegisterSession]) throws -> [JournalEntry] {
        var entries: [JournalEntry] = []
        for (index, half) in halves.enumerated() {
            var entry = half
            entry.pair = JournalEntry.Pair(entry: halves[1 - index].id, register: sessions[1 - index].register.id)
            try sessions[index].append(entry)
            entries.append(entry)
        }
        return entries
    }
}
