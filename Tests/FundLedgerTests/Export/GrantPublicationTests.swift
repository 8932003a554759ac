import AuditTrail
import ReferenceData
import Testing

@testable import FundLedger

/// Agreements made here, in both public forms.
@Suite struct GrantPublications {
    private static let person = "2242345678"

    /// A signed and amended grant, one that was signed and cancelled, one of a person, one only applied for.
    private func book() throws -> SampleBook {
        let sample = try SampleBook(years: ["2026-2027", "2027-2028"])
        try sample.write([.fnf]) { register in
            let session = try register(.fnf), subject = String(repeating: "b2", count: 16)
            try Programs(session).add(
                ProgramAdded(
                    program: "P", name: "Formation", nameEnglish: "Training", account: "5100", norms: .approved,
                    citation: "D-8.3"))
            try session.openSubject(subject, values: ["name": "Zoé Roy"], salts: ["name": Array(repeating: 9, count: 32)])
            try Recipients(session).add("1142345678", .name("Atelier Nord"))
            try Recipients(session).add(Self.person, .subject(subject))
            try Grants(session).apply(
                Cents(7), program: "P", recipient: "1142345678", title: "Attente", .init(on: CalendarDate(iso: "2026-05-01")))
        }
        let subject = RecipientName.subject(String(repeating: "b2", count: 16))
        let first = try sign(sample, "1142345678", .name("Atelier Nord ltée"), "Cours")
        let second = try sign(sample, Self.person, subject, "Bourse de Zoé Roy")
        let third = try sign(sample, "1142345678", .name("Atelier Nord"), "Abandon")
        try sample.write([.fnf]) { register in
            let grants = try Grants(register(.fnf))
            let year = try FiscalYear(parsing: "2026-2027")
            var change = GrantChange()
            change.ends = try CalendarDate(iso: "2027-06-30")
            change.objectives = "Former mieux"
            let instalment = try GrantInstalment(date: CalendarDate(iso: "2026-12-01"), amount: 90_000, kind: .claim)
            change.instalments = [instalment]
            for (grant, day) in [(first, "2027-05-01"), (second, "2026-07-01")] {
                try grants.amend(
                    grant, [GrantPlanLine(year: year, amount: 90_000)], change, reason: "r",
                    .init(on: CalendarDate(iso: day)))
            }
            let wrong = try grants.amend(
                first, [GrantPlanLine(year: year, amount: 80_000)],
                { var other = change; other.instalments = [.init(date: instalment.date, amount: 80_000, kind: .claim)]; return other }(),
                reason: "r", .init(on: CalendarDate(iso: "2027-05-02")))
            let record = grants.session.register.size
            #expect(wrong.entryIDs.isEmpty)
            try grants.undo(record, of: first, reason: "r")
            try grants.cancel(third, reason: "r", .init(on: CalendarDate(iso: "2026-08-01")))
        }
        return sample
    }

    private func sign(_ sample: SampleBook, _ recipient: String, _ party: RecipientName, _ title: String) throws -> GrantID {
        let year = try FiscalYear(parsing: "2026-2027"), plan = [GrantPlanLine(year: year, amount: 100_000)]
        func notes(_ day: String) throws -> Grants.Notes { Grants.Notes(on: try CalendarDate(iso: day)) }
        let id = try sample.write([.fnf]) { register in
            let grants = try Grants(register(.fnf))
            let id = try grants.apply(Cents(120_000), program: "P", recipient: recipient, title: title, notes("2026-05-01")).grant
            try grants.assess(id, .approve, memo: "", notes("2026-05-01"))
            return id
        }
        _ = try sample.book.write(sample.order(["fnf"], key: sample.jean)) { transaction in
            try Grants(transaction.register("fnf")).approve(
                id, plan, by: GrantDecision(authority: .commission, instrument: "C-1"), notes("2026-05-15"))
        }
        try sample.write([.fnf]) { register in
            let instalment = try GrantInstalment(date: CalendarDate(iso: "2026-12-01"), amount: 100_000, kind: .claim)
            try Grants(register(.fnf)).sign(
                id,
                GrantTerms(
                    objectives: "Former", activities: "Cours", results: "40 personnes",
                    contributions: [GrantContribution(party: "Atelier", amount: 0)], terms: "Sur factures"),
                from: CalendarDate(iso: "2026-06-10"), to: CalendarDate(iso: "2027-03-31"), plan, [instalment], with: party,
                notes("2026-07-01"))
        }
        return id
    }

    private func rows(
        _ sample: SampleBook, _ format: GrantPublicationFormat, year: String? = nil, prefix: String? = nil
    ) throws -> [[String: GrantPublication.Value]] {
        let export = try GrantPublication(
            format, year: year.map { try FiscalYear(parsing: $0) }, publisher: .init(name: "Fonds", prefix: prefix))
        var rows: [[String: GrantPublication.Value]] = []
        let count = try sample.read(.fnf) { reader in
            try export.forEachRow(reader) { row in
                #expect(row.count == export.columns.count)
                rows.append(Dictionary(zip(export.columns, row), uniquingKeysWith: { first, _ in first }))
            }
        }
        #expect(count == Int64(rows.count))
        return rows
    }

