/// Where a qualification agreement stands in its life. FORMAT.md, section 20.4.
public enum AgreementStage: String, Sendable, CaseIterable {
    case draft, signed
    case underWay = "under-way"
    case suspended, completed, recognised, ended, annulled

    /// Whether it holds the apprentice for its standard: one open agreement of a standard each.
    public var isOpen: Bool { [.draft, .signed, .underWay, .suspended].contains(self) }
}

/// What can be done with an agreement: the name of its record without `agreement.` and version. FORMAT.md, section 20.4.
public enum AgreementMove: String, Sendable, CaseIterable {
    case drafted, signed, started, learnt, checked, changed, suspended, resumed, completed, recognised, ended, annulled

    /// The record's kind.
    public var kind: String { "agreement.\(rawValue)/1" }
}

extension AgreementStage {
    /// The moves that a stage allows, each with the stage after it.
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
        .completed: [.annulled: .annulled],
        .recognised: [.annulled: .annulled],
        .ended: [.annulled: .annulled],
        .annulled: [:],
    ]

    /// The stage after a move; nil where this one does not allow it.
    public func after(_ move: AgreementMove) -> AgreementStage? { Self.table[self]?[move] }

    /// The moves that are open here, in the order of an agreement's life.
    public var open: [AgreementMove] { AgreementMove.allCases.filter { after($0) != nil } }
}
