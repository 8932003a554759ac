import AuditTrail
import Foundation
import ReferenceData
import TabularImport
import Testing

@testable import FundLedger

/// Records that a command never makes and that a forger might: each is refused by the rules that verifiers apply.
@Suite struct RecordRefusals {
    private func entry(
        _ number: Int64, _ postings: [(String, Int64)] = [("5100", 100), ("2100", -100)], date: String = "2026-06-01",
        period: String? = nil
    ) throws -> JournalEntry {
        let day = try CalendarDate(iso: date)
        let period = try period.map { try PeriodID(parsing: $0) } ?? PeriodID(of: day)
        return JournalEntry(
            id: try EntryID(fund: .fnf, year: period.year, number: number), date: day, period: period, reference: "R",
            memo: "m", postings: postings.map { Posting(account: $0.0, amount: Cents($0.1)) })
    }

    /// The code that appending these records as one batch is refused with; the book stays as it was.
    private func code(_ sample: SampleBook, _ records: [any Record]) throws -> LedgerError.Code? {
        let before = try sample.dump()
        let code = refusal {
            try sample.write([.fnf]) { register in
                for record in records { try Self.append(record, try register(.fnf)) }
            }
        }
        #expect(try sample.dump() == before)
        return code
    }

    private static func append(_ record: some Record, _ session: RegisterSession) throws { try session.append(record) }

    @Test func numbersFollowEachOther() throws {
        let sample = try SampleBook()
        #expect(try code(sample, [entry(2)]) == .entryNumber)
        #expect(try code(sample, [entry(1), entry(1)]) == .entryNumber)
        #expect(try code(sample, [entry(1), entry(3)]) == .entryNumber)
    }

    @Test func halvesOfPairsTouchTheAccountsBetweenFundsAndHaveASibling() throws {
        let sample = try SampleBook()
        let fdmt = try sample.book.read { try $0.register("fdmt").register.id }
        let fnf = try sample.book.read { try $0.register("fnf").register.id }
        let other = try EntryID(parsing: "FDMT-2026-000001")
        var plain = try entry(1)
        plain.pair = .init(entry: other, register: fdmt)
        #expect(try code(sample, [plain]) == .pairWithoutInterfund)
        var half = try entry(1, [("1700", 100), ("1000", -100)])
        #expect(try code(sample, [half]) == .interfundWithoutPair)
        half.pair = .init(entry: other, register: fdmt)
        #expect(try code(sample, [half]) == .pairWithoutSibling)
        half.pair = .init(entry: other, register: fnf)
        #expect(try code(sample, [half]) == .pairWithoutSibling)
    }

    @Test func reversalsAreExactAndLinked() throws {
        let sample = try SampleBook()
        let original = try sample.post(.fnf, "2026-06-01", [("5100", 100), ("2100", -100)])
        var reversal = try entry(2, [("5100", -100), ("2100", 100)])
        reversal.reverses = original.id
        #expect(try code(sample, [reversal]) == .reasonMissing)
        reversal.reason = "erreur"
        var other = try entry(2, [("5100", -99), ("2100", 99)])
        other.reverses = original.id
        other.reason = "erreur"
        #expect(try code(sample, [other]) == .reversalDiffers)
        other = try entry(2, [("2100", 100), ("5100", -100)])
        other.reverses = original.id
        other.reason = "erreur"
        #expect(try code(sample, [other]) == .reversalDiffers)
        try sample.write([.fnf]) { try $0(.fnf).append(reversal) }
        #expect(try sample.read(.fnf) { try $0.entry(original.id).reversedBy } == reversal.id)
    }

