import ReferenceData

/// One grant as a batch keeps it: its steps in force and what they give.
public struct GrantFile {
    /// A row of `grant_step`, not written yet.
    struct Row {
        let sequence: Int64
        /// 0 for a step of the grant itself.
        let payable: Int64
        let kind: String
        let cents: Int64
        let day: Int64
    }

    public let id: GrantID
    /// The sequence of its first record.
    public let opened: Int64
    public let opening: GrantOpening
    /// The expense account and the norms of its programme.
    let account: String
    let norms: ProgramAdded.Norms
    public internal(set) var state: GrantState
    /// In force, in order.
    public internal(set) var steps: [GrantStep] = []

    var isNew = false
    var newRows: [Row] = []
    /// Steps taken back, by the records that do; `payable` as in a row.
    var undone: [(record: Int64, payable: Int64, by: Int64)] = []
    /// The steps that this file is without, once it is taken over.
    var leaving: [(record: Int64, payable: Int64)] = []
    /// The payables that the table has.
    var written: [Int64: GrantState.Payable] = [:]

    var isChanged: Bool { isNew || !newRows.isEmpty || !undone.isEmpty }

    init(_ id: GrantID, opened: Int64, _ opening: GrantOpening, account: String, norms: ProgramAdded.Norms) {
        self.id = id
        self.opened = opened
        self.opening = opening
        self.account = account
        self.norms = norms
        state = GrantState(id)
    }

    /// Judges a step and takes it. Refuses: E-GRT codes.
    @discardableResult
    mutating func take(_ step: GrantStep, _ facts: GrantFacts) throws -> [GrantEntry] {
        let entries = try state.take(step, facts)
        steps.append(step)
        newRows.append(
            Row(
                sequence: step.sequence, payable: step.act.payable ?? 0, kind: Self.kind(of: step.act),
                cents: step.act.payableCents, day: Int64(step.date.dayNumber)))
        return entries
    }

    /// The payments of the payable that a record made, with their rejections, where all of them are rejected: undone, the
    /// record takes them with it.
    func idlePayments(of record: Int64) -> [GrantStep] {
        guard let payable = state.payables[record], payable.paid == 0 else { return [] }
        return steps.filter { $0.act.isPayment(of: record) }
    }

    /// What the table calls a step.
    static func kind(of act: GrantAct) -> String {
        switch act {
        case .settled: "settled"
        case .paid: "paid"
        case .rejected: "rejected"
        default: act.move?.rawValue ?? ""
        }
    }

    /// The grant without the steps of a record. Refuses what later steps do not bear: E-GRT-063.
    func without(_ record: Int64, _ facts: GrantFacts) throws -> GrantFile {
        var facts = facts
        facts.isAgain = true
        let hasIdle = !idlePayments(of: record).isEmpty
        func leaves(_ step: GrantStep) -> Bool {
            step.sequence == record || hasIdle && step.act.isPayment(of: record)
        }
        var before = GrantState(id), after = GrantState(id)
        // Payables of which more would have been left: a later payment of one was not of all that is left.
        var freed: Set<Int64> = []
        for step in steps {
            let had = try before.take(step, facts)
            guard !leaves(step) else {
                if case .settled(_, let payable) = step.act { freed.insert(payable) }
                continue
            }
            func rests(_ cause: String) -> GrantError {
                GrantError(
                    .laterStepRests,
                    [
                        "grant": id.text, "record": String(record), "later": String(step.sequence),
                        "step": step.act.name, "cause": cause,
                    ])
            }
            if case .paid(_, let payable) = step.act, freed.contains(payable) {
                throw rests(PaymentError.Code.itemAmount.rawValue)
            }
            let has: [GrantEntry]
            do {
                has = try after.take(step, facts)
            } catch let error as GrantError {
                throw rests(error.code.rawValue)
            }
            guard has == had else { throw rests("entries") }
        }
        var file = self
        file.state = after
        file.leaving += steps.filter(leaves).map { ($0.sequence, $0.act.payable ?? 0) }
        file.steps.removeAll(where: leaves)
        return file
    }
}
