import FundLedger
import Testing

@Suite struct StatementLineTests {
    @Test func everyLineStandsInItsSectionAndFeedsTheCashFlow() {
        for line in StatementLine.allCases {
            #expect(line.rawValue.utf8.count <= 64)
            #expect(line.accountClass == line.section.accountClass)
            #expect(!line.accountClass.isBudgetary)
        }
        #expect(StatementLine.allCases.filter { $0.cashFlowLine == .cash } == [.cash])
        #expect(Set(StatementLine.allCases.map(\.cashFlowLine)) == Set(CashFlowLine.allCases))
        #expect(Set(StatementLine.allCases.map(\.section)) == Set(StatementSection.allCases))
    }

    @Test func revenueAndExpenseFeedTheSurplus() {
        for line in StatementLine.allCases where [.revenue, .expense].contains(line.accountClass) {
            #expect(line.cashFlowLine == .surplus)
        }
    }

    @Test func netFinancialAssetsAreFinancialAssetsLessFinancialLiabilities() {
        #expect(StatementSection.allCases.filter(\.isNetFinancial) == [.financialAssets, .financialLiabilities])
        #expect(StatementLine.unearnedRevenue.section == .nonFinancialLiabilities)
        #expect(StatementLine.prepaid.section == .nonFinancialAssets)
    }
}
