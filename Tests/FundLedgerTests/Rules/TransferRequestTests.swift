import ReferenceData
import Testing

@testable import FundLedger

@Suite("Operations that could not be") struct TransferRequestTests {
    private func refusal(
        _ operation: BudgetOperation, from: Int = 2026, to: Int? = 2026, code: String = "B", amount: Int64 = 1,
        date: String = "2026-06-01", repayBy: String? = nil
    ) throws -> RuleError.Code? {
        do {
            _ = try TransferRequest(
                operation, from: RuleFixture.envelope("A", year: from), to: to.map { try RuleFixture.envelope(code, year: $0) },
                amount: amount, date: CalendarDate(iso: date), repayBy: repayBy.map { try CalendarDate(iso: $0) })
            return nil
        } catch let error as RuleError {
            return error.code
        }
    }

    @Test func `each operation has its years, its day and its target`() throws {
        #expect(try refusal(.transfer) == nil)
        #expect(try refusal(.transfer, amount: 0) == .amountNotPositive)
        #expect(try refusal(.transfer, to: nil) == .targetMismatch)
        #expect(try refusal(.cancellation) == .targetMismatch)
        #expect(try refusal(.cancellation, to: nil) == nil)
        #expect(try refusal(.transfer, code: "A") == .sameEnvelope)
        #expect(try refusal(.transfer, to: 2027) == .wrongYears)
        #expect(try refusal(.transfer, date: "2027-04-01") == .wrongYears)
        #expect(try refusal(.cancellation, to: nil, date: "2026-03-31") == .wrongYears)
        #expect(try refusal(.carryOver) == .wrongYears)
        #expect(try refusal(.carryOver, to: 2027, code: "A") == nil)
        #expect(try refusal(.carryOver, to: 2027, date: "2027-04-01") == nil)
        #expect(try refusal(.carryOver, to: 2027, date: "2028-04-01") == .wrongYears)
        #expect(try refusal(.advance, from: 2027) == nil)
        #expect(try refusal(.advance, from: 2027, date: "2027-04-01") == .wrongYears)
    }

    @Test func `only a temporary transfer is repaid, in its year, not before its day`() throws {
        #expect(try refusal(.temporaryTransfer, repayBy: "2026-06-01") == nil)
        #expect(try refusal(.temporaryTransfer, repayBy: "2027-03-31") == nil)
        #expect(try refusal(.temporaryTransfer) == .repaymentDay)
        #expect(try refusal(.temporaryTransfer, repayBy: "2026-05-31") == .repaymentDay)
        #expect(try refusal(.temporaryTransfer, repayBy: "2027-04-01") == .repaymentDay)
        #expect(try refusal(.transfer, repayBy: "2026-06-01") == .repaymentDay)
    }
}
