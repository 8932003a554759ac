import AuditTrail

/// What a levy, an earmark or a fee is refused with: a stable code and the raw facts.
///
/// A parameter whose name ends in `_cents` holds integer cents in decimal.
public struct LevyError: Error, Sendable, Equatable {
    public enum Code: String, CaseIterable, Sendable {
        // MARK: What an employer owes

        /// No threshold of payroll is known for so early a year. `year`; `first`: the first year that has one.
        case yearUnknown = "E-LEV-001"
        /// An amount of the declaration is below zero. `item`: the code of its line; `amount_cents`.
        case itemNegative = "E-LEV-002"
        /// An employer newly above the threshold cannot have a surplus from before. `surplus_cents`.
        case surplusInFirstYear = "E-LEV-003"
        /// No certificate could be held so early a year. `year`; `first`: the first year that has one.
        case certificateTooEarly = "E-LEV-004"

        // MARK: Levies that come in

        /// An estimate, or a part of a remittance, is of nothing. `year`: its taxation year.
        case amountZero = "E-LEV-005"
        /// An estimate takes back more than is receivable of the year. `year`; `receivable_cents`; `asked_cents`;
        /// `excess_cents`.
        case receivableExceeded = "E-LEV-006"
        /// A remittance has no part, or too many. `found`; `limit`.
        case partCount = "E-LEV-007"
        /// A remittance has two parts of one taxation year. `year`.
        case partRepeated = "E-LEV-008"
        /// Collection fees are below zero. `year`; `amount_cents`.
        case feesNegative = "E-LEV-009"
        /// Fees spend budget: they need an envelope. `year`: the fiscal year; `fees_cents`.
        case feesEnvelopeMissing = "E-LEV-010"
        /// An envelope is named where nothing is spent of it: no fees, or a year without budget control. `envelope`; `year`.
        case feesEnvelopeUnneeded = "E-LEV-011"
        /// No estimate and no remittance has this record number. `record`; `fund`.
        case levyUnknown = "E-LEV-012"
        /// A year is called final that has no part. `year`.
        case finalWithoutPart = "E-LEV-013"

        /// A levy of a year that has not begun on its date. `year`: the taxation year; `date`.
        case yearNotBegun = "E-LEV-014"
        /// Collection fees are above the amount that they are of. `year`; `fees_cents`; `amount_cents`; `excess_cents`.
        case feesAboveAmount = "E-LEV-015"

        // MARK: Earmarked revenue

        /// Earmarked money comes in by a revenue account. `account`; `found`: its class.
        case earmarkAccount = "E-REV-001"
        /// The fiscal year is not that of the date. `year`; `date`.
        case earmarkYear = "E-REV-002"
        /// The envelope of earmarked money has no last day. `envelope`; `year`.
        case earmarkEnvelopeLasts = "E-REV-003"
        /// The envelope lasts longer than the money. `envelope`; `found`: its last day; `expires`.
        case earmarkEnvelopeLater = "E-REV-004"
        /// The money expired before it came. `expires`; `date`.
        case earmarkExpired = "E-REV-005"
        /// What a closed training mutual leaves is reserved too long. `years`: at most; `expires`; `expected`: the last day
        /// that may be.
        case reserveTooLong = "E-REV-006"
        /// No earmark has this record number. `record`; `fund`.
        case earmarkUnknown = "E-REV-007"
        /// More is released than is left. `record`; `left_cents`; `asked_cents`; `excess_cents`.
        case releaseExceeded = "E-REV-008"
        /// What our own law earmarks expires, what is restricted from outside is returned. `cause`; `basis`.
        case causeOfOtherBasis = "E-REV-009"
        /// The money has not expired yet. `expires`; `date`.
        case earmarkStillOpen = "E-REV-010"
        /// Budget is taken back: its envelope is to be named. `cause`.
        case releaseEnvelopeMissing = "E-REV-011"
        /// No budget is taken back: there is no envelope to name. `cause`; `envelope`.
        case releaseEnvelopeUnneeded = "E-REV-012"
        /// Earmarked money is released before it came. `record`; `date`; `expected`: the earliest.
        case releasedBeforeEarmark = "E-REV-013"

        /// What our own law earmarks is used after its last day. `expires`; `date`.
        case usedAfterExpiry = "E-REV-015"

        // MARK: Fees

        /// The invoice was billed before. `invoice`; `fund`.
        case invoiceKnown = "E-FEE-001"
        /// No invoice has that code. `invoice`; `fund`; `nearest`: one like it, or empty.
        case invoiceUnknown = "E-FEE-002"
        /// More is received than is left of the invoice. `invoice`; `left_cents`; `asked_cents`; `excess_cents`.
        case receiptExceeded = "E-FEE-003"
        /// The code of an invoice is not 1 to 64 of `A-Z a-z 0-9 . _ -`, beginning with a letter or digit. `found`.
        case invoiceMalformed = "E-FEE-004"
        /// Money of an invoice is received before it is billed. `invoice`; `date`; `expected`: the earliest.
        case receivedBeforeBill = "E-FEE-005"
    }

    public let code: Code
    public let parameters: [String: String]

    public init(_ code: Code, _ parameters: [String: String] = [:]) {
        self.code = code
        self.parameters = parameters
    }
}

extension LevyError: VerdictError {
    public var verdict: VerdictName { .budgets }
}
