import AuditTrail
import ReferenceData
import Testing

@testable import EmployerServices

/// Who may write the kinds that `ScopeTests` does not have: lists, seats, reports, participations, indicators, imports, and
/// what is of a merged employer. FORMAT.md, section 20.2.
@Suite struct ScopeOfOthersTests {
    private static let letters = ["M": "marie", "3": "ag03", "6": "ag06", "0": "ag00", "T": "cotourisme", "R": "corail"]
    private static let day = ServicesBook.date("2028-09-15")
    private static let level = Level.region(.montreal)

    private static func head(_ committee: String) -> CommitteeHead { CommitteeHead(committee, on: day) }
    private static func year(_ start: Int = 2028) throws -> FiscalYear { try FiscalYear(startYear: start) }

    private static func figure(_ level: Level) throws -> FigurePlace {
        FigurePlace(indicator: "taux", year: try year(), level: level)
    }

    private static func target(_ level: Level, _ start: Int = 2028) throws -> TargetPlace {
        TargetPlace(indicator: "taux", level: level, year: try year(start))
    }

    private static func change(_ level: Level) throws -> TargetChange {
        TargetChange(try target(level), value: 2, decimals: 0, reason: "x", date: day)
    }

    private static func book() throws -> ServicesBook {
        let book = try ServicesBook()
        for (person, role, scope) in [
            ("ag03", Role.agent, "03"), ("ag06", .agent, "06"), ("ag00", .agent, "12"),
            ("cotourisme", .coordinator, "tourisme"), ("corail", .coordinator, "rail"),
        ] {
            try book.admit(person, role, scope: scope)
        }
        try book.add("1140000001", region: .montreal)
        try book.add("1140000003", region: .montreal)
        try book.append(EmployerClosed(ServicesBook.neq("1140000003"), reason: "x", on: ServicesBook.date("2026-05-02")))
        try book.add("1140000004", region: .capitaleNationale)
        try book.append(
            EmployerMerged(
                ServicesBook.neq("1140000004"), into: ServicesBook.neq("1140000001"), reason: "x",
                on: ServicesBook.date("2026-05-02")))
        let activity = CommitteePlanned.Activity(activity: "A", title: "A")
        let seated = CommitteeSeated(
            CommitteeHead("rail", on: ServicesBook.date("2028-05-01")), seat: "B", side: .unions,
            subject: try book.openSubject(2))
        try book.append(seated)
        try book.append(CommitteePlanned(head("tourisme").on("2028-05-01"), year: year(), activities: [activity]))
        try book.append(programme("mentorat"))
        try book.append(participation(1, of: book.openSubject(3), on: "2028-05-01"))
        try book.append(definition("taux"))
        for level in [level, .national] {
            try book.append(TargetSet(target(level), value: 1, decimals: 0, date: ServicesBook.date("2028-03-01")))
        }
        book.now = "2028-09-15T14:00:00Z"
        return book
    }

    private static func programme(_ code: String) -> ProgrammeSet {
        ProgrammeSet(programme: code, nature: .strategy, name: "P", nameEnglish: "P", committee: "tourisme", citation: "476")
    }

    private static func participation(_ number: Int64, of subject: String, on day: String) throws -> ParticipationStarted {
        ParticipationStarted(
            try ParticipationID(year: year(), number: number), on: ServicesBook.date(day), employer: nil, office: "R06",
            participant: subject, programme: "mentorat")
    }

    private static func definition(_ indicator: String) throws -> IndicatorDefined {
        IndicatorDefined(
            indicator: indicator, version: 1, from: try year(2027), name: "I", nameEnglish: "I", method: .recorded,
            isTargeted: true, citation: "767")
    }

    /// M admin, 3, 6 and 0 agents of regions 03, 06, 12, T and R coordinators of two committees.
    private static func cases(_ subject: String) throws -> [(String, any ServiceRecord, String)] {
        let id = try ParticipationID(year: year(), number: 1)
        let merged = ServicesBook.neq("1140000004")
        let measure = CatalogueAdopted.Measure(measure: "mfor", name: "M", nameEnglish: "M", citation: "415")
        return [
            ("programme", programme("autre"), "M"),
            ("catalogue", CatalogueAdopted(catalogue: "X", from: day, citation: "essai", measures: [measure]), "M"),
            ("reopened", EmployerReopened(ServicesBook.neq("1140000003"), reason: "x", on: day), "M6"),
            ("of a merged one", EstablishmentSet(merged, number: 1, region: .montreal, on: day), "M6"),
            ("unseated", CommitteeUnseated(head("rail"), seat: "B"), "MR"),
            (
                "reported",
                CommitteeReported(head("tourisme"), year: try year(), activity: "A", state: .done, result: "fait"), "MT"
            ),
            ("takes part", try participation(2, of: subject, on: "2028-09-15"), "M6T"),
            ("has taken part", ParticipationEnded(id, on: day, result: .achieved), "M6T"),
            ("did not take part", ParticipationAnnulled(id, on: day, reason: "x"), "M6"),
            ("defined", try definition("autre"), "M"),
            ("recorded in 06", IndicatorRecorded(try figure(level), value: 1, decimals: 0, origin: "x"), "M6"),
            ("recorded", IndicatorRecorded(try figure(.national), value: 1, decimals: 0, origin: "x"), "M"),
            ("target in 06", TargetSet(try target(level, 2029), value: 1, decimals: 0, date: day), "M6"),
            ("target", TargetSet(try target(.national, 2029), value: 1, decimals: 0, date: day), "M"),
            ("revised in 06", TargetRevised(try change(level)), "M6"),
            ("revised", TargetRevised(try change(.national)), "M"),
            ("overridden", TargetOverridden(try change(level), consent: .alone), "M"),
            ("explained in 06", VarianceExplained(try figure(level), text: "x"), "M6"),
            ("explained", VarianceExplained(try figure(.national), text: "x"), "M"),
            (
                "noted in 06",
                FollowUpNoted(year: try year(), level: level, topic: .strategy, title: "T", text: "x", date: day), "M6"
            ),
            (
                "noted",
                FollowUpNoted(year: try year(), level: .national, topic: .strategy, title: "T", text: "x", date: day), "M"
            ),
            ("published", MonthPublished(month: try PeriodID(year: year(), number: 1), figures: []), "M"),
            (
                "imported",
                IntakeRecorded(
                    file: "f.csv", fileHash: SHA256.hash([1]), map: [:], rows: 0, records: 0, known: 0, skipped: 0), "M360"
            ),
        ]
    }

    @Test func everyOtherKindByEveryone() throws {
        let book = try Self.book()
        for (name, record, allowed) in try Self.cases(book.openSubject(1)) {
            for (letter, person) in Self.letters {
                let code = book.refusal(as: person) { try $0.append(any: record) }
                if allowed.contains(letter) {
                    #expect(code == nil, "\(name), \(person): \(code ?? "")")
                } else {
                    #expect(code == "E-SCP-001" || code == "E-KEY-021", "\(name), \(person): \(code ?? "accepted")")
                }
            }
        }
    }
}

extension CommitteeHead {
    fileprivate func on(_ day: String) -> CommitteeHead { CommitteeHead(committee, on: ServicesBook.date(day)) }
}
