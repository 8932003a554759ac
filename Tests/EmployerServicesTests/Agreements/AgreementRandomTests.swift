import ReferenceData
import Testing

@testable import EmployerServices

/// Numbers from a seed: xorshift.
struct SeededNumbers {
    private var state: UInt64

    init(_ seed: Int) { state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1 }

    mutating func below(_ bound: Int) -> Int {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return Int(state % UInt64(bound))
    }

    mutating func one<T>(of list: [T]) -> T { list[below(list.count)] }
    mutating func chance(_ percent: Int) -> Bool { below(100) < percent }
}

@Suite("Random lives of agreements")
struct AgreementRandomTests {
    static let people = ["a", "b", "c"].map { String(repeating: $0, count: 32) }
    static let modules = ["M1", "M2", "M3"]

    /// An act as it may come, lawful or not, more often near what is lawful.
    static func act(_ random: inout SeededNumbers, after naive: NaiveAgreement, on day: CalendarDate) throws -> AgreementAct {
        let near = { (random: inout SeededNumbers, months: Int) in
            try day.later(months: months).adding(days: random.below(3) - 1)
        }
        switch naive.stage == "draft" && random.chance(60) ? 0 : random.below(13) {
        case 0, 1:
            let begins = try day.adding(days: random.below(4) - 1)
            let signed = try (0..<3).map { _ in try day.adding(days: -random.below(3)) }
            return .signed(
                AgreementTerms(
                    apprenticeSigned: signed[0], employerSigned: signed[1], serviceSigned: signed[2], begins: begins,
                    ends: try begins.later(months: random.one(of: [3, 12, 36])).adding(days: random.below(3) - 1),
                    companion: random.one(of: people), hours: Int64(random.one(of: [20, 21, 35, 35, 60, 61]))))
        case 2, 3: return .started
        case 4, 5: return .learnt(random.one(of: modules + ["M9"]), companion: naive.companion ?? random.one(of: people))
        case 6: return .checked(random.chance(50) ? [random.one(of: modules)] : modules)
        case 7:
            var change = AgreementChange()
            if random.chance(50) { change.companion = random.one(of: people) }
            if random.chance(30) { change.employer = "1140000021" }
            if random.chance(30) { change.office = "R12" }
            if random.chance(20) { change.hours = Int64(random.one(of: [20, 40])) }
            if random.chance(20) { change.ends = try near(&random, random.one(of: [0, 6, 36])) }
            return .changed(change)
        case 8: return .suspended
        case 9, 10:
            return .resumed(ends: try (naive.terms?.begins ?? day).later(months: 36).adding(days: random.below(12) - 2))
        case 11: return random.one(of: [.completed, .recognised])
        default: return random.chance(80) ? .suspended : random.one(of: [.ended, .annulled])
        }
    }

    @Test(arguments: 0..<60)
    func agreeWithAListOfWhatHappened(_ seed: Int) throws {
        var taken = 0
        for life in 0..<20 {
            var random = SeededNumbers(seed * 1000 + life + 1)
            var day = try day("2026-05-01")
            let companion = random.chance(50) ? Self.people[1] : nil
            var naive = NaiveAgreement(
                drafted: day, firstCompanion: companion, apprentice: Self.people[0], modules: Self.modules)
            var state = AgreementState(
                "AGR-2026-000001",
                AgreementOpening(
                    apprentice: Self.people[0], companion: companion, employer: "1140000013", office: "R06",
                    standard: "usinage"), modules: Self.modules, on: day)
            for _ in 0..<25 {
                let on = try day.adding(days: random.below(6) - 1)
                let act = try Self.act(&random, after: naive, on: on)
                let code = try Self.refusal(&state, act, on)
                #expect(try (code == nil) == naive.allows(act, on: on), "seed \(seed), life \(life), \(act), \(on.iso)")
                if code == nil {
                    naive.history.append(.init(act: act, day: on))
                    day = on
                    taken += 1
                }
                try expect(state, naive, day)
            }
        }
        #expect(taken > 40)
    }

    private static func refusal(
        _ state: inout AgreementState, _ act: AgreementAct, _ day: CalendarDate
    ) throws -> AgreementError.Code? {
        do {
            try state.take(act, on: day)
            return nil
        } catch let error as AgreementError {
            return error.code
        }
    }

    private func expect(_ state: AgreementState, _ naive: NaiveAgreement, _ day: CalendarDate) throws {
        #expect(state.stage.rawValue == naive.stage)
        #expect(state.companion == naive.companion)
        #expect(state.ends == naive.ends)
        #expect(state.signed == naive.terms?.signed)
        #expect(state.learnt == Set(naive.learnt))
        #expect(state.checked == Set(naive.checked))
        #expect(state.lastDay == naive.last)
    }
}
