import ReferenceData
import Testing

@testable import EmployerServices

/// An agreement without a register: its steps one after the other.
struct PaperAgreement {
    var state: AgreementState
    static let apprentice = String(repeating: "a", count: 32)
    static let companion = String(repeating: "c", count: 32)
    static let modules = ["M1", "M2", "M3"]

    init() throws {
        state = AgreementState(
            "AGR-2026-000001",
            AgreementOpening(apprentice: Self.apprentice, employer: "1140000013", office: "R06", standard: "usinage"),
            modules: Self.modules, on: try day("2026-05-01"))
    }

    static func terms(
        signed: [String] = ["2026-05-01", "2026-05-02", "2026-05-03"], begins: String = "2026-05-04",
        ends: String = "2027-05-03", companion: String = Self.companion, hours: Int64 = 35
    ) throws -> AgreementTerms {
        AgreementTerms(
            apprenticeSigned: try day(signed[0]), employerSigned: try day(signed[1]), serviceSigned: try day(signed[2]),
            begins: try day(begins), ends: try day(ends), companion: companion, hours: hours)
    }

    /// One that stands in a stage, its first module learnt and checked, its second learnt, where it came so far.
    static func at(_ stage: AgreementStage) throws -> AgreementState {
        var paper = try PaperAgreement()
        func take(_ act: AgreementAct, _ text: String) throws { try paper.state.take(act, on: day(text)) }
        if stage == .draft { return paper.state }
        try take(.signed(terms()), "2026-05-03")
        if stage == .signed { return paper.state }
        try take(.started, "2026-05-04")
        try take(.learnt("M1", companion: companion), "2026-06-01")
        try take(.learnt("M2", companion: companion), "2026-06-01")
        try take(.checked(["M1"]), "2026-06-02")
        switch stage {
        case .suspended: try take(.suspended, "2026-06-03")
        case .completed:
            try take(.learnt("M3", companion: companion), "2026-06-03")
            try take(.checked(["M2", "M3"]), "2026-06-03")
            try take(.completed, "2026-06-03")
        case .recognised: try take(.recognised, "2026-06-03")
        case .ended: try take(.ended, "2026-06-03")
        case .annulled: try take(.annulled, "2026-06-03")
        default: break
        }
        return paper.state
    }

    /// An act of a move that nothing but the state can be against.
    static func act(_ move: AgreementMove, at stage: AgreementStage) throws -> AgreementAct {
        switch move {
        case .drafted:
            return .drafted(AgreementOpening(apprentice: apprentice, employer: "1140000013", office: "R06", standard: "usinage"))
        case .signed: return .signed(try terms())
        case .started: return .started
        case .learnt: return .learnt("M3", companion: companion)
        case .checked: return .checked(["M2"])
        case .changed:
            var change = AgreementChange()
            change.companion = String(repeating: "d", count: 32)
            return .changed(change)
        case .suspended: return .suspended
        case .resumed: return .resumed(ends: try day("2027-06-03"))
        case .completed: return .completed
        case .recognised: return .recognised
        case .ended: return .ended
        case .annulled: return .annulled
        }
    }
}

func day(_ text: String) throws -> CalendarDate { try CalendarDate(iso: text) }

/// The code that an act is refused with; nil where it is taken.
func refusal(_ state: AgreementState, _ act: AgreementAct, on date: String) throws -> AgreementError.Code? {
    var tried = state
    do {
        try tried.take(act, on: day(date))
        return nil
    } catch let error as AgreementError {
        #expect(tried == state, "a refusal changed something")
        return error.code
    }
}

@Suite("The life of an agreement, cell by cell")
struct AgreementTableTests {
    /// As FORMAT.md, section 20.4 has it: the stage after, or nothing.
    static let table: [AgreementStage: [AgreementMove: AgreementStage]] = [
        .draft: [.signed: .signed, .changed: .draft, .annulled: .annulled],
        .signed: [.started: .underWay, .changed: .signed, .ended: .ended, .annulled: .annulled],
        .underWay: [
            .learnt: .underWay, .checked: .underWay, .changed: .underWay, .suspended: .suspended, .completed: .completed,
            .recognised: .recognised, .ended: .ended, .annulled: .annulled,
        ],
        .suspended: [
            .resumed: .underWay, .checked: .suspended, .changed: .suspended, .recognised: .recognised, .ended: .ended,
            .annulled: .annulled,
        ],
        .completed: [.annulled: .annulled], .recognised: [.annulled: .annulled], .ended: [.annulled: .annulled],
        .annulled: [:],
    ]

    @Test(arguments: AgreementStage.allCases, AgreementMove.allCases)
    func everyStepFromEveryStateDoesWhatTheTableSays(_ stage: AgreementStage, _ move: AgreementMove) throws {
        let state = try PaperAgreement.at(stage)
        #expect(state.stage == stage)
        let expected = Self.table[stage]?[move]
        #expect(stage.after(move) == expected)
        var tried = state
        // Three modules, of which one is checked: completing asks for more than the state.
        let act = try PaperAgreement.act(move, at: stage)
        let found = try refusal(state, act, on: "2026-06-05")
        switch (expected, move) {
        case (nil, _): #expect(found == .stepNotAllowed)
        case (_, .completed): #expect(found == .modulesLeft)
        default:
            // Begins on 4 May: what is signed now begins before.
            try tried.take(act, on: day("2026-06-05"))
            #expect(tried.stage == expected)
            #expect(try tried.lastDay == day("2026-06-05"))
        }
    }

    @Test func theStepsThatAreOpenAreThoseOfTheTable() {
        for stage in AgreementStage.allCases {
            #expect(Set(stage.open) == Set((Self.table[stage] ?? [:]).keys))
        }
    }
}
