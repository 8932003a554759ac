import AuditTrail
import ReferenceData
import Testing

@testable import FundLedger

/// Runs of payments, what the bank does with them, and what is refused. FORMAT.md, section 19.5.
@Suite struct PaymentLives {
    @Test func aRunIsProposedApprovedAndPosted() throws {
        let book = try PaymentBook()
        let proposal = try book.write { try Payments($0).propose(book.payables, on: book.day) }
        #expect(try book.balance("1010") == 0)
        let record = try book.approve(proposal)
        let rows = try book.read { try $0.run(record).rows }
        #expect(rows.map(\.id.text) == ["FNF-P-000001", "FNF-P-000002", "FNF-P-000003"])
        #expect(rows.map(\.amount.value) == [100_000, 25_000, 7_550])
        #expect(rows.allSatisfy { $0.state == .issued })
        #expect(try book.balance("1010") == -132_550 && book.balance("2100") == 0)
        let lines = try book.sample.book.read { reading in
            let session = try reading.register("fnf")
            return try [proposal, record].map { String(decoding: try session.line(of: $0), as: UTF8.self) }
        }
        #expect(lines[0].hasPrefix(#"{"date":"2026-06-18","items":[{"amount":"100000","bank":""#))
        #expect(lines[0].hasSuffix(#"],"kind":"payment.issued.proposed/1"}"#))
        #expect(lines[1].hasPrefix(#"{"date":"2026-06-18","entry":"FNF-2026-000004","first":"FNF-P-000001","items":["#))
        #expect(lines[1].hasSuffix(#"],"kind":"payment.issued/1","proposal":"\#(proposal)"}"#))
        #expect(try book.read { try $0.due(until: book.day) }.isEmpty)
        #expect(try book.isSound())
    }

    @Test func aNumberThatMovedBetweenProposalAndApprovalIsThatOfTheDay() throws {
        let book = try PaymentBook()
        let first = try book.write { try Payments($0).propose([book.payables[0]], on: book.day) }
        let second = try book.write { try Payments($0).propose([book.payables[1]], on: book.day) }
        _ = try book.approve(second)
        try book.sample.post(.fnf, "2026-06-19", [("6300", 5), ("1000", -5)])
        let record = try book.approve(first)
        #expect(try book.read { try $0.run(record).rows.map(\.id.text) } == ["FNF-P-000002"])
        #expect(try book.isSound())
    }

