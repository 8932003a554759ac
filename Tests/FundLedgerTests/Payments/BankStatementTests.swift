import Foundation
import ReferenceData
import TabularImport
import Testing

@testable import FundLedger

/// What a statement of the bank says of payments: what is sure, what is not, and what is refused.
@Suite struct BankStatements {
    private func payment(_ number: Int, _ cents: Int64, _ issued: String = "2026-05-04") throws -> OutstandingPayment {
        OutstandingPayment(payment: "FNF-P-00000\(number)", amount: Cents(cents), issued: try CalendarDate(iso: issued))
    }

    private func row(
        _ line: Int, _ cents: Int64, _ description: String = "", _ reference: String = "", on date: String = "2026-05-06"
    ) throws -> BankStatement.Row {
        BankStatement.Row(
            line: line, date: try CalendarDate(iso: date), description: description, amount: Cents(cents), reference: reference)
    }

    private func match(_ rows: [BankStatement.Row], _ payments: [OutstandingPayment]) -> StatementMatching {
        StatementMatching(BankStatement(rows: rows), payments)
    }

    @Test func aNumberInTheReferenceOrTheDescriptionIsSure() throws {
        let payments = [try payment(1, 500), try payment(2, 500), try payment(3, 700)]
        let found = match(
            [
                try row(2, -500, "", "FNF-P-000002"), try row(3, -500, "DEPOT DIRECT fnf-p-000001/BELAIR"),
                try row(4, -700, "EFT FNFP000003"),
            ], payments)
        #expect(found.matched.map(\.payment.payment) == ["FNF-P-000002", "FNF-P-000001", "FNF-P-000003"])
        #expect(found.matched.allSatisfy { $0.ground == .number })
        #expect(found.doubtful.isEmpty && found.unmatched.isEmpty && found.outstanding.isEmpty)
    }

    @Test func aNumberWithAnotherAmountIsDoubtfulAndOneNamedTwiceIsTold() throws {
        let payments = [try payment(1, 500), try payment(2, 900)]
        let found = match(
            [try row(2, -501, "FNF-P-000001"), try row(3, -900, "FNF-P-000002"), try row(4, -900, "FNF-P-000002")], payments)
        #expect(found.matched.map(\.row.line) == [3])
        #expect(found.doubtful.map(\.row.line) == [2])
        #expect(found.known.map(\.row.line) == [4] && found.known.first?.payment == "FNF-P-000002")
        #expect(found.known.first?.ground == .repeated(line: 3))
        #expect(found.unmatched.isEmpty && found.outstanding == [payments[0]])
    }

    @Test func aRowOfAPaymentThatIsSettledIsToldAndIsNoWithdrawal() throws {
        let day = try CalendarDate(iso: "2026-05-06")
        func settled(_ number: Int, _ cents: Int64, _ state: PaymentState = .cleared) -> SettledPayment {
            SettledPayment(payment: "FNF-P-00000\(number)", amount: Cents(cents), state: state, since: day)
        }
        let open = [try payment(1, 500), try payment(2, 900)]
        let statement = BankStatement(rows: [
            try row(2, -700, "FNF-P-000003"), try row(3, -800, "", "fnfp000004"), try row(4, -901, "FNF-P-000005"),
            // No number: of the day and amount of one that is cleared, once; a rejected one is none such.
            try row(5, -650), try row(6, -650), try row(7, -640), try row(8, -650, on: "2026-05-07"),
            // The payment of that amount and day is named by row 2.
            try row(10, -700),
            // Names one of each: nobody guesses.
            try row(9, -500, "FNF-P-000001 FNF-P-000003"),
        ])
        let found = StatementMatching(
            statement, open,
            settled: [
                settled(3, 700), settled(4, 800, .rejected), settled(5, 900), settled(6, 650), settled(7, 640, .rejected),
            ])
        #expect(found.known.map(\.row.line) == [2, 3, 4, 5])
        #expect(found.known.map(\.payment) == ["FNF-P-000003", "FNF-P-000004", "FNF-P-000005", "FNF-P-000006"])
        #expect(found.known.map(\.amount.value) == [700, 800, 900, 650])
        #expect(found.known.map(\.ground) == [PaymentState.cleared, .rejected, .cleared, .cleared].map { .settled($0, since: day) })
        #expect(found.unmatched.map(\.line) == [6, 7, 8, 10] && found.doubtful.map(\.row.line) == [9])
        #expect(found.matched.isEmpty && found.outstanding == open)
        // What is outstanding goes before what is cleared.
        let first = StatementMatching(BankStatement(rows: [try row(2, -500)]), open, settled: [settled(8, 500)])
        #expect(first.matched.map(\.payment.payment) == ["FNF-P-000001"] && first.known.isEmpty)
    }

