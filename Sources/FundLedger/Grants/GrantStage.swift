/// Where a grant stands in its life. FORMAT.md, section 19.4.
public enum GrantStage: String, Sendable, CaseIterable {
    case applied, assessed, approved, signed, reported, closed, imported, refused, cancelled
}

/// What can be done with a grant: the name of its record without `grant.` and version. FORMAT.md, section 19.4.
public enum GrantMove: String, Sendable, CaseIterable {
    case applied, assessed, refused, approved, signed, amended, continued, advanced, claimed, accepted, released, accrued,
        reported, recovered, repaid, offset
    case writtenOff = "written-off"
    case closed, cancelled, undone, imported

    /// The record's kind.
    public var kind: String { "grant.\(rawValue)/1" }
}

extension GrantStage {
    /// The moves that a stage allows, each with the stage after it; undone aside, which every stage allows.
    static let table: [GrantStage: [GrantMove: GrantStage]] = {
        let settling: [GrantMove] = [.recovered, .repaid, .offset, .writtenOff]
        let working: [GrantMove] = [.amended, .continued, .claimed, .accepted, .released, .accrued] + settling
        func staying(_ moves: [GrantMove], in stage: GrantStage, _ leaving: [GrantMove: GrantStage] = [:]) -> [GrantMove: GrantStage] {
            Dictionary(uniqueKeysWithValues: moves.map { ($0, stage) }).merging(leaving) { $1 }
        }
        return [
            .applied: [.assessed: .assessed, .refused: .refused, .cancelled: .cancelled],
            .assessed: [.assessed: .assessed, .approved: .approved, .refused: .refused, .cancelled: .cancelled],
            .approved: [.signed: .signed, .cancelled: .cancelled],
            .signed: staying(working + [.advanced], in: .signed, [.reported: .reported, .cancelled: .cancelled]),
            .reported: staying(working, in: .reported, [.closed: .closed]),
            .closed: staying(settling, in: .closed),
            .imported: staying(settling, in: .imported),
            .refused: [:],
            .cancelled: [:],
        ]
    }()

    /// The stage after a move; nil where this one does not allow it.
    public func after(_ move: GrantMove) -> GrantStage? {
        move == .undone ? self : Self.table[self]?[move]
    }

    /// The moves that are open here, in the order of a grant's life; undoing a step aside.
    public var open: [GrantMove] { GrantMove.allCases.filter { $0 != .undone && after($0) != nil } }
}
