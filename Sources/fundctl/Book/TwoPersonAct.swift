import AuditTrail

/// What became, in one register, of an act that takes two persons.
struct ActOutcome {
    enum State: String { case done, waiting }

    let register: String
    /// Of the proposal, or of the record where the act is done.
    let sequence: Int64
    let state: State
    /// Fewer than two admins held: the one acted alone, and every STATEMENT says so.
    let isAlone: Bool

    var id: ProposalID { ProposalID(register: register, sequence: sequence) }
}

/// A command whose act takes two persons: it proposes and the act waits; where admins decide and there is one, it is done
/// alone.
struct TwoPersonCommand {
    let call: Invocation
    let options: WriteOptions
    let registers: [String]
    /// What is asked for (`WriteRequest.content`).
    let content: CanonicalObject
    /// The title where the act is done in every register.
    let done: Message
    /// The command's own members, before those that all such commands share.
    let members: KeyValuePairs<String, JSONValue>
    /// Makes the record for a register, without consent.
    let record: (RegisterSession) throws -> any TwoPersonRecord

    func perform() throws -> CommandResult {
        let book = try call.openBook()
        let request = WriteRequest(registers: registers, content: content, options: options)
        let written = try call.write(request, to: book) { transaction in
            try registers.map { name -> (ActOutcome, any Record) in
                let session = try transaction.register(name)
                let record = try self.record(session)
                return (try TwoPersonCommand.act(record, in: session), record)
            }
        } again: { reading, receipts in
            try receipts.map { try TwoPersonCommand.recall($0, in: reading) }
        }
        return result(written)
    }

    private static func act(_ record: some TwoPersonRecord, in session: RegisterSession) throws -> ActOutcome {
        let name = session.register.name
        if type(of: record).needsProposal(in: session) {
            let sequence = try session.append(Proposed(record))
            return ActOutcome(register: name, sequence: sequence, state: .waiting, isAlone: false)
        }
        var alone = record
        alone.consent = .alone
        return ActOutcome(register: name, sequence: try session.append(alone), state: .done, isAlone: true)
    }

    private static func recall(_ receipt: BatchReceipt, in reading: BookReading) throws -> (ActOutcome, any Record) {
        let record = try reading.register(receipt.register).record(at: receipt.first)
        let isWaiting = record is any ProposalRecord
        let outcome = ActOutcome(
            register: receipt.register, sequence: receipt.first, state: isWaiting ? .waiting : .done, isAlone: !isWaiting)
        return (outcome, record)
    }

    private func result(_ written: WriteDone<[(ActOutcome, any Record)]>) -> CommandResult {
        let outcomes = written.value.map(\.0)
        let isWaiting = outcomes.contains { $0.state == .waiting }
        var result = CommandResult(json: members, text: [.paragraph(isWaiting ? Self.waiting : done)])
        result.text += [.facts([(Self.what, .message(written.value.first.map { ActWords.describe($0.1) } ?? done))])]
        result.text += [
            .table(
                TextTable(
                    [.left(RegisterWords.register), .left(Self.number), .left(Self.state)],
                    rows: outcomes.map { [.text($0.register), .text($0.id.text), .message(Self.word($0.state))] }))
        ]
        result.json += [
            (name: "state", value: .string(isWaiting ? "waiting" : "done")),
            (name: "acts", value: .array(outcomes.map(Self.json))),
        ]
        if outcomes.contains(where: \.isAlone) { result.notes.append(Self.alone) }
        let second = written.value.first.flatMap { ($0.1 as? any TwoPersonRecord).map { type(of: $0).second } } ?? .admin
        result.next =
            isWaiting ? Self.approval(outcomes.filter { $0.state == .waiting }, by: second) : undo(written.value)
        result.tell(written)
        return result
    }

    private func undo(_ acts: [(ActOutcome, any Record)]) -> [CommandResult.NextStep] {
        guard let first = acts.first else { return [] }
        let register = acts.count == 1 ? first.0.register : "all"
        return ActWords.undo(first.1, in: register).map { [$0] } ?? []
    }

    /// What can be done about proposals that wait for a person of that role.
    static func approval(_ waiting: [ActOutcome], by second: Role) -> [CommandResult.NextStep] {
        let ids = waiting.map(\.id.text).joined(separator: " ")
        return [
            .init(
                command: "fundctl approval give \(ids)",
                purpose: Message(
                    fr: "une autre personne, \(second.rawValue), approuve", en: "another person, \(Self.one(second)), approves")),
            .init(
                command: "fundctl approval refuse \(ids) --reason \"…\"",
                purpose: Message(
                    fr: "une personne \(second.rawValue) refuse, ou vous retirez", en: "\(Self.one(second)) refuses, or you withdraw")),
        ]
    }

    private static func one(_ role: Role) -> String { "an \(role.rawValue)" }

    private static func json(_ outcome: ActOutcome) -> JSONValue {
        [
            "register": .string(outcome.register), "id": .string(outcome.id.text), "sequence": .integer(outcome.sequence),
            "state": .string(outcome.state.rawValue), "alone": .bool(outcome.isAlone),
        ]
    }

    private static func word(_ state: ActOutcome.State) -> Message {
        switch state {
        case .done: Message(fr: "fait", en: "done")
        case .waiting: Message(fr: "en attente", en: "waiting")
        }
    }

    private static let waiting = Message(
        fr: "La proposition est faite; elle attend une deuxième personne.",
        en: "The proposal is made; it waits for a second person.")
    private static let what = Message(fr: "Acte", en: "Act")
    private static let number = Message(fr: "Numéro", en: "Number")
    private static let state = Message(fr: "État", en: "State")
    static let alone = Message(
        fr: "une seule personne est admin : l'acte est fait par elle seule, et chaque exportation le dira pour toujours.",
        en: "one person alone is admin: the act is theirs alone, and every export will say so for ever.")
}