    @Test func anAmountIsEnoughWhereItIsUnique() throws {
        let payments = [try payment(1, 500), try payment(2, 900)]
        let found = match([try row(2, -900, "DEPOT DIRECT"), try row(3, -1200, "FRAIS"), try row(4, 900, "REMISE")], payments)
        #expect(found.matched.map(\.payment) == [payments[1]])
        #expect(found.matched.first?.ground == .amount)
        #expect(found.unmatched.map(\.line) == [3])
        #expect(found.outstanding == [payments[0]])
    }

    @Test func severalThatCouldBeAreNotGuessed() throws {
        let twins = [try payment(1, 500), try payment(2, 500)]
        let one = match([try row(2, -500)], twins)
        #expect(one.matched.isEmpty && one.doubtful.first?.candidates == twins && one.outstanding == twins)
        let rows = match([try row(2, -500), try row(3, -500)], [try payment(1, 500)])
        #expect(rows.matched.isEmpty && rows.doubtful.count == 2)
        // The other one's number settles it.
        let settled = match([try row(2, -500, "FNF-P-000001"), try row(3, -500)], twins)
        #expect(settled.matched.map(\.payment.payment) == ["FNF-P-000001", "FNF-P-000002"])
    }

    @Test func aPaymentLeavesNeitherBeforeItsIssueNorLongAfter() throws {
        let payments = [try payment(1, 500)]
        #expect(match([try row(2, -500, on: "2026-05-03")], payments).unmatched.count == 1)
        #expect(match([try row(2, -500, on: "2026-05-04")], payments).matched.count == 1)
        #expect(match([try row(2, -500, on: "2026-06-03")], payments).matched.count == 1)
        #expect(match([try row(2, -500, on: "2026-06-04")], payments).unmatched.count == 1)
        #expect(match([try row(2, Int64.min)], payments).unmatched.count == 1)
    }

