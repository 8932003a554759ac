import ReferenceData
import Testing

@testable import EmployerServices

@Suite("What a step of an agreement is refused with")
struct AgreementRefusalTests {
    @Test func daysDoNotGoBack() throws {
        #expect(try refusal(PaperAgreement.at(.underWay), .suspended, on: "2026-06-01") == .dateBefore)
        #expect(try refusal(PaperAgreement.at(.underWay), .suspended, on: "2026-06-02") == nil)
    }

    @Test(arguments: [
        (["2026-04-30", "2026-05-02", "2026-05-03"], AgreementError.Code?.some(.signatureDate)),
        (["2026-05-01", "2026-05-05", "2026-05-03"], .signatureDate),
        (["2026-05-01", "2026-05-01", "2026-05-01"], nil),
        (["2026-05-01", "2026-05-01", "2026-05-06"], .signatureDate),
    ])
    func eachSignatureLiesBetweenTheDraftAndTheStep(_ signed: [String], _ expected: AgreementError.Code?) throws {
        let terms = try PaperAgreement.terms(signed: signed)
        #expect(try refusal(PaperAgreement.at(.draft), .signed(terms), on: "2026-05-04") == expected)
    }

    @Test(arguments: [
        ("2026-05-02", "2027-05-01", AgreementError.Code?.some(.beginsBefore)), ("2026-05-03", "2027-05-01", nil),
        // Three months less a day, and one day less.
        ("2026-05-04", "2026-08-03", nil), ("2026-05-04", "2026-08-02", .term),
        // The month has no such day: 30 November less three months ends on the last of February.
        ("2026-11-30", "2027-02-27", nil), ("2026-11-30", "2027-02-26", .term),
        // Thirty-six months, and one day more.
        ("2026-05-04", "2029-05-04", nil), ("2026-05-04", "2029-05-05", .term),
    ])
    func itBeginsOnceSignedAndLastsThreeToThirtySixMonths(
        _ begins: String, _ ends: String, _ expected: AgreementError.Code?
    ) throws {
        let terms = try PaperAgreement.terms(begins: begins, ends: ends)
        #expect(try refusal(PaperAgreement.at(.draft), .signed(terms), on: "2026-05-03") == expected)
    }

    @Test(arguments: [(Int64(20), AgreementError.Code?.some(.hours)), (21, nil), (60, nil), (61, .hours)])
    func anApprenticeWorksTwentyOneToSixtyHours(_ hours: Int64, _ expected: AgreementError.Code?) throws {
        let terms = try PaperAgreement.terms(hours: hours)
        #expect(try refusal(PaperAgreement.at(.draft), .signed(terms), on: "2026-05-03") == expected)
        var change = AgreementChange()
        change.hours = hours
        #expect(try refusal(PaperAgreement.at(.signed), .changed(change), on: "2026-05-03") == expected)
    }

    @Test func nobodyIsTheOwnCompanion() throws {
        let terms = try PaperAgreement.terms(companion: PaperAgreement.apprentice)
        #expect(try refusal(PaperAgreement.at(.draft), .signed(terms), on: "2026-05-03") == .ownCompanion)
        var change = AgreementChange()
        change.companion = PaperAgreement.apprentice
        #expect(try refusal(PaperAgreement.at(.underWay), .changed(change), on: "2026-06-03") == .ownCompanion)
    }

    @Test func itStartsWithinItsTerm() throws {
        let signed = try PaperAgreement.at(.signed)
        #expect(try refusal(signed, .started, on: "2026-05-03") == .startedOutside)
        #expect(try refusal(signed, .started, on: "2026-05-04") == nil)
        #expect(try refusal(signed, .started, on: "2027-05-03") == nil)
        #expect(try refusal(signed, .started, on: "2027-05-04") == .startedOutside)
    }

    @Test func modulesAreLearntThenCheckedOnceEach() throws {
        let state = try PaperAgreement.at(.underWay)
        let (companion, other) = (PaperAgreement.companion, String(repeating: "d", count: 32))
        #expect(try refusal(state, .learnt("M9", companion: companion), on: "2026-06-03") == .moduleUnknown)
        #expect(try refusal(state, .learnt("M1", companion: companion), on: "2026-06-03") == .moduleLearnt)
        #expect(try refusal(state, .learnt("M3", companion: other), on: "2026-06-03") == .companionOther)
        #expect(try refusal(state, .checked(["M3"]), on: "2026-06-03") == .moduleNotLearnt)
        #expect(try refusal(state, .checked(["M1"]), on: "2026-06-03") == .moduleChecked)
        #expect(try refusal(state, .checked(["M2", "M9"]), on: "2026-06-03") == .moduleUnknown)
        #expect(try refusal(state, .checked(["M2"]), on: "2026-06-03") == nil)
    }