    @Test func the360GivingFormHasARowForEachGrantAwarded() throws {
        let rows = try rows(book(), .threeSixtyGiving, prefix: "360G-essai")
        #expect(rows.map { $0["Identifier"] } == [.text("360G-essai-FNF-G-000002"), .text("360G-essai-FNF-G-000003")])
        let row = rows[0]
        #expect(row["Title"] == .text("Cours"))
        #expect(row["Description"] == .text("Former mieux"))
        #expect(row["Amount Applied For"] == .amount(120_000))
        #expect(row["Amount Awarded"] == .amount(90_000))
        #expect(row["Amount Disbursed"] == .amount(0))
        #expect(row["Award Date"] == .date(try CalendarDate(iso: "2026-05-15")))
        #expect(row["Planned Dates:Start Date"] == .date(try CalendarDate(iso: "2026-06-10")))
        #expect(row["Planned Dates:End Date"] == .date(try CalendarDate(iso: "2027-06-30")))
        #expect(row["Recipient Org:Identifier"] == .text("360G-essai-1142345678"))
        #expect(row["Recipient Org:Name"] == .text("Atelier Nord ltée"))
        #expect(row["Funding Org:Identifier"] == .text("360G-essai-FNF"))
        #expect(row["Last modified"] == .text("2026-05-01T14:30:00Z"))
        #expect(row["From an open call?"] == .blank && row["Data Source"] == .blank)
    }

    @Test func theFederalFormHasARowForEachAmendmentInForce() throws {
        let sample = try book()
        let rows = try rows(sample, .federal)
        #expect(rows.map { $0["ref_number"] }.prefix(2) == [.text("FNF-2026-2027-Q2-00002"), .text("FNF-2026-2027-Q2-00002")])
        #expect(rows.map { $0["amendment_number"] } == [0, 1, 0, 1, 0, 1].map { .number($0) })
        #expect(rows[0]["amendment_date"] == .blank)
        #expect(rows[0]["agreement_value"] == .amount(100_000))
        #expect(rows[0]["description_fr"] == .text("Former"))
        #expect(rows[1]["amendment_date"] == .date(try CalendarDate(iso: "2027-05-01")))
        #expect(rows[1]["agreement_value"] == .amount(90_000))
        #expect(rows[1]["agreement_start_date"] == .date(try CalendarDate(iso: "2026-07-01")))
        #expect(rows[1]["agreement_end_date"] == .date(try CalendarDate(iso: "2027-06-30")))
        #expect(rows[1]["description_fr"] == .text("Former mieux"))
        #expect(rows[1]["prog_name_en"] == .text("Training"))
        #expect(rows[5]["additional_information_fr"] == .text("résiliation"))
        #expect(rows[5]["agreement_value"] == .amount(0))
        #expect(try self.rows(sample, .federal, year: "2027-2028").count == 1)
    }

    @Test func nothingThatNamesAPersonIsPublished() throws {
        let sample = try book()
        let giving = try rows(sample, .threeSixtyGiving)[1]
        #expect(giving["Recipient Ind:Identifier"] == .text("FNF-G-000003-IND"))
        #expect(giving["Recipient Org:Identifier"] == .blank && giving["Recipient Org:Name"] == .blank)
        let federal = try rows(sample, .federal)[2]
        #expect(federal["recipient_type"] == .text("P") && federal["recipient_legal_name"] == .blank)
        for format in GrantPublicationFormat.allCases {
            for row in try rows(sample, format) {
                for case .text(let text) in row.values {
                    #expect(!text.contains("Zoé") && !text.contains(Self.person), "\(text)")
                }
            }
        }
    }

    @Test func anOrganisationStaysOneWhateverItIsCalledLater() throws {
        let sample = try book()
        let formats = GrantPublicationFormat.allCases
        let before = try formats.map { try rows(sample, $0) }
        try sample.write([.fnf]) { register in
            let session = try register(.fnf), subject = String(repeating: "c3", count: 16)
            try session.openSubject(subject, values: ["name": "Zoé Roy"], salts: ["name": Array(repeating: 9, count: 32)])
            try Recipients(session).change("1142345678", .subject(subject))
        }
        #expect(try formats.map { try rows(sample, $0) } == before)
    }

    @Test func aCancelledGrantOfWhichMoneyWasPaidStaysPublished() throws {
        let book = try GrantBook()
        let id = try book.signed([GrantOnPaper.line(2026, 5_000)])
        try book.write { grants in
            try grants.advance(id, Cents(900), GrantBook.notes("2026-06-01"))
            try book.pay(grants, grants.session.register.size - 1, 900, on: GrantBook.day("2026-06-02"))
            try grants.recover(id, Cents(900), .advance, of: nil, reason: "r", GrantBook.notes("2026-06-03"))
            try grants.repay(id, Cents(900), GrantBook.notes("2026-06-04"))
            try grants.cancel(id, reason: "r", GrantBook.notes("2026-06-05"))
        }
        let giving = try rows(book.sample, .threeSixtyGiving)
        #expect(giving.map { $0["Amount Disbursed"] } == [.amount(900)] && giving.map { $0["Recipient Org:Name"] } == [.text("Atelier Nord inc.")])
        let federal = try rows(book.sample, .federal)
        #expect(federal.map { $0["agreement_value"] } == [.amount(5_000), .amount(900)])
        #expect(federal.last?["additional_information_en"] == .text("termination"))
    }
}
