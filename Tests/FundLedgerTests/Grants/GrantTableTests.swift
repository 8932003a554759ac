import ReferenceData
import Testing

@testable import FundLedger

/// The table of states and steps of FORMAT.md, section 19.4, cell by cell.
@Suite struct GrantTable {
    /// As the format has it: the steps that a state allows, with the state after.
    static let table: [GrantStage: [GrantMove: GrantStage]] = [
        .applied: [.assessed: .assessed, .refused: .refused, .cancelled: .cancelled],
        .assessed: [.assessed: .assessed, .approved: .approved, .refused: .refused, .cancelled: .cancelled],
        .approved: [.signed: .signed, .cancelled: .cancelled],
        .signed: [
            .amended: .signed, .continued: .signed, .advanced: .signed, .claimed: .signed, .accepted: .signed,
            .released: .signed, .accrued: .signed, .recovered: .signed, .repaid: .signed, .offset: .signed,
            .writtenOff: .signed, .reported: .reported, .cancelled: .cancelled,
        ],
        .reported: [
            .amended: .reported, .continued: .reported, .claimed: .reported, .accepted: .reported, .released: .reported,
            .accrued: .reported, .recovered: .reported, .repaid: .reported, .offset: .reported, .writtenOff: .reported,
            .closed: .closed,
        ],
        .closed: [.recovered: .closed, .repaid: .closed, .offset: .closed, .writtenOff: .closed],
        .imported: [.recovered: .imported, .repaid: .imported, .offset: .imported, .writtenOff: .imported],
        .refused: [:],
        .cancelled: [:],
    ]

    /// A step that the figures of a rich grant let pass.
    static func act(_ move: GrantMove) throws -> GrantAct? {
        let year = try FiscalYear(startYear: 2026)
        return switch move {
        case .applied: .applied(1)
        case .imported: .imported(1, envelope: "A")
        case .assessed: .assessed
        case .refused: .refused
        case .approved: .approved(.commission, try GrantOnPaper.plan)
        case .signed: try GrantOnPaper.signing(GrantOnPaper.plan)
        case .amended: .amended(try GrantOnPaper.plan, nil, ends: nil, nil)
        case .continued: .continued(try FiscalYear(startYear: 2027), envelope: "A")
        case .advanced: .advanced(1)
        case .claimed: try GrantOnPaper.claiming(3, 1)
        case .accepted: GrantOnPaper.acceptance(2, 3_000)
        case .released: .released(1)
        case .accrued: .accrued(1, year)
        case .reported: .reported
        case .recovered: .recovered(1, .claim, year)
        case .repaid: .repaid(1)
        case .offset: .offset(1)
        case .writtenOff: .writtenOff(1, envelope: "A")
        case .closed: .closed
        case .cancelled: .cancelled
        case .undone: nil
        }
    }

    @Test("Every step from every state", arguments: GrantStage.allCases)
    func everyCell(stage: GrantStage) throws {
        let expected = try #require(Self.table[stage])
        for move in GrantMove.allCases {
            guard let act = try Self.act(move) else {
                #expect(stage.after(move) == stage, "undone is allowed in every state")
                continue
            }
            let date = move == .accrued ? "2027-03-31" : "2026-06-18"
            for grant in [try GrantOnPaper.fresh(stage), try GrantOnPaper.rich(stage)] {
                let error = try grant.refused(act, date)
                if let after = expected[move] {
                    #expect(error?.code != .stepNotOpen, "\(move) in \(stage)")
                    #expect(stage.after(move) == after)
                } else {
                    #expect(error?.code == .stepNotOpen, "\(move) in \(stage): \(String(describing: error))")
                    #expect(error?.parameters["state"] == stage.rawValue && error?.parameters["step"] == move.rawValue)
                    let open = GrantMove.allCases.filter { expected[$0] != nil }.map(\.rawValue)
                    #expect(error?.parameters["open"] == open.joined(separator: ", "))
                }
            }
        }
    }

    @Test("What a state allows is done where the figures let it", arguments: GrantStage.allCases)
    func everyAllowedStepIsTaken(stage: GrantStage) throws {
        for (move, after) in try #require(Self.table[stage]) {
            var grant = try GrantOnPaper.rich(stage)
            if [.cancelled, .closed].contains(move) || (stage == .closed) { grant = try GrantOnPaper.fresh(stage) }
            if move == .continued { grant = try Self.waiting(stage) }
            if stage == .closed {
                grant = try Self.closedWithDebt()
            }
            let act = try #require(try Self.act(move))
            try grant.take(act, move == .accrued ? "2027-03-31" : "2026-06-18")
            #expect(grant.state.stage == after, "\(move) in \(stage)")
        }
    }

    /// A grant whose plan has a year that was not opened when it was signed.
    private static func waiting(_ stage: GrantStage) throws -> GrantOnPaper {
        var grant = try GrantOnPaper()
        let facts = grant.facts
        grant.facts = GrantFacts(fund: .fnf, norms: .approved) { $0 == 2026 ? .controlled : nil }
        let plan = [try GrantOnPaper.line(2026, 60_000), try GrantOnPaper.line(2027, 40_000, nil)]
        for act in [.applied(100_000), .assessed, .approved(.commission, plan), try GrantOnPaper.signing(plan)] as [GrantAct] {
            try grant.take(act)
        }
        if stage == .reported { try grant.take(.reported) }
        grant.facts = facts
        return grant
    }

    private static func closedWithDebt() throws -> GrantOnPaper {
        var grant = try GrantOnPaper.fresh(.signed)
        try grant.take(GrantOnPaper.claiming(1, 20_000))
        try grant.take(GrantOnPaper.acceptance(1, 20_000))
        try grant.take(.paid(20_000, payable: grant.sequence))
        try grant.take(.recovered(500, .claim, FiscalYear(startYear: 2026)))
        try grant.take(.reported)
        try grant.take(.closed)
        return grant
    }

    @Test func nothingIsDoneBeforeTheApplication() throws {
        for move in GrantMove.allCases where ![.applied, .imported, .undone].contains(move) {
            let act = try #require(try Self.act(move))
            #expect(try GrantOnPaper().refused(act)?.code == .stepNotOpen, "\(move)")
        }
    }

    @Test func stepsAreInTheOrderOfTheirDates() throws {
        var grant = try GrantOnPaper.rich(.signed)
        try grant.take(.advanced(1), "2026-07-01")
        #expect(try grant.refused(.advanced(1), "2026-06-30")?.code == .dateBeforeStep)
        #expect(try grant.refused(.advanced(1), "2026-07-01") == nil)
        // A payment, and the accrual of a year that is over, are no part of the order.
        try grant.take(.accrued(1, FiscalYear(startYear: 2026)), "2027-03-31")
        try grant.take(.paid(1, payable: grant.sequence - 1), "2026-12-31")
        #expect(try grant.refused(.advanced(1), "2026-07-02") == nil)
        try grant.take(GrantOnPaper.claiming(3, 5), "2027-04-10")
        #expect(try grant.refused(.advanced(1), "2027-04-09")?.code == .dateBeforeStep)
    }
}