    @Test func aChangeNamesWhatMayChange() throws {
        let state = try PaperAgreement.at(.underWay)
        func code(_ state: AgreementState, _ make: (inout AgreementChange) throws -> Void) throws -> AgreementError.Code? {
            var change = AgreementChange()
            try make(&change)
            return try refusal(state, .changed(change), on: "2026-06-03")
        }
        #expect(try code(state) { _ in } == .nothingChanged)
        #expect(try code(state) { $0.employer = "1140000021" } == .employerAndOffice)
        #expect(try code(state) { $0.office = "R06" } == .employerAndOffice)
        #expect(try code(state) { $0.establishment = 1 } == .employerAndOffice)
        #expect(try code(state) { $0.ends = try day("2026-06-02") } == .endsOutside)
        #expect(try code(state) { $0.ends = try day("2029-05-04") } == nil)
        #expect(try code(state) { $0.ends = try day("2029-05-05") } == .endsOutside)
        #expect(try code(PaperAgreement.at(.draft)) { $0.hours = 30 } == .draftTerms)
        #expect(try code(PaperAgreement.at(.draft)) { $0.ends = try day("2027-05-04") } == .draftTerms)
    }

    @Test func theBookletFollowsToAnotherEmployer() throws {
        var state = try PaperAgreement.at(.underWay)
        var change = AgreementChange()
        (change.employer, change.office, change.establishment) = ("1140000021", "R12", 2)
        try state.take(.changed(change), on: day("2026-06-03"))
        #expect((state.employer, state.office, state.establishment ?? 0) == ("1140000021", "R12", 2))
        change.establishment = nil
        try state.take(.changed(change), on: day("2026-06-04"))
        #expect(state.establishment == nil)
        #expect(state.learnt == ["M1", "M2"])
    }

    @Test func aSuspensionAddsItsDaysToTheLongestTerm() throws {
        var state = try PaperAgreement.at(.suspended)
        // Thirty-six months end on 4 May 2029; ten days of suspension are added.
        #expect(try refusal(state, .resumed(ends: day("2029-05-14")), on: "2026-06-13") == nil)
        #expect(try refusal(state, .resumed(ends: day("2029-05-15")), on: "2026-06-13") == .endsOutside)
        #expect(try refusal(state, .resumed(ends: day("2026-06-12")), on: "2026-06-13") == .endsOutside)
        try state.take(.resumed(ends: day("2027-06-01")), on: day("2026-06-13"))
        try state.take(.suspended, on: day("2026-07-01"))
        #expect(try refusal(state, .resumed(ends: day("2029-05-19")), on: "2026-07-06") == nil)
        #expect(try refusal(state, .resumed(ends: day("2029-05-20")), on: "2026-07-06") == .endsOutside)
    }

    @Test func whatIsCheckedDecidesBetweenCertificateAndAttestation() throws {
        var state = try PaperAgreement.at(.underWay)
        #expect(try refusal(state, .completed, on: "2026-06-03") == .modulesLeft)
        #expect(try refusal(state, .recognised, on: "2026-06-03") == nil)
        try state.take(.learnt("M3", companion: PaperAgreement.companion), on: day("2026-06-03"))
        try state.take(.checked(["M2", "M3"]), on: day("2026-06-03"))
        #expect(try refusal(state, .recognised, on: "2026-06-03") == .notPartly)
        #expect(try refusal(state, .completed, on: "2026-06-03") == nil)
        var none = try PaperAgreement.at(.signed)
        try none.take(.started, on: day("2026-05-04"))
        #expect(try refusal(none, .recognised, on: "2026-06-03") == .notPartly)
    }

    @Test(arguments: [
        ("2010-05-03", AgreementError.Code?.none), ("2010-05-04", .tooYoung), ("2010-13-01", .bornUnknown),
        ("", .bornUnknown),
    ])
    func theApprenticeIsSixteenAtSigning(_ born: String, _ expected: AgreementError.Code?) throws {
        var found: AgreementError.Code?
        do {
            try ApprenticeAge.check(born: born.isEmpty ? nil : born, signed: day("2026-05-03"), agreement: "AGR-2026-000001")
        } catch let error as AgreementError {
            found = error.code
        }
        #expect(found == expected)
    }

    @Test func monthsLaterEndOnTheLastDayWhereThereIsNoSuchDay() throws {
        #expect(try day("2026-11-30").later(months: 3) == day("2027-02-28"))
        #expect(try day("2027-11-30").later(months: 3) == day("2028-02-29"))
        #expect(try day("2026-03-31").later(months: -1) == day("2026-02-28"))
        #expect(try day("2026-01-15").later(months: -13) == day("2024-12-15"))
        #expect(throws: ReferenceError.self) { try day("1900-01-01").later(months: -1) }
    }
}
