import AuditTrail
import ReferenceData
import Testing

@testable import EmployerServices

/// Seats, plans, reports and grants of sector committees. FORMAT.md, section 20.3.
@Suite struct CommitteeTests {
    private static func head(_ day: String = "2026-05-01", _ committee: String = "tourisme") -> CommitteeHead {
        CommitteeHead(committee, on: ServicesBook.date(day))
    }

    @Test func seatsAreFilledAndFreedInOrder() throws {
        let book = try ServicesBook()
        let (one, other) = (try book.openSubject(1), try book.openSubject(2))
        func seated(
            _ seat: String, _ side: CommitteeSeated.Side = .employers, chair: Bool = false, on day: String = "2026-05-01",
            subject: String? = nil, committee: String = "tourisme"
        ) -> CommitteeSeated {
            CommitteeSeated(Self.head(day, committee), seat: seat, side: side, subject: subject ?? one, isChair: chair)
        }
        try book.append(seated("E1", chair: true))
        #expect(book.refusal(of: seated("E1")) == "E-CSM-001")
        #expect(book.refusal(of: seated("E2", chair: true)) == "E-CSM-004")
        #expect(book.refusal(of: seated("S1", .unions, chair: true)) == nil)
        #expect(book.refusal(of: seated("M1", .observers, chair: true)) == "E-CSM-003")
        #expect(book.refusal(of: seated("M1", .observers)) == nil)
        #expect(book.refusal(of: seated("E1", committee: "rail")) == nil)
        #expect(book.refusal(of: seated("E1", committee: "mines")) == "E-LST-009")
        #expect(book.refusal(of: CommitteeUnseated(Self.head(), seat: "E2")) == "E-CSM-002")
        #expect(book.refusal(of: CommitteeUnseated(Self.head("2026-04-30"), seat: "E1")) == "E-CSM-005")
        try book.append(CommitteeUnseated(Self.head("2026-06-01"), seat: "E1"))
        #expect(book.refusal(of: CommitteeUnseated(Self.head("2026-06-02"), seat: "E1")) == "E-CSM-002")
        #expect(book.refusal(of: seated("E1", on: "2026-05-31")) == "E-CSM-005")
        try book.append(seated("E1", chair: true, on: "2026-06-01", subject: other))
        try book.erase(one)
        #expect(book.refusal(of: seated("E9")) == "E-LST-021")
        #expect(try book.read { try $0.seats(of: "tourisme").map { $0.unseated == nil } } == [false, true])
        #expect(try book.check() == [])
    }

    @Test func aPlanChangesExceptWhatWasReportedOn() throws {
        let book = try ServicesBook()
        let year = try FiscalYear(startYear: 2026)
        func plan(_ codes: String...) -> CommitteePlanned {
            CommitteePlanned(Self.head(), year: year, activities: codes.map { .init(activity: $0, title: "Activité \($0)") })
        }
        func report(_ activity: String, _ state: CommitteeReported.State) -> CommitteeReported {
            CommitteeReported(Self.head(), year: year, activity: activity, state: state, result: "fait")
        }
        #expect(book.refusal(of: report("A1", .done)) == "E-CSM-007")
        try book.append(plan("A1", "A2", "A3"))
        try book.append(report("A1", .underWay))
        try book.append(report("A2", .abandoned))
        #expect(book.refusal(of: plan("A2", "A4")) == "E-CSM-006")
        try book.append(plan("A1", "A2", "A4"))
        #expect(book.refusal(of: report("A3", .done)) == "E-CSM-007")
        for state in CommitteeReported.State.allCases {
            #expect(book.refusal(of: report("A1", state)) == nil)
            #expect(book.refusal(of: report("A2", state)) == "E-CSM-008")
            #expect(book.refusal(of: report("A4", state)) == nil)
        }
        try book.append(report("A1", .done))
        #expect(book.refusal(of: report("A1", .underWay)) == "E-CSM-008")
        #expect(try book.read { try $0.activities(of: "tourisme", in: year).map(\.activity) } == ["A1", "A2", "A4"])
        #expect(try book.check() == [])
    }

    @Test func aGrantFundsACommitteeOnce() throws {
        let book = try ServicesBook()
        let grant = try GrantID(parsing: "FDMT-G-000003")
        try book.append(CommitteeFunded(Self.head(), grant: grant))
        #expect(book.refusal(of: CommitteeFunded(Self.head(), grant: grant)) == "E-CSM-009")
        #expect(book.refusal(of: CommitteeFunded(Self.head("2026-05-01", "rail"), grant: grant)) == nil)
        #expect(try book.check() == [])
    }
}
