import FundLedger

extension GrantMove {
    /// The verb of `fundctl grant` that takes the step.
    var verb: String {
        switch self {
        case .applied: "apply"
        case .assessed: "assess"
        case .refused: "refuse"
        case .approved: "approve"
        case .signed: "sign"
        case .amended: "amend"
        case .continued: "continue"
        case .advanced: "advance"
        case .claimed: "claim"
        case .accepted: "accept"
        case .released: "release"
        case .accrued: "accrue"
        case .reported: "report"
        case .recovered: "recover"
        case .repaid: "repay"
        case .offset: "set-off"
        case .writtenOff: "write-off"
        case .closed: "close"
        case .cancelled: "cancel"
        case .undone: "undo"
        case .imported: "import"
        }
    }
}
