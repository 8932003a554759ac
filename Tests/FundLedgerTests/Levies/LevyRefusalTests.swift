import AuditTrail
import ReferenceData
import Testing

@testable import FundLedger

/// Each refusal, by its code; the book is the same after, byte for byte.
@Suite struct LevyRefusalTests {
    @Test func estimatesAndRemittances() throws {
        let book = try LevyBook()
        try book.estimate(2025, 90_000)
        #expect(try book.refused { try book.estimate(2025, 0) } == LevyError.Code.amountZero.rawValue)
        #expect(try book.refused { try book.estimate(2025, -90_001) } == LevyError.Code.receivableExceeded.rawValue)
        #expect(try book.refused { try book.estimate(2024, -1) } == LevyError.Code.receivableExceeded.rawValue)
        #expect(try book.refused { try book.remit([]) } == LevyError.Code.partCount.rawValue)
        let many = (2000...2020).map { ($0, Int64(1), Int64(0), false) }
        #expect(try book.refused { try book.remit(many) } == LevyError.Code.partCount.rawValue)
        #expect(
            try book.refused { try book.remit([(2025, 1, 0, false), (2025, 2, 0, false)]) }
                == LevyError.Code.partRepeated.rawValue)
        #expect(try book.refused { try book.remit([(2025, 0, 0, true)]) } == LevyError.Code.amountZero.rawValue)
        #expect(try book.refused { try book.remit([(2025, 5, -1, false)]) } == LevyError.Code.feesNegative.rawValue)
        #expect(try book.refused { try book.remit([(2990, 5, 0, false)]) } == LevyError.Code.yearNotBegun.rawValue)
        #expect(try book.refused { try book.remit([(2025, 5, 6, false)], envelope: "FRAIS") } == LevyError.Code.feesAboveAmount.rawValue)
        #expect(try book.refused { try book.remit([(2025, -5, 6, false)], envelope: "FRAIS") } == LevyError.Code.feesAboveAmount.rawValue)
        #expect(try book.refused { try book.remit([(2025, 5, 1, false)]) } == LevyError.Code.feesEnvelopeMissing.rawValue)
        #expect(
            try book.refused { try book.remit([(2025, 5, 0, false)], envelope: "FRAIS") }
                == LevyError.Code.feesEnvelopeUnneeded.rawValue)
        #expect(try book.refused { try book.remit([(2025, 5, 1, false)], envelope: "FRAI") } == "E-ENV-006")
        #expect(try book.refused { try book.remit([(2025, 500_000, 100_001, false)], envelope: "FRAIS") } == "E-ENV-011")
        #expect(try book.refused { try book.remit([(2025, 5, 0, false)], on: "2030-05-01") } == "E-YEA-001")
        #expect(try book.refused { try book.remit([(2024, .max, 0, false), (2025, .max, 0, false)]) } == "E-REF-001")
        #expect(throws: LevyError.self) { try book.sample.read(.fnf) { _ = try $0.levyAct(1) } }
        #expect(LevyError.Code.levyUnknown.rawValue == "E-LEV-012")
        try book.requireSound()
    }

    @Test func aControlAccountHasOneUseAndAUseOneAccount() throws {
        let book = try LevyBook()
        func set(_ account: String, _ use: ControlUse) throws -> String? {
            try book.refused { _ = try book.write(.fdmt) { try $0.append(ControlSet(account: account, use: use)) } }
        }
        #expect(try set("1010", .transit) == nil)
        // The line is that of both; the balance would be explained by neither.
        #expect(try set("1010", .cash) == "E-CTL-003")
        #expect(try set("1000", .transit) == "E-CTL-001")
        #expect(try set("2100", .cash) == "E-CTL-002")
        #expect(try set("1000", .cash) == nil)
    }

    @Test func theFDMTHasNoLevies() throws {
        let book = try LevyBook()
        let code = try book.refused {
            _ = try book.write(.fdmt) {
                try Levies($0).estimate(TaxationYear(2026), Cents(5), basis: "b", on: LevyBook.day("2026-05-01"))
            }
        }
        #expect(code == "E-CTL-004")
    }

    @Test func earmarks() throws {
        let book = try LevyBook()
        #expect(try book.refused { try book.earmark(0) } == "E-ENV-016")
        #expect(try book.refused { try book.earmark(account: "5100") } == LevyError.Code.earmarkAccount.rawValue)
        #expect(try book.refused { try book.earmark(account: "4801") } == "E-ACC-020")
        #expect(try book.refused { try book.earmark(envelope: "LONG") } == LevyError.Code.earmarkEnvelopeLasts.rawValue)
        #expect(try book.refused { try book.earmark(envelope: "MUTU") } == "E-ENV-006")
        #expect(try book.refused { try book.earmark(expires: "2026-09-29") } == LevyError.Code.earmarkEnvelopeLater.rawValue)
        #expect(
            try book.refused { try book.earmark(expires: "2026-10-30", on: "2026-10-31") }
                == LevyError.Code.earmarkExpired.rawValue)
        #expect(try book.refused { try book.earmark(expires: "2029-05-02") } == LevyError.Code.reserveTooLong.rawValue)
        #expect(try book.refused { try book.earmark(expires: "2029-05-01") } == nil)
    }

    @Test func releases() throws {
        let book = try LevyBook()
        let own = try book.earmark(), outside = try book.earmark(7_000, account: "4900", basis: .outside)
        #expect(try book.refused { try book.release(1, 5, .used) } == LevyError.Code.earmarkUnknown.rawValue)
        #expect(try book.refused { try book.release(999_999, 5, .used) } == LevyError.Code.earmarkUnknown.rawValue)
        #expect(try book.refused { try book.release(own, 50_001, .used) } == LevyError.Code.releaseExceeded.rawValue)
        #expect(try book.refused { try book.release(own, 0, .used) } == "E-ENV-016")
        #expect(
            try book.refused { try book.release(own, 5, .returned) } == LevyError.Code.causeOfOtherBasis.rawValue)
        #expect(
            try book.refused { try book.release(outside, 5, .expired, on: "2026-10-01") }
                == LevyError.Code.causeOfOtherBasis.rawValue)
        #expect(
            try book.refused { try book.release(own, 5, .expired, on: "2026-09-30") }
                == LevyError.Code.earmarkStillOpen.rawValue)
        #expect(
            try book.refused { try book.release(own, 5, .used, on: "2027-05-01") } == LevyError.Code.usedAfterExpiry.rawValue)
        #expect(
            try book.refused { try book.release(own, 5, .used, envelope: "MUT") }
                == LevyError.Code.releaseEnvelopeUnneeded.rawValue)
        #expect(
            try book.refused { try book.release(own, 5, .used, on: "2026-04-30") }
                == LevyError.Code.releasedBeforeEarmark.rawValue)
        #expect(try book.refused { try book.release(own, 5, .used, on: "2026-05-01") } == nil)
        // Next year's envelope is to be named: that of the earmark was of another year.
        #expect(
            try book.refused { try book.release(own, 5, .expired, on: "2027-05-01") }
                == LevyError.Code.releaseEnvelopeMissing.rawValue)
        // The budget that came with it lies in the year before.
        #expect(try book.refused { try book.release(own, 5, .expired, envelope: "MUT", on: "2027-05-01") } == "E-ENV-011")
        try book.requireSound()
    }

    @Test func aYearThatIsNotTheDatesIsRefused() throws {
        let book = try LevyBook()
        let code = try book.refused {
            try book.write { session in
                let journal = try Journal(session)
                try journal.setTemplateControls([.cash, .restricted, .unrestricted])
                try session.append(
                    RevenueEarmarked(
                        account: "4800", amount: 5, basis: .ownLaw, citation: "c", date: LevyBook.day("2026-05-01"),
                        entry: journal.nextID(book.year), envelope: "MUT", year: book.year.next(),
                        expires: LevyBook.day("2027-09-30"), memo: ""))
            }
        }
        #expect(code == LevyError.Code.earmarkYear.rawValue)
    }

    @Test func fees() throws {
        let book = try LevyBook()
        try book.bill("F-2026-014", 26_000)
        #expect(try book.refused { try book.bill("F-2026-014", 5) } == LevyError.Code.invoiceKnown.rawValue)
        #expect(try book.refused { try book.bill("F 1", 5) } == LevyError.Code.invoiceMalformed.rawValue)
        #expect(try book.refused { try book.bill("F-3", 0) } == "E-ENV-016")
        #expect(try book.refused { try book.receive("F-2026-013", 5) } == LevyError.Code.invoiceUnknown.rawValue)
        #expect(try book.refused { try book.receive("F-2026-014", 26_001) } == LevyError.Code.receiptExceeded.rawValue)
        #expect(
            try book.refused { try book.receive("F-2026-014", 5, on: "2026-05-03") } == LevyError.Code.receivedBeforeBill.rawValue)
        try book.receive("F-2026-014", nil, on: "2026-05-04")
        #expect(try book.refused { try book.receive("F-2026-014", nil) } == "E-ENV-016")
    }

    /// What one line shows alone is its form.
    @Test(arguments: [
        #"{"amount":"0","basis":"b","date":"2026-05-01","entry":"FNF-2026-000001","kind":"levy.estimated/1","taxation_year":"2025"}"#,
        #"{"amount":"5","basis":"","date":"2026-05-01","entry":"FNF-2026-000001","kind":"levy.estimated/1","taxation_year":"2025"}"#,
        #"{"amount":"5","basis":"b","date":"2026-05-01","entry":"FNF-2026-000001","kind":"levy.estimated/1","taxation_year":"1989"}"#,
        #"{"date":"2026-05-01","entry":"FNF-2026-000001","kind":"levy.remitted/1","parts":[],"reference":"r"}"#,
        #"{"date":"2026-05-01","entry":"FNF-2026-000001","kind":"levy.remitted/1","parts":[{"amount":"0","fees":"0","taxation_year":"2025"}],"reference":"r"}"#,
        #"{"date":"2026-05-01","entry":"FNF-2026-000001","kind":"levy.remitted/1","parts":[{"amount":"5","fees":"-1","taxation_year":"2025"}],"reference":"r"}"#,
        #"{"date":"2026-05-01","entry":"FNF-2026-000001","kind":"levy.remitted/1","parts":[{"amount":"5","fees":"0","final":"no","taxation_year":"2025"}],"reference":"r"}"#,
        #"{"date":"2026-05-01","entry":"FNF-2026-000001","kind":"levy.remitted/1","parts":[{"amount":"5","fees":"0","taxation_year":"2025"},{"amount":"5","fees":"0","taxation_year":"2025"}],"reference":"r"}"#,
        #"{"amount":"5","cause":"lost","date":"2026-05-01","earmark":"5","entry":"FNF-2026-000001","kind":"revenue.released/1"}"#,
        #"{"amount":"0","date":"2026-05-01","entry":"FDMT-2026-000001","invoice":"F","kind":"fee.received/1"}"#,
    ])
    func aLineOfAnotherFormIsNoRecord(line: String) {
        #expect(throws: (any Error).self) {
            var line = line
            _ = try line.withUTF8 { try KindTable(domain: FundKinds.all).decode(UnsafeRawBufferPointer($0)) }
        }
    }
}
