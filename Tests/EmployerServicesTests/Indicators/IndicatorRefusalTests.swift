import AuditTrail
import ReferenceData
import Testing

@testable import EmployerServices

@Suite("What indicators are refused with")
struct IndicatorRefusalTests {
    private func book() throws -> FiguresBook {
        let book = try FiguresBook()
        try book.write { session in
            for definition in [
                FigureDefinitions.make("aidees", .newlyAssisted, ["look-back": "year"], from: "2020-2021"),
                FigureDefinitions.make("taux", .recorded, from: "2020-2021", unit: .percent, decimals: 1),
                FigureDefinitions.make("suivi", .recorded, from: "2020-2021", targeted: false),
            ] { try session.append(definition) }
        }
        return book
    }

    @Test func definitions() throws {
        let book = try book()
        typealias Make = FigureDefinitions
        let table: [(String, IndicatorDefined)] = [
            ("E-IND-002", Make.make("aidees", .newAgreements, from: "2020-2021", version: 3)),
            ("E-IND-003", Make.make("aidees", .newAgreements, from: "2019-2020", version: 2)),
            ("E-IND-004", Make.make("x", .newAgreements, unit: .percent)),
            ("E-IND-004", Make.make("x", .newAgreements, decimals: 1)),
            ("E-IND-004", Make.make("x", .cost, ["count": "aidees"])),
            ("E-IND-005", Make.make("x", .newlyAssisted)),
            ("E-IND-006", Make.make("x", .newAgreements, ["look-back": "year"])),
            ("E-IND-007", Make.make("x", .newlyAssisted, ["look-back": "0"])),
            ("E-IND-007", Make.make("x", .newlyAssisted, ["look-back": "121"])),
            ("E-IND-007", Make.make("x", .newlyAssisted, ["look-back": "007"])),
            ("E-IND-007", Make.make("x", .interventions, ["measures": "b,a"])),
            ("E-IND-007", Make.make("x", .interventions, ["measures": "a,,b"])),
            ("E-IND-007", Make.make("x", .newParticipants, ["agreements": "yes"])),
            ("E-IND-008", Make.make("x", .cost, ["count": "taux"], unit: .cents)),
            ("E-IND-008", Make.make("x", .cost, ["count": "nobody"], unit: .cents)),
        ]
        for (code, definition) in table {
            #expect(book.refused { try $0.append(definition) } == code, "\(definition.method) \(definition.parameters)")
        }
        let words = ["look-back": "36", "definition": "Trois ans.", "definition-en": "Three years."]
        #expect(book.refused { try $0.append(Make.make("y", .newlyAssisted, words)) } == nil)
        #expect(book.refused { try $0.append(Make.make("z", .cost, ["count": "y"], unit: .cents)) } == nil)
    }

