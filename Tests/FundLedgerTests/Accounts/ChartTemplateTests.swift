import FundLedger
import ReferenceData
import Testing

@Suite struct ChartTemplateTests {
    private static func accounts(_ fund: FundCode) -> [String: Account] {
        Dictionary(ChartTemplate.quebec(for: fund).map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
    }

    @Test(arguments: FundCode.allCases)
    func codesAreFourDigitsUniqueAndAscending(_ fund: FundCode) {
        let codes = ChartTemplate.quebec(for: fund).map(\.code)
        #expect(Set(codes).count == codes.count)
        #expect(codes == codes.sorted())
        #expect(codes.allSatisfy { $0.utf8.count == 4 && $0.utf8.allSatisfy { (0x30...0x39).contains($0) } })
    }

    @Test(arguments: FundCode.allCases)
    func theFirstDigitTellsTheClass(_ fund: FundCode) throws {
        for account in ChartTemplate.quebec(for: fund) {
            let expected: [AccountClass]
            switch account.code.first {
            case "1": expected = [.asset]
            case "2": expected = [.liability]
            case "3": expected = [.netAssets]
            case "4": expected = [.revenue]
            case "5", "6": expected = [.expense]
            default: expected = AccountClass.allCases.filter(\.isBudgetary)
            }
            #expect(expected.contains(account.accountClass), "\(account.code)")
            #expect((account.line == nil) == account.accountClass.isBudgetary, "\(account.code)")
            #expect(account.nameEnglish != nil, "\(account.code)")
        }
    }

    @Test(arguments: FundCode.allCases)
    func namesAreUniqueInBothLanguages(_ fund: FundCode) {
        let accounts = ChartTemplate.quebec(for: fund)
        #expect(Set(accounts.map(\.name)).count == accounts.count)
        #expect(Set(accounts.compactMap(\.nameEnglish)).count == accounts.count)
    }

    /// The steps of DESIGN 6 and the accounts that each debits and credits.
    private static let steps: [(step: String, debit: [StatementLine], credit: [StatementLine], only: FundCode?)] = [
        ("advance", [.advancesToRecipients], [.cash], nil),
        ("claim accepted", [.grants], [.advancesToRecipients, .holdbacks, .grantsPayable], nil),
        ("eligible work not yet claimed", [.grants], [.accruedGrants], nil),
        ("holdback released", [.holdbacks], [.grantsPayable], nil),
        ("deposit rejected", [.cash], [.grantsPayable], nil),
        ("set-off", [.grantsPayable], [.recoverableFromRecipients], nil),
        ("write-off", [.badDebts], [.recoverableFromRecipients], nil),
        ("allowance", [.badDebts], [.allowanceForDoubtful], nil),
        ("fee billed", [.feesReceivable], [.fees], .fdmt),
        ("fee received", [.cash], [.feesReceivable], .fdmt),
        ("levies estimated", [.leviesReceivable], [.levies], .fnf),
        ("levy remitted", [.cash, .collectionFees], [.leviesReceivable], .fnf),
        ("payment issued and cleared", [.grantsPayable], [.cash], nil),
        ("recovery, same year", [.recoverableFromRecipients], [.grants], nil),
        ("recovery, earlier year", [.recoverableFromRecipients], [.recoveries], nil),
        ("movement between funds", [.dueFromFund], [.dueToFund], nil),
        ("earmarked by own law", [.unrestricted], [.restricted], nil),
        ("restricted from outside", [.cash], [.deferredRevenue], nil),
        ("appropriation", [.cash], [.appropriations], .fdmt),
        ("advance of the minister of Finance", [.cash], [.financeAdvances], .fdmt),
        ("fines", [.cash], [.fines], .fdmt),
        ("closed training mutual", [.cash], [.trainingMutuals], .fnf),
        ("administration", [.payrollExpense, .administration, .commission], [.payroll, .suppliers], nil),
    ]

    @Test(arguments: FundCode.allCases)
    func everyStepFindsItsAccounts(_ fund: FundCode) {
        let lines = Set(ChartTemplate.quebec(for: fund).compactMap(\.line))
        for step in Self.steps where step.only == nil || step.only == fund {
            for line in step.debit + step.credit {
                #expect(lines.contains(line), "\(step.step) needs \(line.rawValue) in \(fund)")
            }
        }
    }

    @Test(arguments: FundCode.allCases)
    func everyStateOfTheBudgetHasOneAccount(_ fund: FundCode) {
        let budgetary = ChartTemplate.quebec(for: fund).filter(\.accountClass.isBudgetary)
        #expect(budgetary.map(\.code) == ["9100", "9200", "9300", "9400", "9500"])
        #expect(budgetary.map(\.accountClass) == [.authorised, .available, .reserved, .committed, .spent])
    }

    @Test(arguments: FundCode.allCases)
    func theAccountsThatMapsRelyOnAreTheSameInBothFunds(_ fund: FundCode) {
        let accounts = Self.accounts(fund)
        #expect(accounts["5100"]?.line == .grants)
        #expect(accounts["2100"]?.line == .grantsPayable)
        #expect(accounts["1000"]?.line == .cash)
        #expect(accounts["1010"]?.line == .cash)
        #expect(accounts["6100"]?.line == .payrollExpense)
        let pair = accounts.values.filter { $0.line == .dueFromFund || $0.line == .dueToFund }.map(\.code).sorted()
        #expect(pair == ["1700", "2700"])
    }

    @Test func aFundHasOnlyWhatItsLawBringsIt() {
        let fnf = Set(ChartTemplate.quebec(for: .fnf).compactMap(\.line))
        let fdmt = Set(ChartTemplate.quebec(for: .fdmt).compactMap(\.line))
        let onlyFNF: Set<StatementLine> = [
            .leviesReceivable, .leviesRefundable, .levies, .trainingMutuals, .collectionFees,
        ]
        let onlyFDMT: Set<StatementLine> = [
            .feesReceivable, .appropriationsReceivable, .agreementsReceivable, .capitalAssets,
            .accumulatedAmortisation, .employeeBenefits, .financeAdvances, .interestPayable, .unearnedRevenue,
            .appropriations, .fees, .employmentServices, .fines, .gifts, .agreements, .interestExpense, .amortisation,
        ]
        #expect(fnf.subtracting(fdmt) == onlyFNF)
        #expect(fdmt.subtracting(fnf) == onlyFDMT)
        #expect(fnf.union(fdmt) == Set(StatementLine.allCases))
        #expect(Self.accounts(.fnf)["1700"]?.name == "Dû par le FDMT")
        #expect(Self.accounts(.fdmt)["1700"]?.name == "Dû par le FNF")
    }
}
