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

/// A payment that the bank cleared or sent back before.
public struct SettledPayment: Sendable, Equatable {
    /// `FNF-P-000001`.
    public let payment: String
    public let amount: Cents
    /// `cleared` or `rejected`, since that day.
    public let state: PaymentState
    public let since: CalendarDate

    public init(payment: String, amount: Cents, state: PaymentState, since: CalendarDate) {
        self.payment = payment
        self.amount = amount
        self.state = state
        self.since = since
    }
}

/// What a statement says of the payments that are outstanding.
///
/// A row that leaves the account is a payment where its reference or its description names one that is outstanding and the
/// amount is that payment's; else where, of the payments that no row names, just one has the amount and was issued in the
/// window before the row's date, and no other row could be it too. Several that could be make the row doubtful: nothing is
/// guessed. A row that names a payment which is cleared or rejected already, or which an earlier row of the statement was,
/// is told as such and is no withdrawal without payment; so is one without a number of the amount and day of a payment
/// that is cleared, as where a statement is read twice. Rows that bring money are not looked at.
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

    /// A row of a payment that is known from before, or from an earlier row.
    public struct Known: Sendable, Equatable {
        public enum Ground: Sendable, Equatable {
            /// The payment has that state since that day.
            case settled(PaymentState, since: CalendarDate)
            /// An earlier row of the statement is the payment.
            case repeated(line: Int)
        }

        public let row: BankStatement.Row
        /// `FNF-P-000001`.
        public let payment: String
        /// That of the payment, which the row's may not be.
        public let amount: Cents
        public let ground: Ground
    }

    /// By the order of the rows.
    public let matched: [Match]
    public let doubtful: [Doubt]
    public let unmatched: [BankStatement.Row]
    public let known: [Known]
    /// Payments that no row is, in their order.
    public let outstanding: [OutstandingPayment]

    /// `settled`: the payments that are not outstanding any more. `days`: how long after its issue a payment may leave the
    /// account.
    public init(
        _ statement: BankStatement, _ payments: [OutstandingPayment], settled: [SettledPayment] = [], days: Int = 30
    ) {
        var matched: [Match] = []
        var doubtful: [Doubt] = []
        var unmatched: [BankStatement.Row] = []
        var known: [Known] = []
        var left = payments
        var before = settled
        var silent: [BankStatement.Row] = []
        for row in statement.rows where row.amount < .zero {
            let words = Self.words(of: row)
            let named = payments.filter { words.contains(Self.bare($0.payment[...])) }
            let gone = settled.filter { words.contains(Self.bare($0.payment[...])) }
            if named.isEmpty, gone.isEmpty {
                silent.append(row)
            } else if named.isEmpty {
                known += gone.map { Known(row: row, $0) }
                before.removeAll { gone.contains($0) }
            } else if !gone.isEmpty {
                doubtful.append(Doubt(row: row, candidates: named))
            } else if named.count == 1, let first = matched.first(where: { $0.payment == named[0] }) {
                known.append(
                    Known(
                        row: row, payment: named[0].payment, amount: named[0].amount,
                        ground: .repeated(line: first.row.line)))
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
            if found.isEmpty, let place = before.firstIndex(where: { Self.was($0, row) }) {
                known.append(Known(row: row, before.remove(at: place)))
            } else if found.isEmpty {
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
        self.known = known.sorted { $0.row.line < $1.row.line }
        outstanding = left
    }

    private static func couldBe(_ payment: OutstandingPayment, _ row: BankStatement.Row, _ days: Int) -> Bool {
        let after = Int(row.date.dayNumber) - Int(payment.issued.dayNumber)
        return 0 - payment.amount.value == row.amount.value && (0...days).contains(after)
    }

    /// Cleared on the row's day, with its amount.
    private static func was(_ payment: SettledPayment, _ row: BankStatement.Row) -> Bool {
        payment.state == .cleared && payment.since == row.date && 0 - payment.amount.value == row.amount.value
    }

    /// What a row says, word by word: a payment's number is one of them, whatever stands around it; letters in either case,
    /// hyphens or none.
    private static func words(of row: BankStatement.Row) -> Set<String> {
        let text = (row.reference + " " + row.description).uppercased()
        return Set(text.split { !($0.isASCII && ($0.isLetter || $0.isNumber)) && $0 != "-" }.map(bare))
    }

    private static func bare(_ word: Substring) -> String { String(word.filter { $0 != "-" }) }
}

extension StatementMatching.Known {
    init(row: BankStatement.Row, _ payment: SettledPayment) {
        self.init(
            row: row, payment: payment.payment, amount: payment.amount,
            ground: .settled(payment.state, since: payment.since))
    }
}
