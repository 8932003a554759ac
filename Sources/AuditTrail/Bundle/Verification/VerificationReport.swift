/// One verdict of a verification.
public struct Verdict: Sendable {
    public enum Status: String, Sendable {
        case holds, fails
        case notChecked = "not-checked"
    }

    public let status: Status
    /// Why it fails or was not checked: a coded error of AuditTrail or of a library above. Nil where it holds.
    public let detail: (any Error)?
    /// The first record at fault.
    public let record: Int64?

    public init(_ status: Status, _ detail: (any Error)? = nil, record: Int64? = nil) {
        self.status = status
        self.detail = detail
        self.record = record
    }

    static let holds = Verdict(.holds)
    static func notChecked(_ code: AuditError.Code, _ parameters: [String: String]) -> Verdict {
        Verdict(.notChecked, AuditError(code, parameters))
    }
}

/// What a verification found. FORMAT.md, section 11.
public struct VerificationReport: Sendable {
    /// The bundle's STATEMENT as it stands there, nil where it cannot be read. What it says is to be trusted as far as the
    /// verdicts go.
    public let statement: Statement?
    /// Every verdict.
    public let verdicts: [VerdictName: Verdict]
    /// What must hold.
    public let required: [VerdictName]

    /// Whether every required verdict holds.
    public var isAccepted: Bool { required.allSatisfy { verdicts[$0]?.status == .holds } }
}

/// Collects what fails while a bundle is read; the first fault of each verdict counts.
struct VerdictBoard {
    private var faults: [VerdictName: Verdict] = [:]

    mutating func fail(_ verdict: VerdictName, _ error: any Error, record: Int64? = nil) {
        guard faults[verdict] == nil else { return }
        faults[verdict] = Verdict(.fails, error, record: record)
    }

    mutating func fail(
        _ verdict: VerdictName, _ code: AuditError.Code, _ parameters: [String: String] = [:], record: Int64? = nil
    ) {
        fail(verdict, AuditError(code, parameters), record: record)
    }

    func fails(_ verdict: VerdictName) -> Bool { faults[verdict] != nil }

    /// The fault of a verdict; else, where integrity does not hold, that it rests on it; else `otherwise`.
    func verdict(_ name: VerdictName, otherwise: Verdict = .holds) -> Verdict {
        if let fault = faults[name] { return fault }
        guard name != .integrity, fails(.integrity), otherwise.status == .holds else { return otherwise }
        return .notChecked(.notCheckedRestsOn, ["verdict": VerdictName.integrity.rawValue])
    }
}
