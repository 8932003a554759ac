import FundLedger
import ReferenceData
import Testing

/// Cases worked by hand; amounts in cents.
@Suite struct LevyAssessmentTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let name: String
        let year: Int
        let payroll: Int64
        var spending: Int64 = 0
        var help: Int64 = 0
        var surplus: Int64 = 0
        var certificate = false
        var yearBefore: Int64?
        let outcome: LevyAssessment.Outcome
        let levy: Int64
        let forward: Int64?

        var testDescription: String { name }
    }

    static let cases: [Case] = [
        Case(name: "below the threshold", year: 2025, payroll: 199_999_999, outcome: .belowThreshold, levy: 0, forward: 0),
        Case(name: "exactly at it", year: 2025, payroll: 200_000_000, outcome: .belowThreshold, levy: 0, forward: 0),
        Case(name: "just above", year: 2025, payroll: 200_000_001, outcome: .owed, levy: 2_000_000, forward: 0),
        Case(
            name: "half a cent goes to the even cent below", year: 2025, payroll: 200_000_050, outcome: .owed,
            levy: 2_000_000, forward: 0),
        Case(
            name: "half a cent goes to the even cent above", year: 2025, payroll: 200_000_150, outcome: .owed,
            levy: 2_000_002, forward: 0),
        Case(
            name: "spending short of 1 %", year: 2025, payroll: 250_000_000, spending: 1_800_000, outcome: .owed,
            levy: 700_000, forward: 0),
        Case(
            name: "spending of just 1 %", year: 2025, payroll: 250_000_000, spending: 2_500_000, outcome: .met, levy: 0,
            forward: 0),
        Case(
            name: "a cent short", year: 2025, payroll: 250_000_000, spending: 2_499_999, outcome: .owed, levy: 1, forward: 0),
        Case(
            name: "help is taken off", year: 2025, payroll: 250_000_000, spending: 1_800_000, help: 300_000,
            surplus: 125_050, outcome: .owed, levy: 874_950, forward: 0),
        Case(
            name: "surplus larger than due", year: 2025, payroll: 250_000_000, spending: 500_000, surplus: 2_600_000,
            outcome: .met, levy: 0, forward: 600_000),
        Case(
            name: "help above the spending takes nothing of the surplus", year: 2025, payroll: 250_000_000,
            spending: 300_000, help: 900_000, surplus: 100_000, outcome: .owed, levy: 2_400_000, forward: 0),
        Case(
            name: "certificate", year: 2025, payroll: 900_000_000, certificate: true, outcome: .exempted, levy: 0,
            forward: 0),
        Case(
            name: "certificate with a surplus", year: 2025, payroll: 900_000_000, surplus: 5, certificate: true,
            outcome: .exempted, levy: 0, forward: nil),
        Case(
            name: "below with a surplus", year: 2025, payroll: 100, surplus: 5, outcome: .belowThreshold, levy: 0,
            forward: nil),
        Case(
            name: "first year above", year: 2025, payroll: 210_000_000, spending: 1_500_000, yearBefore: 900_000,
            outcome: .met, levy: 0, forward: 300_000),
        Case(
            name: "first year above, not enough", year: 2025, payroll: 210_000_000, spending: 1_000_000,
            yearBefore: 900_000, outcome: .owed, levy: 200_000, forward: 0),
        Case(name: "first year of the first threshold", year: 1998, payroll: 25_000_001, outcome: .owed, levy: 250_000, forward: 0),
        Case(name: "last year of the first threshold", year: 2003, payroll: 99_999_999, outcome: .owed, levy: 1_000_000, forward: 0),
        Case(name: "first year of the second", year: 2004, payroll: 100_000_000, outcome: .belowThreshold, levy: 0, forward: 0),
        Case(name: "last year of the second", year: 2014, payroll: 100_000_001, outcome: .owed, levy: 1_000_000, forward: 0),
        Case(name: "first year of the third", year: 2015, payroll: 200_000_000, outcome: .belowThreshold, levy: 0, forward: 0),
    ]

    @Test(arguments: cases)
    func workedByHand(_ row: Case) throws {
        let assessment = try LevyAssessment(
            LevyDeclaration(
                year: TaxationYear(row.year), payroll: Cents(row.payroll), spending: Cents(row.spending),
                help: Cents(row.help), surplus: Cents(row.surplus), hasCertificate: row.certificate,
                yearBefore: row.yearBefore.map(Cents.init)))
        #expect(assessment.outcome == row.outcome)
        #expect(assessment.levy == Cents(row.levy))
        #expect(assessment.surplusForward == row.forward.map(Cents.init))
        #expect(assessment.lines.first { $0.step == .levy }?.amount == Cents(row.levy))
        #expect(assessment.lines.allSatisfy { !$0.amount.isNegative && !$0.citation.isEmpty })
        #expect(assessment.due.iso == (row.year % 4 == 3 ? "\(row.year + 1)-02-29" : "\(row.year + 1)-02-28"))
    }

    @Test func everyLineFollowsFromThoseBefore() throws {
        let assessment = try LevyAssessment(
            LevyDeclaration(
                year: TaxationYear(2025), payroll: Cents(250_000_000), spending: Cents(1_800_000), help: Cents(300_000),
                surplus: Cents(125_050)))
        let seen = assessment.lines.map { "\($0.step.rawValue) \($0.amount.canonical)" }
        #expect(
            seen == [
                "payroll 250000000", "threshold 200000000", "participation 2500000", "spending 1800000", "help 300000",
                "net-spending 1500000", "surplus-brought 125050", "counted 1625050", "levy 874950", "surplus-forward 0",
            ])
    }

    @Test func whatNoSourceSaysIsMarked() throws {
        let early = try LevyAssessment(LevyDeclaration(year: TaxationYear(2003), payroll: Cents(1)))
        #expect(early.lines.first { $0.step == .threshold }?.mark == .notFound)
        let helped = try LevyAssessment(
            LevyDeclaration(year: TaxationYear(2025), payroll: Cents(250_000_000), spending: Cents(1), help: Cents(2)))
        #expect(helped.lines.first { $0.step == .netSpending }?.mark == .notFound)
        let outside = try LevyAssessment(LevyDeclaration(year: TaxationYear(2025), payroll: Cents(1), surplus: Cents(1)))
        #expect(outside.remarks.map(\.parameter) == ["levy-surplus-outside"])
    }

    @Test func whatCannotBeIsRefused() throws {
        func refused(_ code: LevyError.Code, _ declaration: LevyDeclaration) {
            let error = #expect(throws: LevyError.self) { _ = try LevyAssessment(declaration) }
            #expect(error?.code == code)
        }
        let year = try TaxationYear(2025)
        refused(.yearUnknown, LevyDeclaration(year: try TaxationYear(1997), payroll: Cents(1)))
        refused(.itemNegative, LevyDeclaration(year: year, payroll: Cents(-1)))
        refused(.itemNegative, LevyDeclaration(year: year, payroll: Cents(1), help: Cents(-1)))
        refused(.itemNegative, LevyDeclaration(year: year, payroll: Cents(1), yearBefore: Cents(-1)))
        refused(.surplusInFirstYear, LevyDeclaration(year: year, payroll: Cents(1), surplus: Cents(1), yearBefore: .zero))
        refused(
            .certificateTooEarly, LevyDeclaration(year: try TaxationYear(2007), payroll: Cents(1), hasCertificate: true))
        #expect(throws: ReferenceError.self) {
            _ = try LevyAssessment(
                LevyDeclaration(year: year, payroll: Cents(.max), spending: Cents(.max), surplus: Cents(.max)))
        }
    }
}
