import AuditTrail
import Foundation
import ReferenceData
import TabularImport
import Testing

@testable import FundLedger

/// The maps that ship for a payroll feed and for suppliers' invoices, under budget control.
@Suite struct FeedMapTests {
    private let year: FiscalYear
    private let sample: SampleBook

    init() throws {
        let year = try FiscalYear(startYear: 2026)
        sample = try SampleBook(years: [])
        self.year = year
        try sample.write([.fdmt]) { register in
            let session = try register(.fdmt)
            try session.append(YearOpened(year: year, budget: .controlled))
            let budget = try Budget(session)
            for (code, cents) in [("ADM-06", 500_000), ("ADM-07", 100_000)] as [(String, Int64)] {
                try budget.open(Envelope(code: code, year: year, amount: Cents(cents)), on: year.firstDay)
            }
        }
    }

    private func run(_ name: String, _ text: String) throws -> EntryImport.Outcome {
        let file = RuleFixture.repository.appendingPathComponent("maps/\(name).yaml")
        let map = try ImportMap.compile(
            Array(Data(contentsOf: file)), fileName: name, target: EntryImportTarget.target)
        let bytes = Array(text.utf8)
        let order = EntryImport(map: map, fileName: "feed.csv", fileHash: SHA256.hash(bytes))
        return try sample.write([.fdmt]) { try order.run(MemoryByteSource(bytes), in: $0(.fdmt)) }
    }

    private func line(_ code: String) throws -> String {
        let amounts = try sample.read(.fdmt) { try $0.envelope(code, in: year).amounts }
        return "\(amounts.authorised) = \(amounts.available) + \(amounts.spent)"
    }

    private func balance(_ account: String) throws -> Int64 {
        try sample.read(.fdmt) { try $0.account(account).balance.value }
    }

    private static let pay =
        "Paie;Date;Nature;Enveloppe;Débit;Crédit\n2026-11;2026-06-04;Traitement;ADM-06;2 000,00;\n"
        + "2026-11;2026-06-04;Part de l'employeur;ADM-06;250,50;\n2026-11;2026-06-04;Traitement;ADM-07;900,00;\n"
        + "2026-11;2026-06-04;Net à verser;;;2 400,50\n2026-11;2026-06-04;Retenues à remettre;;;750,00\n"

    @Test func aPaySpendsOfItsEnvelopes() throws {
        let outcome = try run("payroll-feed", Self.pay)
        #expect(outcome.entries == 1)
        #expect(try line("ADM-06") == "500000 = 274950 + 225050")
        #expect(try line("ADM-07") == "100000 = 10000 + 90000")
        #expect(try balance("6100") == 315_050)
        #expect(try balance("2010") == -315_050)
        // A longer file brings the next pay alone.
        let more = try run(
            "payroll-feed",
            Self.pay + "2026-12;2026-06-18;Traitement;ADM-07;100,00;\n2026-12;2026-06-18;Net à verser;;;100,00\n")
        #expect(more.entries == 1 && more.known == 1)
        #expect(try line("ADM-07") == "100000 = 0 + 100000")
        #expect(try BookCheck.run(sample.book).isSound)
    }

    @Test func aPayAboveItsEnvelopeIsRefusedWhole() throws {
        let before = try sample.dump()
        let error = #expect(throws: ImportRefusal.self) {
            _ = try run("payroll-feed", Self.pay.replacingOccurrences(of: "900,00", with: "1 900,00").replacingOccurrences(of: "2 400,50", with: "3 400,50"))
        }
        #expect(error?.problems.map(\.code) == ["E-ENV-011"])
        #expect(try sample.dump() == before)
    }

    @Test(arguments: [
        ("Traitement;ADM-06", "Prime;ADM-06"), ("Débit;Crédit\n", "Débit;Crédit;Nom\n"), ("Traitement;ADM-07", "Traitement;"),
    ])
    func whatAPayMayNotHoldIsRefused(found: String, instead: String) {
        #expect(throws: (any Error).self) {
            _ = try run("payroll-feed", Self.pay.replacingOccurrences(of: found, with: instead))
        }
    }

    @Test func invoicesAndCreditNotes() throws {
        let outcome = try run(
            "supplier-invoices",
            "Pièce;Fournisseur;Facture;Date;Nature;Enveloppe;Montant\n"
                + "P-1;Imprimerie A;INV-9;2026-06-04;Fournitures;ADM-06;1 150,25\n"
                + "P-2;Imprimerie A;NC-1;2026-06-10;Fournitures;ADM-06;-150,25\n"
                + "P-3;Immeuble B;Juin;2026-06-01;Loyer;ADM-07;1 000,00\n")
        #expect(outcome.entries == 3)
        #expect(try line("ADM-06") == "500000 = 400000 + 100000")
        #expect(try line("ADM-07") == "100000 = 0 + 100000")
        #expect(try balance("6240") == 100_000)
        #expect(try balance("2000") == -200_000)
        let entry = try sample.read(.fdmt) { try $0.entries(EntryFilter(limit: 10)).first { $0.entry.reference == "P-1" } }
        #expect(entry?.entry.memo == "Imprimerie A – INV-9")
        #expect(try BookCheck.run(sample.book).isSound)
    }

    /// A row that posts to a control account is named, as any bad row is.
    @Test func aControlAccountIsRefusedByItsRow() throws {
        try sample.write([.fdmt]) { try Journal($0(.fdmt)).setTemplateControls([.payable]) }
        let text = "entry,date,reference,memo,account,amount_cents,envelope\n"
            + "a,2026-06-04,R,m,5100,5,ADM-06\na,2026-06-04,R,m,2100,-5,\n"
        let bytes = Array(text.utf8)
        let order = EntryImport(
            map: try EntryImportTarget.defaultMap(), fileName: "e.csv", fileHash: SHA256.hash(bytes))
        let error = #expect(throws: ImportRefusal.self) {
            _ = try sample.write([.fdmt]) { _ = try order.run(MemoryByteSource(bytes), in: $0(.fdmt)) }
        }
        #expect(error?.problems.map(\.code) == ["E-CTL-005"])
    }
}
