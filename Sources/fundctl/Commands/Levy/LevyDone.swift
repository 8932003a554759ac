import AuditTrail
import FundLedger
import ReferenceData

/// An estimate or a remittance that was written, with the years it touches as they stand after.
struct LevyDone {
    let act: LevyActRow
    let years: [LevyYearRow]

    /// Reads what lies at a sequence, inside a transaction too. Refuses: E-LEV-012.
    init(_ sequence: Int64, in session: RegisterSession) throws {
        try session.flush()
        let reader = try FundReader(session)
        let act = try reader.levyAct(sequence)
        self.act = act
        years = try act.changes.map { try reader.levyYear($0.year) }
    }

    func result<T>(_ title: Message, _ done: WriteDone<T>) -> CommandResult {
        var result = CommandResult(
            json: [
                "fund": .string(FundCode.fnf.shown), "act": LevyActView.json(act),
                "years": .array(years.map(LevyActView.json)),
            ],
            text: [
                .paragraph(title), LevyActView.facts(act), .table(LevyActView.changes(act)),
                .table(LevyActView.table(years)),
            ], next: LevyActView.next(act))
        result.tell(done)
        return result
    }
}
