import ReferenceData

/// The line of the financial statements that an account belongs to: a closed list of stable codes, for statements
/// presented under SP 1202 (years from 1 April 2026); older years (SP 1201) are regrouped from the same lines.
///
/// SP 1202 presents financial and non-financial assets, two categories of liabilities, net assets by component, and
/// operations here by nature. Each line has one class and feeds one line of the cash flow. Not sure: whether what is
/// restricted from outside (`fl-deferred-revenue`) is a financial liability, as it is here because it is repaid when it
/// is not used, or a non-financial one.
public enum StatementLine: String, CaseIterable, Hashable, Sendable {
    // Financial assets
    /// Cash in bank, and payments in transit (negative).
    case cash = "fa-cash"
    case investments = "fa-investments"
    case leviesReceivable = "fa-levies-receivable"
    case feesReceivable = "fa-fees-receivable"
    case appropriationsReceivable = "fa-appropriations-receivable"
    case agreementsReceivable = "fa-agreements-receivable"
    case interestReceivable = "fa-interest-receivable"
    case otherReceivable = "fa-other-receivable"
    /// Paid before the eligibility criteria are met (SP 3410).
    case advancesToRecipients = "fa-advances-to-recipients"
    case recoverableFromRecipients = "fa-recoverable-from-recipients"
    /// Negative.
    case allowanceForDoubtful = "fa-allowance-doubtful"
    /// Only in the two halves of a movement between the funds.
    case dueFromFund = "fa-due-from-fund"

    // Non-financial assets
    case prepaid = "nfa-prepaid"
    case capitalAssets = "nfa-capital-assets"
    /// Negative.
    case accumulatedAmortisation = "nfa-accumulated-amortisation"

    // Financial liabilities
    case suppliers = "fl-suppliers"
    case payroll = "fl-payroll"
    case employeeBenefits = "fl-employee-benefits"
    case grantsPayable = "fl-grants-payable"
    case holdbacks = "fl-holdbacks"
    /// Eligible work not yet claimed at 31 March (SP 3410).
    case accruedGrants = "fl-accrued-grants"
    case leviesRefundable = "fl-levies-refundable"
    /// Advances of the minister of Finance (M-15.001 s. 60).
    case financeAdvances = "fl-finance-advances"
    case interestPayable = "fl-interest-payable"
    /// Only in the two halves of a movement between the funds.
    case dueToFund = "fl-due-to-fund"
    /// Restricted from outside until used (SP 3100).
    case deferredRevenue = "fl-deferred-revenue"
    case otherPayable = "fl-other"

    // Non-financial liabilities
    /// Fees received before the service is rendered.
    case unearnedRevenue = "nfl-unearned-revenue"

    // Net assets
    case unrestricted = "na-unrestricted"
    /// Earmarked by our own law (SP 3100).
    case restricted = "na-restricted"
    case remeasurement = "na-remeasurement"

    // Operations, by nature
    case levies = "rev-levies"
    case appropriations = "rev-appropriations"
    case fees = "rev-fees"
    case employmentServices = "rev-employment-services"
    case fines = "rev-fines"
    case interest = "rev-interest"
    /// Of grants of earlier years; those of the same year reduce the expense.
    case recoveries = "rev-recoveries"
    case gifts = "rev-gifts"
    case agreements = "rev-agreements"
    case trainingMutuals = "rev-training-mutuals"
    case otherRevenue = "rev-other"

    case grants = "exp-grants"
    case collectionFees = "exp-collection-fees"
    case badDebts = "exp-bad-debts"
    case payrollExpense = "exp-payroll"
    case administration = "exp-administration"
    case commission = "exp-commission"
    case interestExpense = "exp-interest"
    case amortisation = "exp-amortisation"
    case otherExpense = "exp-other"

    /// Reads a code; refuses another with `E-ACC-005`, naming the lines of the class where it is known.
    public init(parsing text: String, for accountClass: AccountClass? = nil) throws {
        guard let line = StatementLine(rawValue: text) else {
            let lines = Self.allCases.filter { accountClass == nil || $0.accountClass == accountClass }
            let codes = lines.map(\.rawValue)
            var parameters = ["found": text, "expected": codes.joined(separator: ", ")]
            parameters["nearest"] = FoldedText.nearest(to: text, among: codes)
            throw LedgerError(.statementLineUnknown, parameters)
        }
        self = line
    }

    /// The one class whose accounts may belong to the line.
    public var accountClass: AccountClass { section.accountClass }

    /// The part of the statements in which the line stands.
    public var section: StatementSection {
        let code = rawValue
        guard let section = StatementSection.allCases.first(where: { code.hasPrefix($0.prefix) }) else {
            preconditionFailure("a statement line begins with its section")
        }
        return section
    }
}