    @Test func theBankPaysAndTheTransitIsEmpty() throws {
        let book = try PaymentBook()
        try book.pay(book.payables)
        try book.write { try Payments($0).clear([book.id(3), book.id(1)], on: book.day) }
        #expect(try book.balance("1000") == -107_550 && book.balance("1010") == -25_000)
        #expect(try book.read { try $0.outstanding().map(\.payment) } == ["FNF-P-000002"])
        #expect(try book.refused { _ = try Payments($0).clear([book.id(1)], on: book.day) } == "E-PAY-007")
        #expect(try book.refused { _ = try Payments($0).clear([book.id(9)], on: book.day) } == "E-PAY-006")
        #expect(
            try book.refused {
                _ = try Payments($0).clear([book.id(2)], on: book.day, documents: [String(repeating: "0", count: 64)])
            } == "E-PAY-009")
        #expect(try book.isSound())
    }

    @Test func aRejectedDepositIsPaidAgain() throws {
        let book = try PaymentBook()
        try book.pay([book.payables[0]])
        try book.write { try Payments($0).reject(book.id(1), reason: "compte fermé", on: book.day) }
        #expect(try book.balance("1010") == 0 && book.balance("2100") == -132_550)
        #expect(try book.refused { _ = try Payments($0).reject(book.id(1), reason: "r", on: book.day) } == "E-PAY-007")
        try book.setBank(of: PaymentBook.recipients[0], account: "99")
        try book.pay([book.payables[0]])
        let rows = try book.read { try $0.rows() }
        #expect(rows.map(\.state) == [.rejected, .issued] && rows.map(\.payable) == [book.payables[0], book.payables[0]])
        #expect(rows[0].bank != rows[1].bank)
        #expect(try book.isSound())
    }

    @Test func aClearedDepositThatComesBackGivesTheCashBack() throws {
        let book = try PaymentBook()
        try book.pay([book.payables[2]])
        try book.write { try Payments($0).clear([book.id(1)], on: book.day) }
        try book.write { try Payments($0).reject(book.id(1), reason: "retour", on: book.day) }
        #expect(try book.balance("1000") == 0 && book.balance("1010") == 0 && book.balance("2100") == -132_550)
        #expect(try book.isSound())
    }

    @Test func aDepositComesBackNeitherBeforeItsIssueNorItsClearing() throws {
        let book = try PaymentBook()
        try book.pay(book.payables)
        let (before, cleared) = (try book.day.adding(days: -1), try book.day.adding(days: 4))
        #expect(try book.refused { _ = try Payments($0).reject(book.id(1), reason: "r", on: before) } == "E-PAY-016")
        #expect(try book.refused { _ = try Payments($0).clear([book.id(1)], on: before) } == "E-PAY-016")
        try book.write { try Payments($0).clear([book.id(1)], on: cleared) }
        let between = try book.day.adding(days: 3)
        #expect(try book.refused { _ = try Payments($0).reject(book.id(1), reason: "r", on: between) } == "E-PAY-016")
        try book.write { try Payments($0).reject(book.id(1), reason: "r", on: cleared) }
        #expect(try book.isSound())
    }

    @Test func nothingIsPaidTwice() throws {
        let book = try PaymentBook()
        let payable = book.payables[0]
        // Two proposals of one payable, as two programs could make them.
        let twice = try book.write { session in
            let bank = try #require(try Payments(session).bank(of: PaymentBook.recipients[0]))
            let run = PaymentIssued(on: book.day, [.init(payable: payable, amount: 100_000, bank: bank)])
            return try [session.append(Proposed(run)), session.append(Proposed(run))]
        }
        #expect(try book.refused { _ = try Payments($0).propose([payable], on: book.day) } == "E-PAY-011")
        _ = try book.approve(twice[0])
        #expect(try book.refused(as: book.sample.jean) { try $0.append(ApprovalGiven(proposal: twice[1])) } == "E-PAY-001")
        #expect(try book.refused(as: book.sample.jean) { try $0.append(ApprovalGiven(proposal: twice[0])) } == "E-AUD-013")
        try book.write { try $0.append(ApprovalRefused(proposal: twice[1], reason: "double")) }
        #expect(try book.refused { _ = try Payments($0).propose([payable], on: book.day) } == "E-PAY-001")
        #expect(try book.isSound())
    }

    @Test func nothingIsPaidBeforeItIsPayable() throws {
        let book = try PaymentBook()
        let before = try book.day.adding(days: -1)
        #expect(try book.refused { _ = try Payments($0).propose(book.payables, on: before) } == PaymentError.Code.paidBeforePayable.rawValue)
        #expect(try book.read { try $0.due(until: before) }.isEmpty)
        try book.pay(book.payables, on: book.day)
        #expect(try book.isSound())
    }

    @Test func whatIsLeftIsWhatIsPaid() throws {
        let book = try PaymentBook()
        let bank = try #require(try book.read { try $0.bank(of: PaymentBook.recipients[0]) })
        func run(_ items: [PaymentIssued.Item]) -> PaymentIssued { PaymentIssued(on: book.day, items) }
        let payable = book.payables[0]
        #expect(
            try book.refused { try $0.append(Proposed(run([.init(payable: payable, amount: 99_999, bank: bank)]))) } == "E-PAY-002")
        let other = String(repeating: "a", count: 32)
        #expect(
            try book.refused { try $0.append(Proposed(run([.init(payable: payable, amount: 100_000, bank: other)]))) }
                == "E-PAY-004")
        #expect(try book.refused { try $0.append(Proposed(run([.init(payable: 2, amount: 1, bank: bank)]))) } == "E-GRT-047")
        #expect(try book.refused { _ = try Payments($0).propose([], on: book.day) } == "E-PAY-010")
        #expect(try book.refused { _ = try Payments($0).propose(Array(1...5001), on: book.day) } == "E-PAY-012")
        #expect { try book.read { _ = try $0.run(3) } } throws: { ($0 as? PaymentError)?.code == .runUnknown }
    }

    @Test func aRunTakesTheNextNumber() throws {
        let book = try PaymentBook()
        let proposal = try book.write { try Payments($0).propose([book.payables[0]], on: book.day) }
        #expect(
            try book.refused(as: book.sample.jean) { session in
                try session.append(ApprovalGiven(proposal: proposal))
                let proposed = try #require(try session.record(at: proposal) as? Proposed<PaymentIssued>)
                let done = PaymentIssued(
                    on: book.day, proposed.subject.items, entry: try Journal(session).nextID(FiscalYear(of: book.day)),
                    first: try book.id(2), consent: .proposal(proposal))
                try session.append(done)
            } == "E-PAY-005")
    }

    @Test func aRecipientWithoutBankIsNotPaid() throws {
        let book = try PaymentBook(banks: false)
        #expect(try book.refused { _ = try Payments($0).propose([book.payables[0]], on: book.day) } == "E-PAY-003")
        #expect(try book.read { try $0.due(until: book.day) }.allSatisfy { !$0.isReady })
        let unknown = String(repeating: "b", count: 32)
        #expect(
            try book.refused { _ = try Payments($0).proposeBank(unknown, of: PaymentBook.recipients[0]) } == "E-PAY-008")
    }

    @Test func bankDetailsAreChangedByTwoAndARunKeepsTheOnesThatWereApproved() throws {
        let book = try PaymentBook()
        let proposal = try book.write { try Payments($0).propose([book.payables[0]], on: book.day) }
        try book.setBank(of: PaymentBook.recipients[0], account: "4242")
        // What was approved went to the account of before: the run is proposed anew.
        #expect(try book.refused(as: book.sample.jean) { try $0.append(ApprovalGiven(proposal: proposal)) } == "E-PAY-004")
        let alone = try book.write { session in
            try Payments(session).proposeBank(book.subject("1", session), of: PaymentBook.recipients[1])
        }
        #expect(try book.refused { try $0.append(ApprovalGiven(proposal: alone)) } == "E-AUD-014")
        #expect(try book.isSound())
    }

    @Test func theFileForTheBankHoldsTheDetailsAndTheBookDoesNot() throws {
        let book = try PaymentBook()
        let record = try book.pay(book.payables)
        let payments = try book.read { try $0.bankPayments(ofRun: record) }
        #expect(payments.map(\.details.account) == ["0000", "0000", "0001"])
        #expect(payments[0].name == "Nom 1144556677")
        let subject = try #require(try book.read { try $0.bank(of: PaymentBook.recipients[1]) })
        try book.write { try $0.append(SubjectErased(subject: subject, reason: "demande")) }
        #expect { try book.read { _ = try $0.bankPayments(ofRun: record) } } throws: {
            ($0 as? PaymentError)?.code == .detailsErased
        }
        #expect(try book.isSound())
    }

    @Test func whatIsClearedNamesItsDocuments() throws {
        let book = try PaymentBook()
        try book.pay(book.payables)
        let hashes = [SHA256.hash([2]), SHA256.hash([1])]
        let record = try book.write { session in
            for hash in hashes {
                try session.append(DocumentAdded(name: "releve.csv", sha256: hash, size: 1, type: "text/csv"))
            }
            let place = session.register.size + 1
            try Payments(session).clear([book.id(1)], on: book.day, documents: hashes.map(\.hex))
            return place
        }
        let cleared = try book.sample.book.read { try $0.register("fnf").record(at: record) as? PaymentCleared }
        #expect(cleared?.documents == hashes.map(\.hex).sorted())
        #expect(try book.isSound())
    }

    @Test func aBundleHoldsThePaymentsAndWhatTheyPaid() throws {
        let book = try PaymentBook()
        let record = try book.pay(book.payables)
        try book.write { try Payments($0).clear([book.id(1)], on: book.day) }
        try book.write { try Payments($0).reject(book.id(2), reason: "r", on: book.day.adding(days: 3)) }
        var files = FundFiles()
        try book.sample.book.read { reading in
            let session = try reading.register("fnf")
            for sequence in 1...session.register.size { files.take(try session.record(at: sequence), at: sequence) }
        }
        let sink = TextSink()
        try files.finish(into: sink)
        let (first, second, third) = (book.payables[0], book.payables[1], book.payables[2])
        #expect(
            sink.text["payments.csv"] == """
                payment,record,payable,grant,recipient,amount_cents,date,state,state_date
                FNF-P-000001,\(record),\(first),FNF-G-000001,1144556677,100000,2026-06-18,cleared,2026-06-18
                FNF-P-000002,\(record),\(second),FNF-G-000002,1144556677,25000,2026-06-18,rejected,2026-06-21
                FNF-P-000003,\(record),\(third),FNF-G-000003,X-ECOLE,7550,2026-06-18,issued,2026-06-18

                """)
        // payable_cents, paid_cents
        let figures = (sink.text["grants.csv"] ?? "").split(separator: "\n").dropFirst()
            .map { $0.split(separator: ",", omittingEmptySubsequences: false)[15...16].joined(separator: " ") }
        #expect(figures == ["0 100000", "25000 0", "0 7550"])
    }

    @Test func detailsThatWaitAreTheOnesToCompareWith() throws {
        let book = try PaymentBook()
        let recipient = PaymentBook.recipients[0]
        #expect(try book.read { try $0.proposedBank(of: recipient) } == nil)
        let (proposal, subject) = try book.write { session in
            let subject = try book.subject("77", session)
            return (try Payments(session).proposeBank(subject, of: recipient), subject)
        }
        let found = try book.read { try $0.proposedBank(of: recipient) }
        #expect(found?.proposal == proposal && found?.subject == subject)
        #expect(try book.read { try $0.session.values(of: subject) } == ["institution": "006", "transit": "12345", "account": "77"])
    }
}

/// Gathers files as text.
private final class TextSink: BundleSink {
    private(set) var text: [String: String] = [:]

    func write(_ bytes: UnsafeRawBufferPointer, to file: String) throws {
        text[file, default: ""] += String(decoding: bytes, as: UTF8.self)
    }
}
