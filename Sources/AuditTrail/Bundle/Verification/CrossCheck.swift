import Storage

/// Judges what the records of one register say of another's, with both bundles replayed. FORMAT.md, section 20.8. Given by
/// the program, which alone knows both.
public protocol CrossCheck: Sendable {
    /// Counts what it judges, and finds the first fault.
    ///
    /// `connection`: the tables of the register that names as `main`, those of the one named as `opposite`; neither
    /// *figures* of the one nor *budgets* of the other fails. `isOlder`: the bundle of the one named is the older one, so
    /// that what it lacks may have come after its end. Throws what the storage throws.
    func judge(_ connection: any SQLConnection, isOlder: Bool) throws -> CrossFinding
}

/// What a cross-check found.
public struct CrossFinding: Sendable {
    /// How many namings were judged.
    public let judged: Int64
    /// The first at fault, with its record in the register that names.
    public let fault: (error: AuditError, record: Int64)?

    public init(judged: Int64, fault: (error: AuditError, record: Int64)?) {
        self.judged = judged
        self.fault = fault
    }
}

extension BundleVerifier {
    /// What one of two registers says of the other; how much was judged.
    static func judgeCross(_ trial: BundleTrial, _ other: BundleTrial) throws -> Int64 {
        for (namer, named) in [(trial, other), (other, trial)] {
            guard let first = namer.history.genesis?.register, let second = named.history.genesis?.register,
                let check = trial.layout.crossCheck(first, second)
            else { continue }
            guard isSound(.figures, namer), isSound(.budgets, named), let begun = namer.statement?[.time],
                let ended = named.statement?[.time]
            else { return 0 }
            let finding = try namer.store.read(attaching: named.store, as: "opposite") { connection in
                try check.judge(connection, isOlder: ended < begun)
            }
            if let fault = finding.fault {
                trial.board.fail(.pairing, fault.error, record: namer === trial ? fault.record : nil)
            }
            return finding.judged
        }
        return 0
    }

    /// Whether a verdict holds, or has nothing to judge.
    private static func isSound(_ name: VerdictName, _ trial: BundleTrial) -> Bool {
        let verdict = judgeMatter(name, trial)
        return verdict.status == .holds || (verdict.detail as? AuditError)?.code == .notCheckedNoMatter
    }
}
