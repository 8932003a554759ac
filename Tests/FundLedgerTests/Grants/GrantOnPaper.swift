import ReferenceData
import Testing

@testable import FundLedger

/// A grant without a book: steps taken one after the other. 2026-2027 and 2027-2028 are under budget control, 2025-2026
/// is not, later years are not opened.
struct GrantOnPaper {
    static let controls: [Int: BudgetControl] = [2025: .none, 2026: .controlled, 2027: .controlled]

    var state: GrantState
    var facts: GrantFacts
    var sequence: Int64 = 100

    init(norms: ProgramAdded.Norms = .approved, fund: FundCode = .fnf) throws {
        state = GrantState(try GrantID(fund: fund, number: 1))
        facts = GrantFacts(fund: fund, norms: norms) { Self.controls[$0] }
    }

    static func day(_ text: String) throws -> CalendarDate { try CalendarDate(iso: text) }

    @discardableResult
    mutating func take(_ act: GrantAct, _ date: String = "2026-06-18") throws -> [GrantEntry] {
        sequence += 1
        return try state.take(GrantStep(sequence: sequence, date: CalendarDate(iso: date), act: act), facts)
    }

    /// The code of a refusal, nil where the step is taken. Refused, nothing changes.
    func refused(_ act: GrantAct, _ date: String = "2026-06-18", at location: SourceLocation = #_sourceLocation) throws
        -> GrantError?
    {
        var copy = self
        do {
            try copy.take(act, date)
            return nil
        } catch let error as GrantError {
            #expect(copy.state == state, "a refusal changed the grant", sourceLocation: location)
            return error
        }
    }

    static func line(_ year: Int, _ amount: Int64, _ envelope: String? = "A") throws -> GrantPlanLine {
        GrantPlanLine(year: try FiscalYear(startYear: year), amount: amount, envelope: envelope)
    }

    static func instalment(_ date: String, _ amount: Int64) throws -> GrantInstalment {
        GrantInstalment(date: try CalendarDate(iso: date), amount: amount, kind: .claim)
    }

    static func acceptance(
        _ claim: Int64, _ eligible: Int64, advance: Int64 = 0, holdback: Int64 = 0, hasReason: Bool = false
    ) -> GrantAct {
        .accepted(
            GrantAcceptance(
                claim: claim, eligible: eligible, advance: advance, holdback: holdback, hasReason: hasReason))
    }

    static func signing(_ plan: [GrantPlanLine]) throws -> GrantAct {
        let instalments = plan.filter { $0.amount > 0 }.map {
            GrantInstalment(date: $0.year.lastDay, amount: $0.amount, kind: .claim)
        }
        return .signed(
            begins: try day("2026-07-01"), ends: try day("2028-03-31"), plan, instalments, .name("Atelier Nord"))
    }

    static func claiming(_ number: Int64, _ amount: Int64) throws -> GrantAct {
        .claimed(amount, number: number, from: try day("2026-05-01"), to: try day("2026-06-01"))
    }

    /// 600.00 in 2026-2027, 400.00 in 2027-2028, of the envelope A.
    static var plan: [GrantPlanLine] { get throws { [try line(2026, 60_000), try line(2027, 40_000)] } }

    /// A grant in a state, with nothing more done than it takes.
    static func fresh(_ stage: GrantStage) throws -> GrantOnPaper {
        var grant = try GrantOnPaper()
        switch stage {
        case .imported: try grant.take(.imported(5_000, envelope: "A"))
        case .applied: try grant.take(.applied(100_000))
        default:
            try grant.take(.applied(100_000))
            let path: [GrantStage: [GrantAct]] = [
                .assessed: [], .refused: [.refused], .cancelled: [.cancelled],
                .approved: [.approved(.commission, try plan)],
                .signed: [.approved(.commission, try plan), try signing(plan)],
                .reported: [.approved(.commission, try plan), try signing(plan), .reported],
                .closed: [.approved(.commission, try plan), try signing(plan), .reported, .closed],
            ]
            try grant.take(.assessed)
            for act in try #require(path[stage]) { try grant.take(act) }
        }
        return grant
    }

    /// A grant in a state with money everywhere: an advance paid and half used, a claim accepted, another open, something
    /// held back, something recovered. For states that have any.
    static func rich(_ stage: GrantStage) throws -> GrantOnPaper {
        var grant = try fresh(stage == .reported ? .signed : stage)
        if [.closed, .imported].contains(stage) {
            if stage == .imported {
                try grant.take(.paid(5_000, payable: grant.sequence))
                try grant.take(.recovered(1_000, .claim, FiscalYear(startYear: 2026)))
            }
            return grant
        }
        guard [.signed, .reported].contains(stage) else { return grant }
        try grant.take(.advanced(10_000))
        try grant.take(.paid(10_000, payable: grant.sequence))
        try grant.take(claiming(1, 20_000))
        try grant.take(acceptance(1, 20_000, advance: 5_000, holdback: 2_000))
        try grant.take(.paid(13_000, payable: grant.sequence))
        try grant.take(.recovered(1_000, .claim, FiscalYear(startYear: 2026)))
        try grant.take(claiming(2, 3_000))
        if stage == .reported { try grant.take(.reported) }
        return grant
    }
}

extension GrantEntry {
    /// `2026-2027 2026-06-18 advances +100, payable -100 | A: committed +100, spent -100`.
    var line: String {
        let money = money.map { item in
            let place = if case .use(let use) = item.place { use.rawValue } else { "expense" }
            return "\(place)\(item.envelope.map { "[\($0)]" } ?? "") \(item.cents > 0 ? "+" : "")\(item.cents)"
        }
        let budget = movement.sums.sorted {
            ($0.key.envelope, $0.value < 0 ? 1 : 0, $0.key.accountClass.rawValue)
                < ($1.key.envelope, $1.value < 0 ? 1 : 0, $1.key.accountClass.rawValue)
        }.map { "\($0.key.envelope): \($0.key.accountClass.rawValue) \($0.value > 0 ? "+" : "")\($0.value)" }
        return "\(year.text) \(date.iso) " + money.joined(separator: ", ") + (budget.isEmpty ? "" : " | ")
            + budget.joined(separator: ", ")
    }
}