    @Test func enteredFigures() throws {
        let book = try book()
        func record(
            _ indicator: String, _ value: String, year text: String = "2025-2026", month: PeriodID? = nil,
            level name: String = "national", reason: String? = nil
        ) -> String? {
            book.refused {
                try Indicators($0).record(
                    FigurePlace(indicator: indicator, year: theYear(text), month: month, level: theLevel(name)), value,
                    origin: "essai", reason: reason)
            }
        }
        #expect(record("nobody", "1") == "E-IND-001")
        #expect(record("taux", "1", year: "2019-2020") == "E-IND-001")
        #expect(record("aidees", "1") == "E-IND-010")
        #expect(record("taux", "1", month: theMonth("2024-P01")) == "E-IND-012")
        #expect(record("taux", "1", level: "office-XYZ") == "E-LST-001")
        #expect(record("taux", "1.25") == "E-IND-042")
        #expect(record("taux", "1,") == "E-IND-042")
        #expect(record("taux", "51,2", reason: "essai") == "E-IND-014")
        #expect(record("taux", "51,2") == nil)
        #expect(record("taux", "51,4") == "E-IND-013")
        #expect(record("taux", "51,4", reason: "corrigé") == nil)
        #expect(record("taux", "50", month: theMonth("2025-P01")) == nil)
        #expect(
            book.refused {
                try $0.append(
                    IndicatorRecorded(
                        FigurePlace(indicator: "taux", year: theYear("2025-2026"), level: theLevel("region-06")), value: 1,
                        decimals: 2, origin: "essai"))
            } == "E-IND-011")
        #expect(
            book.refused {
                try Indicators($0).explain(
                    FigurePlace(indicator: "taux", year: theYear("2025-2026"), level: .national), "")
            } == "E-IND-041")
        let found = try book.read { try IndicatorReading($0).year(of: "taux", in: theYear("2025-2026")) }
        #expect(found.result(.national) == 514)
        #expect(found.entered(.national)?.earlier == 1)
        #expect(try book.faults() == [])
    }

    @Test func targets() throws {
        let book = try book()
        let place = TargetPlace(indicator: "aidees", level: theLevel("region-06"), year: theYear("2030-2031"))
        func set(_ indicator: String, through: String? = nil, from: String = "2030-2031") -> String? {
            book.refused {
                try Indicators($0).setTarget(
                    TargetPlace(indicator: indicator, level: theLevel("region-06"), year: theYear(from)), "100",
                    through: through.map { theYear($0) }, gap: 1000, on: theDay("2029-12-01"))
            }
        }
        func revise(_ date: String, entered: String? = nil) -> String? {
            book.now = "\(entered ?? date)T20:00:00Z"
            return book.refused {
                let indicators = Indicators($0)
                try indicators.revise(indicators.change(place, "90", reason: "essai", on: theDay(date)))
            }
        }
        // A target is set before its year ends.
        #expect(set("aidees", from: "2028-2029") == "E-IND-027")
        #expect(revise("2030-09-15") == "E-IND-022")
        #expect(set("suivi") == "E-IND-020")
        #expect(set("aidees", through: "2030-2031") == "E-IND-023")
        #expect(set("aidees", through: "2035-2036") == "E-IND-023")
        #expect(set("aidees", through: "2034-2035") == nil)
        #expect(set("aidees", from: "2034-2035") == "E-IND-021")
        #expect(set("aidees", from: "2035-2036") == nil)
        #expect(revise("2030-08-31", entered: "2030-09-30") == "E-IND-024")
        #expect(revise("2030-10-01") == "E-IND-024")
        // Typed back into September: by its seal it is of October, of which the first evening in Québec is still September.
        #expect(revise("2030-09-30", entered: "2030-10-02") == "E-IND-026")
        #expect(revise("2030-09-30", entered: "2030-10-01") == nil)
        #expect(revise("2030-09-30", entered: "2030-10-01") == "E-IND-025")
        #expect(
            book.refused {
                try $0.append(TargetRevised(TargetChange(place, value: 1, decimals: 2, reason: "x", date: theDay("2030-09-01"))))
            } == "E-IND-011")
        // Outside September by two persons; one admin is alone.
        book.now = "2030-12-01T12:00:00Z"
        #expect(
            book.refused {
                let change = try Indicators($0).change(place, "80", reason: "essai", on: theDay("2030-12-01"))
                try $0.append(TargetOverridden(change, consent: .alone))
            } == nil)
        let standing = try book.read { try ServicesReader($0).target(at: place) }
        #expect(standing?.initial == 100)
        #expect(standing?.revised == 80)
        #expect(try book.faults() == [])
        let rows = try #require(try book.files()["targets.csv"])
        #expect(rows.count == 7)
        #expect(rows.contains("aidees,2030-2031,region-06,100,80,0,1000"))
        #expect(rows.contains("aidees,2034-2035,region-06,100,,0,1000"))
    }

    @Test func anOverrideTakesTwoAdmins() throws {
        let book = try FiguresBook(founders: ["anne", "luc"])
        let place = TargetPlace(indicator: "aidees", level: .national, year: theYear("2030-2031"))
        let change = TargetChange(place, value: 5, decimals: 0, reason: "essai", date: theDay("2030-05-01"))
        try book.write { session in
            try session.append(FigureDefinitions.make("aidees", .newAgreements))
            try session.append(TargetSet(place, value: 9, decimals: 0, date: theDay("2029-12-01")))
        }
        book.now = "2030-05-01T12:00:00Z"
        #expect(book.refused { try $0.append(TargetOverridden(change, consent: .alone)) } == "E-AUD-011")
        let proposal = try book.write { try $0.append(Proposed(TargetOverridden(change))) }
        #expect(book.refused { try $0.append(ApprovalGiven(proposal: proposal)) } == "E-AUD-014")
        try book.write(as: "luc") { session in
            try session.append(ApprovalGiven(proposal: proposal))
            try session.append(TargetOverridden(change, consent: .proposal(proposal)))
        }
        #expect(try book.read { try ServicesReader($0).target(at: place)?.value } == 5)
        // What two have set, one does not revise.
        book.now = "2030-09-15T12:00:00Z"
        #expect(
            book.refused {
                try $0.append(TargetRevised(TargetChange(place, value: 1, decimals: 0, reason: "x", date: theDay("2030-09-15"))))
            } == "E-IND-028")
        #expect(try book.faults() == [])
    }

    @Test func publications() throws {
        let book = try book()
        let fresh = try FiguresBook()
        #expect(fresh.refused { try Indicators($0).publish(theMonth("2029-P10")) } == "E-IND-031")
        #expect(fresh.refused { try Indicators($0).publish(theMonth("2030-P01")) } == "E-IND-030")
        #expect(fresh.refused { try Indicators($0).publish(theMonth("2029-P01")) } == nil)
        #expect(fresh.refused { try Indicators($0).publish(theMonth("2029-P01")) } == "E-IND-031")
        #expect(fresh.refused { try Indicators($0).publish(theMonth("2029-P03")) } == "E-IND-031")
        let figure = MonthPublished.Figure(indicator: "aidees", level: .national, count: 1)
        #expect(
            book.refused { try $0.append(MonthPublished(month: theMonth("2024-P01"), figures: [figure])) } == "E-IND-032")
        do {
            try Indicators.requireRoom(8001, theMonth("2024-P01"))
            Issue.record("this was accepted")
        } catch let error as IndicatorError {
            #expect(error.code == .tooManyFigures)
        }
        #expect(
            book.refused {
                _ = try IndicatorReading($0).acts(of: "taux", in: [theMonth("2025-P01")], at: .national)
            } == "E-IND-040")
    }

    /// A month is over once the day after its last has begun, by the seal's time.
    @Test func aMonthIsPublishedTheDayAfter() throws {
        let book = try FiguresBook(founders: ["anne"])
        book.now = "2030-04-30T23:59:59Z"
        #expect(book.refused { try Indicators($0).publish(theMonth("2030-P01")) } == "E-IND-030")
        book.now = "2030-05-01T00:00:00Z"
        #expect(book.refused { try Indicators($0).publish(theMonth("2030-P01")) } == nil)
    }

    @Test func agentsKeepToTheirRegion() throws {
        let book = try book()
        try book.admit("agent06", .agent, "06")
        func record(_ name: String) -> String? {
            book.refused(as: "agent06") {
                try Indicators($0).record(
                    FigurePlace(indicator: "taux", year: theYear("2025-2026"), level: theLevel(name)), "1", origin: "essai")
            }
        }
        #expect(record("region-06") == nil)
        #expect(record("office-MTL") == nil)
        #expect(record("region-12") == "E-SCP-001")
        #expect(record("office-R12") == "E-SCP-001")
        #expect(record("national") == "E-SCP-001")
        #expect(
            book.refused(as: "agent06") {
                try Indicators($0).note(
                    FollowUpNoted(
                        year: theYear("2025-2026"), level: theLevel("region-12"), topic: .strategy, title: "T", text: "x",
                        date: theDay("2025-05-01")))
            } == "E-SCP-001")
        #expect(try book.faults() == [])
    }

    /// A new version counts from a year of which nothing stands: no published month, no target, no figure.
    @Test func aDefinitionDoesNotChangeUnderWhatStands() throws {
        let book = try book()
        func define(_ name: String, _ method: IndicatorMethod.Name, _ parameters: [String: String] = [:], from: String) -> String? {
            book.refused { session in
                try Indicators(session).define(FigureDefinitions.make(name, method, parameters, from: from))
            }
        }
        try book.write { try Indicators($0).publish(theMonth("2025-P01")) }
        #expect(define("aidees", .newlyAssisted, ["look-back": "ever"], from: "2025-2026") == "E-IND-009")
        #expect(define("aidees", .newlyAssisted, ["look-back": "ever"], from: "2026-2027") == nil)
        let found = try book.read { try IndicatorReading($0).year(of: "aidees", in: theYear("2025-2026")) }
        #expect(found.months.allSatisfy { $0.definition?.version == 1 })
        try book.write { session in
            try Indicators(session).setTarget(
                TargetPlace(indicator: "aidees", level: .national, year: theYear("2029-2030")), "100",
                through: theYear("2031-2032"), gap: nil, on: theDay("2029-12-01"))
        }
        #expect(define("aidees", .newAgreements, from: "2031-2032") == "E-IND-009")
        #expect(define("aidees", .newAgreements, from: "2032-2033") == nil)
        try book.write { session in
            try Indicators(session).record(
                FigurePlace(indicator: "taux", year: theYear("2025-2026"), level: .national), "1", origin: "essai")
        }
        #expect(define("taux", .newAgreements, from: "2025-2026") == "E-IND-009")
        #expect(define("taux", .newAgreements, from: "2026-2027") == nil)
        #expect(try book.faults() == [])
    }

    /// The template's definitions are lawful, in their order, and each cites its lines.
    @Test func theTemplateIsLawful() throws {
        let book = try FiguresBook()
        let defined = try book.write { session in
            try Indicators(session).defineMissing(
                IndicatorTemplate.quebec(measures: ServicesReader(session).measuresToCount()))
        }
        #expect(defined.filter(\.isTargeted).count == 21)
        #expect(defined.contains { $0.indicator == "int-mfor" && $0.parameters == ["measures": "mfor"] })
        #expect(defined.allSatisfy { $0.citation.contains("ligne") })
        #expect(defined.first { $0.indicator == "nouvellement-aidee" }?.versionedName == "nouvellement-aidee/v1")
        #expect(try book.faults() == [])
    }
}
