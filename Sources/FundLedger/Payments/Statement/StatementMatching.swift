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
/// that is cleared, as where a statement is read twice. A row that brings money is looked at for the payments that it names
/// alone: deposits that came back, or a statement whose signs are reversed.
public struct StatementMatching: Sendable, Equatable {
    public enum Ground: String, Sendable, CaseIterable { case number, amount }

    public struct Match: Sendable, Equatable {
        public let row: BankStatement.Row
        public let payment: OutstandingPayment
        public let ground: Ground
    }

    /// A row that could be several payments, or that names one of another amount, or several.
    public struct Doubt: Sendable, Equatable {
        public let row: BankStatement.Row
        /// What it could be, in the order of the payments, the first twenty; where it names payments, those.
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

    /// A row that brings money and names a payment.
    public struct Return: Sendable, Equatable {
        public let row: BankStatement.Row
        /// `FNF-P-000001`.
        public let payment: String
        /// That of the payment, which the row's may not be.
        public let amount: Cents
        /// Of the payment, before this statement.
        public let state: PaymentState
    }

    /// By the order of the rows.
    public let matched: [Match]
    public let doubtful: [Doubt]
    public let unmatched: [BankStatement.Row]
    public let known: [Known]
    public let returns: [Return]
    /// Payments that no row is, in their order.
    public let outstanding: [OutstandingPayment]
    /// Rows that leave the account.
    public let withdrawals: Int

    /// `settled`: the payments that are not outstanding any more. `days`: how long after its issue a payment may leave the
    /// account.
    public init(
        _ statement: BankStatement, _ payments: [OutstandingPayment], settled: [SettledPayment] = [], days: Int = 30
    ) {
        var reading = StatementReading(payments, settled, days: days)
        for row in statement.rows { reading.take(row) }
        reading.judgeSilentRows()
        matched = reading.matched.sorted { $0.row.line < $1.row.line }
        doubtful = reading.doubtful.sorted { $0.row.line < $1.row.line }
        unmatched = reading.unmatched.sorted { $0.line < $1.line }
        known = reading.known.sorted { $0.row.line < $1.row.line }
        returns = reading.returns
        outstanding = payments.filter { !reading.isTaken($0) }
        withdrawals = statement.rows.count { $0.amount < .zero }
    }

    /// Whether nothing leaves the account, and what comes in names payments that are outstanding: the signs look reversed.
    public var looksReversed: Bool { withdrawals == 0 && returns.contains { $0.state == .issued } }
}

extension StatementMatching.Known {
    init(row: BankStatement.Row, _ payment: SettledPayment) {
        self.init(
            row: row, payment: payment.payment, amount: payment.amount,
            ground: .settled(payment.state, since: payment.since))
    }
}