    @Test func aStatementIsReadByAMapAndMustBalance() throws {
        let csv = "date,description,amount_cents,reference\n2026-05-06,Dépôt,-500,FNF-P-000001\n2026-05-07,Remise,1200,\n"
        let statement = try BankStatement(
            MemoryByteSource(Array(csv.utf8)), map: BankStatementTarget.defaultMap(), fileName: "bank.csv")
        #expect(statement.rows.map(\.amount.value) == [-500, 1200])
        #expect(statement.rows[0].line == 2 && statement.rows[0].reference == "FNF-P-000001")
        try statement.requireBalance(from: Cents(1000), to: Cents(1700))
        #expect { try statement.requireBalance(from: Cents(1000), to: Cents(1701)) } throws: { error in
            guard let error = error as? BankError else { return false }
            return error.code == .statementUnbalanced && error.parameters["difference_cents"] == "1"
        }
    }

    @Test func aBadRowRefusesTheWholeStatement() throws {
        let csv = "date,description,amount_cents\n2026-05-06,Dépôt,-5.00\n"
        #expect(throws: ImportRefusal.self) {
            _ = try BankStatement(
                MemoryByteSource(Array(csv.utf8)), map: BankStatementTarget.defaultMap(), fileName: "bank.csv")
        }
    }

    @Test func sumsBeyondTheirBoundsAreRefused() throws {
        let statement = BankStatement(rows: [try row(2, .max), try row(3, 1)])
        #expect { try statement.requireBalance(from: .zero, to: .zero) } throws: {
            ($0 as? BankError)?.code == .statementOverflow
        }
    }

    private func settled(_ number: Int, _ cents: Int64, _ state: PaymentState = .cleared) throws -> SettledPayment {
        SettledPayment(
            payment: "FNF-P-00000\(number)", amount: Cents(cents), state: state, since: try CalendarDate(iso: "2026-05-05"))
    }

    /// The bank pays 1 a second time, and gives 2 back: neither is the payment 3 of the same amount.
    @Test func aRowThatNamesAClearedPaymentIsNeverAnother() throws {
        let rows = [
            try row(2, -500, "DEPOT", "FNF-P-000001"), try row(3, -500, "", "FNF-P-000002"), try row(4, -500, "", "FNF-P-000001"),
        ]
        let found = StatementMatching(
            BankStatement(rows: rows), [try payment(3, 500)], settled: [try settled(1, 500), try settled(2, 500, .rejected)])
        #expect(found.matched.isEmpty && found.doubtful.isEmpty && found.unmatched.isEmpty)
        #expect(found.known.map(\.payment) == ["FNF-P-000001", "FNF-P-000002", "FNF-P-000001"])
        #expect(found.outstanding.map(\.payment) == ["FNF-P-000003"])
    }

    @Test func moneyThatComesInAndNamesAPaymentIsAReturn() throws {
        let rows = [try row(2, -700, "FNF-P-000002"), try row(3, 500, "RETOUR FNF-P-000001"), try row(4, 9, "INTERETS")]
        let found = StatementMatching(
            BankStatement(rows: rows), [try payment(2, 700), try payment(3, 500)], settled: [try settled(1, 500)])
        #expect(found.matched.map(\.payment.payment) == ["FNF-P-000002"])
        #expect(found.returns.map(\.payment) == ["FNF-P-000001"] && found.returns.map(\.state) == [.cleared])
        #expect(!found.looksReversed && found.withdrawals == 1)
    }

    @Test func reversedSignsAreTold() throws {
        let rows = [try row(2, 700, "FNF-P-000002"), try row(3, 500)]
        let found = StatementMatching(BankStatement(rows: rows), [try payment(2, 700)])
        #expect(found.looksReversed && found.returns.map(\.state) == [.issued] && found.outstanding.count == 1)
        #expect(!StatementMatching(BankStatement(rows: rows), [], settled: [try settled(2, 700)]).looksReversed)
    }

    @Test func candidatesAreWhatTheWindowLetsThrough() throws {
        // Twins issued a month apart: each row has one candidate.
        let payments = [try payment(1, 500, "2026-03-01"), try payment(2, 500, "2026-05-01")]
        let found = match([try row(2, -500, on: "2026-03-31"), try row(3, -500, on: "2026-05-01")], payments)
        #expect(found.matched.map(\.payment.payment) == ["FNF-P-000001", "FNF-P-000002"])
        let late = match([try row(2, -500, on: "2026-04-01"), try row(3, -500, on: "2026-05-31"), try row(4, -500, on: "2026-05-02")], payments)
        #expect(late.unmatched.map(\.line) == [2] && late.doubtful.map(\.row.line) == [3, 4])
    }

    @Test func manyOfOneAmountAreDoubtfulAndFewAreShown() throws {
        let payments = try (1...300).map {
            OutstandingPayment(payment: "FNF-P-\(100_000 + $0)", amount: Cents(500), issued: try CalendarDate(iso: "2026-05-04"))
        }
        let rows = try (2...301).map { try row($0, -500, $0 == 2 ? "FNF-P-100007" : "") }
        let found = match(rows, payments)
        #expect(found.matched.map(\.payment.payment) == ["FNF-P-100007"] && found.doubtful.count == 299)
        #expect(found.doubtful[0].candidates.count == 20 && found.outstanding.count == 299)
    }

    @Test func aStatementOfDebitsAndCreditsHasAMap() throws {
        func read(_ csv: String) throws -> BankStatement {
            let file = RuleFixture.repository.appendingPathComponent("maps/bank-statement-debit-credit.yaml")
            let map = try ImportMap.compile(
                Array(Data(contentsOf: file)), fileName: "map.yaml", target: BankStatementTarget.target)
            return try BankStatement(MemoryByteSource(Array(csv.utf8)), map: map, fileName: "releve.csv")
        }
        let head = "Date;Description;Référence;Débit;Crédit;Solde\n"
        let statement = try read(
            head + "06/05/2026;DEPOT DIRECT;FNF-P-000001;1 250,00;;5,00\n07/05/2026;REMISE;;;300,5;305,50\n08/05/2026;FRAIS; ; 2,50; ;\n")
        #expect(statement.rows.map(\.amount.value) == [-125_000, 30_050, -250])
        #expect(statement.rows[0].date.iso == "2026-05-06" && statement.rows[0].reference == "FNF-P-000001")
        for bad in ["06/05/2026;X;;1,00;2,00;\n", "06/05/2026;X;;-1,00;;\n", "06/05/2026;X;;0,00;2,00;\n", "06/05/2026;X;;;;\n"] {
            #expect(throws: ImportRefusal.self, "\(bad)") { _ = try read(head + bad) }
        }
    }
}
