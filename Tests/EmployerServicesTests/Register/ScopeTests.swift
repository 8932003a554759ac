import AuditTrail
import ReferenceData
import Testing

@testable import EmployerServices

/// Who may write which record, by region and committee. FORMAT.md, section 20.2.
@Suite struct ScopeTests {
    private static let people = ["marie", "ag03", "ag06", "ag00", "coTourisme", "coRail"]

    private static func book() throws -> ServicesBook {
        let book = try ServicesBook()
        try book.admit("ag03", .agent, scope: "03")
        try book.admit("ag06", .agent, scope: "06")
        try book.admit("ag00", .agent, scope: "12")
        try book.admit("cotourisme", .coordinator, scope: "tourisme")
        try book.admit("corail", .coordinator, scope: "rail")
        try book.add("1140000001", region: .montreal)
        try book.add("1140000002", region: .capitaleNationale)
        try book.append(
            StandardSet(standard: "guide", name: "Guide", committee: "rail", modules: [.init(module: "M", name: "M")]))
        try book.append(StandardSet(standard: "libre", name: "Libre", modules: [.init(module: "M", name: "M")]))
        try book.start("1140000001", office: "R06")
        return book
    }

    private static let day = ServicesBook.date("2026-05-10")
    private static func head(_ committee: String) -> CommitteeHead { CommitteeHead(committee, on: day) }
    private static func standard(_ code: String, _ committee: String?) -> StandardSet {
        StandardSet(standard: code, name: "N", committee: committee, modules: [.init(module: "M", name: "M")])
    }

    /// Records with those who may write them: M admin (Marie), 3, 6 and 0 agents of regions 03, 06, 12, T and R coordinators.
    private static func cases(_ subject: String) throws -> [(String, any ServiceRecord, String)] {
        let one = ServicesBook.neq("1140000001"), two = ServicesBook.neq("1140000002")
        let id = try InterventionID(parsing: "INT-2026-000001"), next = try InterventionID(parsing: "INT-2026-000002")
        let year = try FiscalYear(startYear: 2026)
        return [
            ("office", OfficeSet(office: "R03", region: .capitaleNationale, name: "x"), "M"),
            ("standard of tourisme", standard("nouveau", "tourisme"), "MT"),
            ("standard of rail, taken over", standard("guide", "tourisme"), "M"),
            ("standard of rail", standard("guide", "rail"), "MR"),
            ("standard without committee", standard("libre", "rail"), "M"),
            ("standard to none", standard("sans", nil), "M"),
            ("added in 06", try ServicesBook.added("1140000009", region: .montreal), "M6"),
            ("added in 03", try ServicesBook.added("1140000009", region: .capitaleNationale), "M3"),
            ("changed", EmployerChanged(one, EmployerDetails(employees: 3), on: day), "M6"),
            ("changed to 03", EmployerChanged(one, EmployerDetails(region: .capitaleNationale), on: day), "M36"),
            ("merged", EmployerMerged(one, into: two, reason: "x", on: day), "M36"),
            ("closed", EmployerClosed(one, reason: "x", on: day), "M6"),
            ("establishment", EstablishmentSet(one, number: 1, region: .capitaleNationale, on: day), "M36"),
            (
                "started",
                InterventionStarted(next, employer: one, measure: "mfor", office: "R03", begins: day), "M3"
            ),
            ("ended", InterventionEnded(id, .achieved, on: day), "M6"),
            ("annulled", InterventionAnnulled(id, reason: "x", on: day), "M6"),
            ("committee", CommitteeSet(head("tourisme"), name: "T", sector: "t"), "MT"),
            (
                "seated", CommitteeSeated(head("tourisme"), seat: "A", side: .unions, subject: subject), "MT"
            ),
            ("planned", CommitteePlanned(head("rail"), year: year, activities: [.init(activity: "A", title: "A")]), "MR"),
            ("funded", CommitteeFunded(head("rail"), grant: try GrantID(parsing: "FNF-G-000001")), "MR"),
        ]
    }

    private static let letters = ["M": "marie", "3": "ag03", "6": "ag06", "0": "ag00", "T": "cotourisme", "R": "corail"]

    @Test func everyKindByEveryone() throws {
        let book = try Self.book()
        for (name, record, allowed) in try Self.cases(book.openSubject(1)) {
            for (letter, person) in Self.letters {
                let code = book.refusal(as: person) { try $0.append(any: record) }
                if allowed.contains(letter) {
                    #expect(code == nil, "\(name), \(person)")
                } else {
                    #expect(code == "E-SCP-001" || code == "E-KEY-021", "\(name), \(person): \(code ?? "accepted")")
                }
            }
        }
    }

    @Test func aReplayJudgesScopesByTheRolesBeforeTheBatch() throws {
        let book = try Self.book()
        let record = InterventionEnded(
            try InterventionID(parsing: "INT-2026-000001"), .achieved, on: ServicesBook.date("2026-05-10"))
        #expect(try book.check() == [])
        try book.write(as: "ag03") { try $0.append(Unjudged(record)) }
        let faults = try book.check()
        #expect(faults.first == "authorship: E-SCP-001", "\(faults)")
        #expect(!faults.contains { $0.hasPrefix("figures") })
    }

    @Test func aBreachOfFiguresIsToldOnceAndScopesAreNotJudgedAfterIt() throws {
        let book = try Self.book()
        let unknown = InterventionEnded(
            try InterventionID(parsing: "INT-2026-000099"), .achieved, on: ServicesBook.date("2026-05-10"))
        try book.append(Unjudged(unknown))
        try book.write(as: "ag03") {
            try $0.append(
                Unjudged(
                    InterventionEnded(
                        try InterventionID(parsing: "INT-2026-000001"), .achieved, on: ServicesBook.date("2026-05-10"))))
        }
        let faults = try book.check().filter { !$0.hasPrefix("table") }
        #expect(faults == ["figures: E-ITV-001"], "\(faults)")
    }
}
