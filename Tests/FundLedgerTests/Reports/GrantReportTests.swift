import ReferenceData
import Testing

@testable import FundLedger

@Suite("Reports of grants")
struct GrantReportTests {
    /// A budget book with three grants in FNF: one signed over two years with a part accepted, one approved, one applied for.
    private struct Story {
        let book: BudgetBook
        let first: GrantID
        let second: GrantID

        init() throws {
            book = try BudgetBook()
            let year = book.year
            func on(_ day: String) throws -> Grants.Notes { Grants.Notes(on: try CalendarDate(iso: day)) }
            let ids = try book.write { session -> [GrantID] in
                try Programs(session).add(
                    ProgramAdded(program: "MFOR", name: "Formation", account: "5130", norms: .approved, citation: "Plan"))
                try Programs(session).add(
                    ProgramAdded(program: "CONC", name: "Concertation", account: "5100", norms: .approved, citation: "Plan"))
                _ = try Recipients(session).add("1140000013", .name("Bois ouvrés"))
                let grants = try Grants(session)
                return try [("MFOR", 90_000), ("CONC", 20_000), ("MFOR", 500)].map { program, cents in
                    try grants.apply(Cents(cents), program: program, recipient: "1140000013", title: "t", on("2026-05-01")).head.grant
                }
            }
            (first, second) = (ids[0], ids[1])
            try book.write { session in
                for grant in ids.prefix(2) { try Grants(session).assess(grant, .approve, memo: "", on("2026-05-10")) }
            }
            let plan = [
                GrantPlanLine(year: year, amount: 30_000, envelope: "A"),
                GrantPlanLine(year: try year.next().next(), amount: 40_000),
            ]
            let signed = ids[0], approved = ids[1]
            _ = try book.sample.book.write(book.sample.order(["fnf"], key: book.sample.jean)) { transaction in
                let grants = try Grants(transaction.register("fnf"))
                let decision = GrantDecision(authority: .direction, instrument: "D")
                try grants.approve(signed, plan, by: decision, on("2026-05-11"))
                try grants.approve(approved, [GrantPlanLine(year: year, amount: 20_000, envelope: "A")], by: decision, on("2026-05-11"))
            }
            try book.write { session in
                let grants = try Grants(session)
                let terms = GrantTerms(
                    objectives: "o", activities: "a", results: "r", contributions: [GrantContribution(party: "p", amount: 0)],
                    terms: "t")
                try grants.sign(
                    signed, terms, from: CalendarDate(iso: "2026-06-01"), to: CalendarDate(iso: "2028-10-01"), plan,
                    [
                        GrantInstalment(date: CalendarDate(iso: "2026-09-01"), amount: 30_000, kind: .claim),
                        GrantInstalment(date: CalendarDate(iso: "2028-09-01"), amount: 40_000, kind: .final),
                    ], with: .name("Bois ouvrés inc."), on("2026-05-20"))
                try grants.claim(signed, Cents(12_500), from: CalendarDate(iso: "2026-06-01"), to: CalendarDate(iso: "2026-06-18"), on("2026-06-18"))
                try grants.accept(signed, claim: 1, eligible: Cents(12_500), on("2026-06-18"))
            }
        }
    }

    @Test func whatGrantsHoldAgesFromTheAgreementAndSumsToTheBudget() throws {
        let story = try Story()
        try story.book.commit(7_000, later: [.init(year: story.book.year.next(), amount: 900)])
        let ageing = try story.book.sample.read(.fnf) { try $0.commitmentAgeing(nil, on: CalendarDate(iso: "2026-06-30")) }
        #expect(ageing.lines.map { "\($0.source) \($0.envelope) \($0.age) \($0.outstanding.value)" } == [
            "grant A 41 17500", "commitment A 12 7000",
        ])
        #expect(ageing.lines.first?.payee == "Bois ouvrés inc.")
        #expect(ageing.later.map { "\($0.source) \($0.year.text) \($0.amount.value)" } == [
            "commitment 2027-2028 900", "grant 2028-2029 40000",
        ])
        #expect(ageing.outstanding.value == (try story.book.amounts("A").committed))
        // The year's own lines, and what its agreements have for later years.
        let year = try story.book.sample.read(.fnf) { try $0.commitmentAgeing(story.book.year, on: CalendarDate(iso: "2026-06-30")) }
        #expect(year == ageing)
        let next = try story.book.sample.read(.fnf) {
            try $0.commitmentAgeing(story.book.year.next(), on: CalendarDate(iso: "2026-06-30"))
        }
        #expect(next.lines.isEmpty && next.later.map(\.amount.value) == [40_000])
    }

    @Test(arguments: GrantGrouping.allCases)
    func everyGrantIsInOneGroupAndTheSumsAreThoseOfTheList(grouping: GrantGrouping) throws {
        let story = try Story()
        let (rows, totals) = try story.book.sample.read(.fnf) { (try $0.grants(), try $0.grantTotals(by: grouping)) }
        let register = try GrantRegister(rows, by: grouping)
        #expect(register.count == 3)
        #expect(Set(register.groups.flatMap(\.grants).map(\.id)).count == 3)
        #expect(register.total == (try GrantFigures.sum(rows.map(\.figures))))
        #expect(register.total.accepted == 12_500 && register.total.agreement == 70_000 && register.total.reserved == 20_000)
        for total in totals {
            let group = register.groups.first { $0.value == total.group }
            #expect(group?.sum == total.figures && Int64(group?.grants.count ?? 0) == total.count)
        }
        if grouping == .state { #expect(register.groups.map(\.value) == ["applied", "approved", "signed"]) }
    }
}