    @Test func aHalfOfAPairIsNotReversedAlone() throws {
        let sample = try SampleBook()
        let movement = try InterfundMovement(
            from: .fnf, amount: Cents(500), date: CalendarDate(iso: "2026-06-01"), reference: "IF", memo: "m")
        let halves = try sample.write([.fnf, .fdmt]) { try movement.post(register: $0) }
        #expect(refusal { try sample.write([.fnf]) { _ = try Journal($0(.fnf)).reverse(halves[0].id, date: nil, reason: "r") } } == .interfundWithoutPair)
        var reversal = try entry(2, [("1700", -500), ("1000", 500)])
        reversal.reverses = halves[0].id
        reversal.reason = "r"
        #expect(try code(sample, [reversal]) == .interfundWithoutPair)
        let reversed = try sample.write([.fnf, .fdmt]) { register in
            try InterfundMovement.reverse(halves[1].id, date: nil, reason: "r", register: register)
        }
        #expect(reversed.map(\.reverses) == [halves[1].id, halves[0].id])
        let single = try sample.post(.fnf, "2026-06-02", [("5100", 1), ("2100", -1)])
        #expect(refusal { try sample.write([.fnf, .fdmt]) { register in
            _ = try InterfundMovement.reverse(single.id, date: nil, reason: "r", register: register)
        } } == .reversalPair)
    }

    @Test func documentsAreKnownAndInOrder() throws {
        let sample = try SampleBook()
        let (one, two) = (SHA256.hash([1]), SHA256.hash([2]))
        var cited = try entry(1)
        cited.documents = [one.hex]
        #expect(try code(sample, [cited]) == .documentUnknown)
        let added = [one, two].map { DocumentAdded(name: "a", sha256: $0, size: 1, type: "t") }
        cited.documents = [one, two].sorted().reversed().map(\.hex)
        #expect(try code(sample, added + [cited]) == .documentUnknown)
        cited.documents = [one.hex, one.hex]
        #expect(try code(sample, added + [cited]) == .documentUnknown)
    }

    @Test func sourcesBelongToImportsAndComeOnce() throws {
        let sample = try SampleBook()
        var imported = try entry(1)
        imported.source = "A-1"
        imported.row = 2
        #expect(try code(sample, [imported]) == .importMisplaced)
        func record(_ entries: Int64) -> ImportRecorded {
            ImportRecorded(file: "a.csv", fileHash: SHA256.hash([]), map: [:], rows: 1, entries: entries, known: 0, skipped: 0)
        }
        #expect(try code(sample, [imported, record(2)]) == .importMisplaced)
        #expect(try code(sample, [record(0), imported]) == .importMisplaced)
        var again = try entry(2)
        again.source = "A-1"
        #expect(try code(sample, [imported, again, record(2)]) == .sourceKnown)
        try sample.write([.fnf]) { register in
            let session = try register(.fnf)
            try session.append(imported)
            try session.append(record(1))
        }
    }

    @Test func annulledEntriesAreOutOfTheBooksAndStayOut() throws {
        let sample = try SampleBook()
        let first = try sample.post(.fnf, "2026-06-01", [("5100", 100), ("2100", -100)])
        let sequence = try sample.read(.fnf) { try $0.entry(first.id).sequence }
        try annul(sequence, in: sample)
        #expect(try sample.read(.fnf) { try $0.totals() } == ControlTotals())
        #expect(try sample.read(.fnf) { try $0.trialBalance(.all).rows.isEmpty })
        #expect(refusal { try sample.write([.fnf]) { _ = try Journal($0(.fnf)).reverse(first.id, date: nil, reason: "r") } } == .reversalOfAnnulled)
        #expect(refusal { try annul(sequence, in: sample) } == .annulledAlready)
        #expect(try sample.post(.fnf, "2026-06-01", [("5100", 7), ("2100", -7)]).id.number == 2)
    }

    @Test func anAnnulledReversalFreesItsOriginal() throws {
        let sample = try SampleBook()
        let original = try sample.post(.fnf, "2026-06-01", [("5100", 100), ("2100", -100)])
        let reversal = try sample.write([.fnf]) { try Journal($0(.fnf)).reverse(original.id, date: nil, reason: "r") }
        let places = try sample.read(.fnf) { (try $0.entry(original.id).sequence, try $0.entry(reversal.id).sequence) }
        #expect(refusal { try annul(places.0, in: sample) } == .annulledWhileReversed)
        try annul(places.1, in: sample)
        #expect(try sample.read(.fnf) { try $0.entry(original.id).reversedBy } == nil)
        try sample.write([.fnf]) { try Journal($0(.fnf)).reverse(original.id, date: nil, reason: "again") }
    }

    @Test func textsHaveTheirLimitsInBytes() throws {
        let sample = try SampleBook()
        #expect(refusal { try sample.post(.fnf, "2026-06-01", [("5100", 1), ("2100", -1)], reference: String(repeating: "é", count: 101)) } == .textTooLong)
        try sample.post(.fnf, "2026-06-01", [("5100", 1), ("2100", -1)], reference: String(repeating: "é", count: 100))
    }

    @Test func aFileThatChangesUnderAnImportIsNoticed() throws {
        let sample = try SampleBook()
        let csv = Array("entry,date,reference,memo,account,amount_cents\na,2026-05-01,R,m,5100,1\na,2026-05-01,R,m,2100,-1\n".utf8)
        let order = EntryImport(
            map: try EntryImportTarget.defaultMap(), fileName: "a.csv", fileHash: SHA256.hash([]))
        let before = try sample.dump()
        #expect(refusal { try sample.write([.fnf]) { _ = try order.run(MemoryByteSource(csv), in: $0(.fnf)) } } == .importFileChanged)
        #expect(try sample.dump() == before)
    }

    @Test func theEmployersRegisterKeepsNoBooks() throws {
        let sample = try SampleBook()
        #expect(throws: LedgerError(.notAFund, ["register": "employers"])) {
            try sample.book.read { _ = try FundReader($0.register("employers")) }
        }
    }

    /// Marie proposes, Jean approves and it is done.
    private func annul(_ sequence: Int64, in sample: SampleBook) throws {
        var proposal: Int64 = 0
        _ = try sample.book.write(sample.order(["fnf"])) { transaction in
            proposal = try transaction.register("fnf").append(Proposed(RecordAnnulled(record: sequence, reason: "saisie")))
        }
        _ = try sample.book.write(sample.order(["fnf"], key: sample.jean)) { transaction in
            let session = try transaction.register("fnf")
            try session.append(ApprovalGiven(proposal: proposal))
            guard let proposed = try session.record(at: proposal) as? any ProposalRecord else { return }
            _ = try proposed.carryOut(in: session, proposal: proposal)
        }
    }
}
