/// Verifies a bundle. FORMAT.md, sections 10 to 12; it takes nothing from the bundle on trust.
public enum BundleVerifier {
    /// Judges a bundle. `progress`: records read, now and then.
    ///
    /// Whatever the bundle holds ends in verdicts. Refuses: E-BUN-020 where the path is no folder; E-STO codes where the
    /// temporary store fails.
    public static func verify(
        _ order: VerificationOrder, layout: BookLayout, progress: ((Int64) -> Void)? = nil
    ) throws -> VerificationReport {
        let trial = try BundleTrial(order, layout: layout, keepsPairs: !order.others.isEmpty)
        try trial.run(progress: progress)
        var verdicts: [VerdictName: Verdict] = [:]
        verdicts[.origin] = trial.judgeOrigin()
        verdicts[.appendOnly] = trial.judgeAppendOnly()
        verdicts[.pairing] = try judgePairing(trial, layout: layout)
        verdicts[.integrity] = trial.board.verdict(.integrity)
        for name in [VerdictName.authorship, .completeness] {
            verdicts[name] = trial.isReadToTheEnd ? trial.board.verdict(name) : trial.restsOnIntegrity(name)
        }
        // A line with a refused key has no effect, and a seal with one ends no batch: what follows cannot be told from a gap.
        if trial.hasRefusedKey {
            verdicts[.completeness] = .notChecked(.notCheckedRestsOn, ["verdict": VerdictName.authorship.rawValue])
        }
        verdicts[.books] = judgeBooks(trial)
        verdicts[.time] = trial.judgeTime()
        for name in [VerdictName.budgets, .rules] { verdicts[name] = judgeMatter(name, trial) }
        verdicts[.figures] =
            trial.matters.contains(.figures)
            ? judgeMatter(.figures, trial)
            : .notChecked(.notCheckedNoMatter, ["register": trial.statement?.register ?? ""])
        return VerificationReport(
            statement: trial.statement, verdicts: verdicts, required: order.required ?? required(order, trial))
    }

    /// What must hold by default. FORMAT.md, section 11.
    private static func required(_ order: VerificationOrder, _ trial: BundleTrial) -> [VerdictName] {
        var names: [VerdictName] = [.integrity, .origin, .authorship, .completeness]
        if order.previous != nil || trial.statement?.export != 1 { names.append(.appendOnly) }
        if trial.statement.map({ RegisterName.funds.contains($0.register) }) ?? true { names.append(.books) }
        names += [.budgets, .rules, .figures].filter(trial.matters.contains)
        if !order.others.isEmpty { names.append(.pairing) }
        if order.witnesses != nil || order.authorities != nil { names.append(.time) }
        return names
    }

    private static func judgeBooks(_ trial: BundleTrial) -> Verdict {
        guard let statement = trial.statement, trial.isReadToTheEnd else { return trial.restsOnIntegrity(.books) }
        guard RegisterName.funds.contains(statement.register) else {
            return .notChecked(.notCheckedNoMatter, ["register": statement.register])
        }
        guard trial.isFounded else {
            return trial.board.verdict(
                .books, otherwise: .notChecked(.notCheckedRestsOn, ["verdict": VerdictName.authorship.rawValue]))
        }
        return trial.board.verdict(.books)
    }

    /// Budgets, rules or figures, where records give them matter: the first two rest on the books, as far as records break
    /// those.
    static func judgeMatter(_ name: VerdictName, _ trial: BundleTrial) -> Verdict {
        guard let statement = trial.statement, trial.isReadToTheEnd else { return trial.restsOnIntegrity(name) }
        guard trial.matters.contains(name), trial.history.genesis != nil else {
            return .notChecked(.notCheckedNoMatter, ["register": statement.register])
        }
        let broken: VerdictName? =
            trial.recordsBrokeBooks
            ? .books : name == .rules && trial.recordsBrokeBudgets ? .budgets : trial.unjudged[name]
        return trial.board.verdict(
            name,
            otherwise: broken.map { .notChecked(.notCheckedRestsOn, ["verdict": $0.rawValue]) } ?? .holds)
    }

    private static func judgePairing(_ trial: BundleTrial, layout: BookLayout) throws -> Verdict {
        let others = trial.order.others
        guard !others.isEmpty else { return .notChecked(.notCheckedNotGiven, ["needed": "with"]) }
        guard trial.isReadToTheEnd, trial.history.id != nil else { return trial.restsOnIntegrity(.pairing) }
        var judged: Int64 = 0
        for path in others {
            let (other, refusal) = try openOther(path, layout: layout, beside: trial)
            if let refusal { return refusal }
            guard let other else { continue }
            let finding = try Pairing(one: trial, other: other).judge()
            judged += finding.judged
            if let fault = finding.fault { trial.board.fail(.pairing, fault.error, record: fault.record) }
            judged += try judgeCross(trial, other)
        }
        let nothing = Verdict.notChecked(.notCheckedNoMatter, ["register": trial.statement?.register ?? ""])
        return trial.board.verdict(.pairing, otherwise: judged == 0 ? nothing : .holds)
    }

    /// Another register's bundle, whose integrity and authorship hold by themselves.
    private static func openOther(
        _ path: String, layout: BookLayout, beside trial: BundleTrial
    ) throws -> (BundleTrial?, Verdict?) {
        func refused(_ verdict: String) -> (BundleTrial?, Verdict?) {
            (nil, .notChecked(.notCheckedOtherBundle, ["path": path, "verdict": verdict]))
        }
        let other: BundleTrial
        do {
            other = try BundleTrial(VerificationOrder(path: path), layout: layout, keepsPairs: true)
        } catch is AuditError {
            return refused("")
        }
        try other.run(progress: nil)
        for name in [VerdictName.integrity, .authorship] where other.board.verdict(name).status != .holds {
            return refused(name.rawValue)
        }
        guard let id = other.history.id, id != trial.history.id else { return refused("") }
        return (other, nil)
    }
}
