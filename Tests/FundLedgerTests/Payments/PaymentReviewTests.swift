import AuditTrail
import ReferenceData
import Testing

@testable import FundLedger

/// What a second person is told of a run, and what is due of whom.
@Suite struct PaymentReviews {
    private func remarks(_ review: PaymentReview) -> [[PaymentReview.Remark]] { review.lines.map(\.remarks) }

    private func items(_ book: PaymentBook, _ proposal: Int64) throws -> [PaymentIssued.Item] {
        try book.read { payments in
            try #require(try payments.session.record(at: proposal) as? Proposed<PaymentIssued>).subject.items
        }
    }

    private func review(_ book: PaymentBook, _ proposal: Int64) throws -> PaymentReview {
        let items = try items(book, proposal)
        return try book.read { try $0.review(items, proposal: proposal) }
    }

    @Test func aFirstRunSaysWhoWasNeverPaidAndWhatWasTakenOver() throws {
        let book = try PaymentBook()
        let proposal = try book.write { try Payments($0).propose(book.payables, on: book.day) }
        let found = try review(book, proposal)
        #expect(remarks(found) == [[.firstPayment, .imported], [.firstPayment, .imported], [.firstPayment, .imported]])
        #expect(found.payees.map(\.recipient) == PaymentBook.recipients)
        #expect(found.payees.map(\.count) == [2, 1] && found.payees.map(\.total) == [125_000, 7_550])
        #expect(found.payees.allSatisfy { $0.nameFault == nil && !$0.isRenamed } && found.sharedAccounts.isEmpty && found.gone.isEmpty)
        #expect(found.lines.map(\.name) == ["Nom 1144556677", "Nom 1144556677", "Nom X-ECOLE"])
    }

    @Test func detailsChangedSinceTheLastPaymentAndARejectionAreTold() throws {
        let book = try PaymentBook()
        try book.pay([book.payables[0]])
        try book.write { try Payments($0).reject(book.id(1), reason: "compte fermé", on: book.day) }
        try book.setBank(of: PaymentBook.recipients[0], account: "99")
        let proposal = try book.write { try Payments($0).propose([book.payables[0]], on: book.day) }
        let told = try review(book, proposal).lines[0].remarks
        #expect(told.contains(.bankChanged(since: "2026-05-01T14:30:00Z", by: "jean")))
        #expect(told.contains(.rejectedBefore(try book.id(1), on: book.day)) && !told.contains(.firstPayment))
        // Details that are proposed while the run waits, then in force: the run's are of before.
        let (waits, _) = try book.write { session in
            (try Payments(session).proposeBank(book.subject("7", session), of: PaymentBook.recipients[0]), 0)
        }
        #expect(try review(book, proposal).lines[0].remarks.contains(.bankWaits(proposal: waits)))
        _ = try book.approve(waits)
        let after = try review(book, proposal).lines[0].remarks
        #expect(after.contains(.bankOutdated) && !after.contains(.bankWaits(proposal: waits)))
    }

    @Test func oneAccountOfTwoRecipientsIsTold() throws {
        let book = try PaymentBook()
        try book.setBank(of: PaymentBook.recipients[1], account: "0000")
        let proposal = try book.write { try Payments($0).propose(book.payables, on: book.day) }
        #expect(try review(book, proposal).sharedAccounts == [PaymentBook.recipients])
    }

    @Test func aNameThatABankFileCannotHoldIsToldBeforeTheApproval() throws {
        let book = try PaymentBook()
        let long = "Regroupement des ateliers de formation"
        try book.write { session in
            try Recipients(session).change(PaymentBook.recipients[0], .name(long))
            try Recipients(session).change(PaymentBook.recipients[1], .name("Cie Ωmega"))
        }
        let proposal = try book.write { try Payments($0).propose(book.payables, on: book.day) }
        #expect(try review(book, proposal).payees.map(\.nameFault?.code) == [.fieldTooLong, .characterRefused])
        let record = try book.approve(proposal)
        try book.write { try Recipients($0).change(PaymentBook.recipients[0], .name("Regroupement")) }
        let items = try items(book, proposal)
        let after = try book.read { try $0.review(items, record: record) }
        #expect(after.payees.map(\.isRenamed) == [true, false])
    }

    @Test func aRunOfWhichNothingIsLeftHasNoFile() throws {
        let book = try PaymentBook()
        let record = try book.pay(book.payables)
        try book.write { try Payments($0).clear([book.id(1)], on: book.day) }
        try book.write { try Payments($0).reject(book.id(2), reason: "r", on: book.day) }
        #expect(try book.read { try $0.bankPayments(ofRun: record).map(\.payment) } == ["FNF-P-000003"])
        try book.write { try Payments($0).clear([book.id(3)], on: book.day) }
        #expect { try book.read { _ = try $0.bankPayments(ofRun: record) } } throws: {
            guard let error = $0 as? PaymentError else { return false }
            return error.code == .nothingToSend && error.parameters["payments"] == "3"
        }
    }

    @Test func whatIsDueIsNarrowedToAGrantOrARecipient() throws {
        let book = try PaymentBook()
        let all = try book.read { try $0.due(until: book.day) }
        #expect(all.map(\.payable.sequence) == book.payables)
        let first = PaymentBook.recipients[0]
        #expect(try book.read { try $0.due(until: book.day, recipient: first) } == Array(all[..<2]))
        let grant = all[1].payable.grant
        #expect(try book.read { try $0.due(until: book.day, grant: grant) } == [all[1]])
        #expect(try book.read { try $0.due(until: book.day, grant: grant, recipient: first) } == [all[1]])
        #expect(try book.read { try $0.due(until: book.day, grant: grant, recipient: PaymentBook.recipients[1]) }.isEmpty)
        #expect(try book.read { try $0.due(until: book.day.adding(days: -1), recipient: first) }.isEmpty)
        let elsewhere = try GrantID(fund: .fdmt, number: grant.number)
        #expect(try book.read { try $0.due(until: book.day, grant: elsewhere) }.isEmpty)
        try book.pay([book.payables[1]])
        #expect(try book.read { try $0.due(until: book.day, recipient: first) }.map(\.payable.sequence) == [book.payables[0]])
    }
}
