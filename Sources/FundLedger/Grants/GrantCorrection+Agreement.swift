import ReferenceData

/// An agreement that follows a mended approval. FORMAT.md, section 19.4.
extension Grants {
    /// What was signed on an approval that is mended: in a year for which less is approved now, no more than that; on the
    /// envelope that is approved now, where it was the one approved before. Instalments are those given, or lose what is too
    /// much, the last of the year first.
    static func follow(
        _ act: inout GrantAct, _ mistake: GrantAct, _ change: GrantCorrection.Change, _ state: GrantState
    ) throws {
        guard case .approved(_, let old) = mistake,
            case .signed(let begins, let ends, let signed, let instalments, let party) = act
        else { return }
        if let given = change.instalments {
            act = .signed(begins: begins, ends: ends, try plan(of: given, like: signed, state), given, party)
            return
        }
        let before = Dictionary(uniqueKeysWithValues: old.map { ($0.year, $0) })
        var kept = instalments
        let lines = try signed.map { line in
            let (was, now) = (before[line.year], state.lines[line.year.startYear])
            let isLess = (now?.planned ?? 0) < (was?.amount ?? 0)
            let amount = isLess ? min(line.amount, now?.planned ?? 0) : line.amount
            try cut(line.amount - amount, of: line.year, &kept)
            return GrantPlanLine(
                year: line.year, amount: amount, envelope: line.envelope == was?.envelope ? now?.envelope : line.envelope)
        }
        act = .signed(begins: begins, ends: ends, lines.filter { isApproved($0, state) }, kept, party)
    }

    /// A line of zero stays only where the approval has its year: another may have no envelope to name.
    private static func isApproved(_ line: GrantPlanLine, _ state: GrantState) -> Bool {
        line.amount > 0 || state.lines[line.year.startYear] != nil
    }

    /// The plan that instalments make, on the envelopes approved; years of zero that were signed stay.
    private static func plan(
        of instalments: [GrantInstalment], like signed: [GrantPlanLine], _ state: GrantState
    ) throws -> [GrantPlanLine] {
        var sums: [FiscalYear: Int64] = [:]
        for line in signed where line.amount == 0 && isApproved(line, state) { sums[line.year] = 0 }
        for instalment in instalments {
            let year = try FiscalYear(of: instalment.date)
            sums[year] = try state.sum(sums[year] ?? 0, instalment.amount)
        }
        return sums.sorted { $0.key < $1.key }.map {
            GrantPlanLine(year: $0.key, amount: $0.value, envelope: state.lines[$0.key.startYear]?.envelope)
        }
    }

    /// Takes so much off the instalments of a year, from its last.
    private static func cut(_ amount: Int64, of year: FiscalYear, _ instalments: inout [GrantInstalment]) throws {
        var rest = amount
        for place in instalments.indices.reversed() where rest > 0 && year.contains(instalments[place].date) {
            let old = instalments[place], part = min(rest, old.amount)
            instalments[place] = GrantInstalment(date: old.date, amount: old.amount - part, kind: old.kind)
            rest -= part
        }
        instalments.removeAll { $0.amount == 0 }
    }
}
