/// The line of the statement of cash flow (indirect method) that the change of a statement line feeds.
///
/// As every entry sums to zero, the change of `cash` is the opposite of the sum of all the others: nothing is left over.
public enum CashFlowLine: String, CaseIterable, Hashable, Sendable {
    /// What the statement explains.
    case cash = "cf-cash"
    /// The surplus or deficit of the year: revenue and expenses, and the net assets that they become.
    case surplus = "cf-operating-surplus"
    /// Operating, without effect on cash: allowances, amortisation.
    case nonCash = "cf-operating-non-cash"
    /// Operating: change of receivables, payables, advances, prepaid and deferred amounts.
    case workingCapital = "cf-operating-working-capital"
    case capital = "cf-capital"
    case investing = "cf-investing"
    case financing = "cf-financing"
}

extension StatementLine {
    /// The line of cash flow that its change feeds.
    ///
    /// `na-remeasurement` feeds investing, where it cancels the unrealised change of the investments.
    public var cashFlowLine: CashFlowLine {
        switch self {
        case .cash: .cash
        case .investments, .remeasurement: .investing
        case .capitalAssets: .capital
        case .financeAdvances: .financing
        case .allowanceForDoubtful, .accumulatedAmortisation: .nonCash
        case .leviesReceivable, .feesReceivable, .appropriationsReceivable, .agreementsReceivable,
            .interestReceivable, .otherReceivable, .advancesToRecipients, .recoverableFromRecipients, .dueFromFund,
            .prepaid, .suppliers, .payroll, .employeeBenefits, .grantsPayable, .holdbacks, .accruedGrants,
            .leviesRefundable, .interestPayable, .dueToFund, .deferredRevenue, .otherPayable, .unearnedRevenue:
            .workingCapital
        case .unrestricted, .restricted, .levies, .appropriations, .fees, .employmentServices, .fines, .interest,
            .recoveries, .gifts, .agreements, .trainingMutuals, .otherRevenue, .grants, .collectionFees, .badDebts,
            .payrollExpense, .administration, .commission, .interestExpense, .amortisation, .otherExpense:
            .surplus
        }
    }
}
