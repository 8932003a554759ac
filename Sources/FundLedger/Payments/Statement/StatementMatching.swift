import ReferenceData

/// A payment that the bank has not cleared yet.
public struct OutstandingPayment: Sendable, Equatable {
    /// `FNF-P-000001`.
    public let payment: String
    public let amount: Cents
    public let issued: CalendarDate

    public init(payment: String, amount: Cents, issued: CalendarDate) {
        self.payment = payment
        self.amount = amount
        self.issued = issued
    }
}

/// What a statement says of the payments that are outstanding.
///
/// A row that leaves the account is a payment where its reference or its description names one that is outstanding and the
/// amount is that payment's; else where, of the payments that no row names, just one has the amount and was issued in the
/// window before the row's date, and no other row could be it too. Several that could be make the row doubtful: nothing is
/// guessed. Rows that bring money are not looked at.
public struct StatementMatching: Sendable, Equatable {
    public enum Ground: String, Sendable, CaseIterable { case number, amount }

    public struct Match: Sendable, Equatable {
        public let row: BankStatement.Row
        public let payment: OutstandingPayment
        public let ground: Ground
    }

    /// A row that could be several payments, or that names one of another amount.
    public struct Doubt: Sendable, Equatable {
        public let row: BankStatement.Row
        public let candidates: [OutstandingPayment]
    }

    /// By the order of the rows.
    public let matched: [Match]
    public let doubtful: [Doubt]
    public let unmatched: [BankStatement.Row]
    /// Payments that no row is, in their order.
    public let outstanding: [OutstandingPayment]

    /// `days`: how long after its issue a payment may leave the account.
    public init(_ statement: BankStatement, _ payments: [OutstandingPayment], days: Int = 30) {
        var matched: [Match] = []
        var doubtful: [Doubt] = []
        var unmatched: [BankStatement.Row] = []
        var left = payments
        var silent: [BankStatement.Row] = []
        for row in statement.rows where row.amount < .zero {
            let named = Self.named(in: row, among: payments)
            if named.isEmpty {
                silent.append(row)
            } else if named.count == 1, 0 - named[0].amount.value == row.amount.value, left.contains(named[0]) {
                matched.append(Match(row: row, payment: named[0], ground: .number))
                left.removeAll { $0 == named[0] }
            } else {
                doubtful.append(Doubt(row: row, candidates: named))
            }
        }
        let doubted = Set(doubtful.flatMap(\.candidates).map(\.payment))
        let free = left.filter { !doubted.contains($0.payment) }
        let candidates = silent.map { row in (row, free.filter { Self.couldBe($0, row, days) }) }
        var claims: [String: Int] = [:]
        for payment in candidates.flatMap(\.1) { claims[payment.payment, default: 0] += 1 }
        for (row, found) in candidates {
            if found.isEmpty {
                unmatched.append(row)
            } else if found.count == 1, claims[found[0].payment] == 1 {
                matched.append(Match(row: row, payment: found[0], ground: .amount))
                left.removeAll { $0 == found[0] }
            } else {
                doubtful.append(Doubt(row: row, candidates: found))
            }
        }
        self.matched = matched.sorted { $0.row.line < $1.row.line }
        self.doubtful = doubtful.sorted { $0.row.line < $1.row.line }
        self.unmatched = unmatched
        outstanding = left
    }

    private static func couldBe(_ payment: OutstandingPayment, _ row: BankStatement.Row, _ days: Int) -> Bool {
        let after = Int(row.date.dayNumber) - Int(payment.issued.dayNumber)
        return 0 - payment.amount.value == row.amount.value && (0...days).contains(after)
    }

    /// The payments whose number stands in a row, whatever stands around it; letters in either case, hyphens or none.
    private static func named(
        in row: BankStatement.Row, among payments: [OutstandingPayment]
    ) -> [OutstandingPayment] {
        let text = (row.reference + " " + row.description).uppercased()
        let words = Set(text.split { !($0.isASCII && ($0.isLetter || $0.isNumber)) && $0 != "-" }.map(bare))
        return payments.filter { words.contains(bare($0.payment[...])) }
    }

    private static func bare(_ word: Substring) -> String { String(word.filter { $0 != "-" }) }
}
