import AuditTrail
import EmployerServices
import ReferenceData

/// A slip with its openings, as an agent has them.
struct SlipInHand {
    let slip: Slip
    let openings: SlipOpenings

    /// Refuses what is no slip, or was changed on its way: E-SLP-001, E-SLP-003, E-SLP-013.
    init(_ file: String, openings: String?, _ call: Invocation) throws {
        slip = try Slip(parsing: call.readFile(file))
        let beside = openings ?? SlipFiles.openings(of: file)
        let hasSubjects = slip.lines.contains { $0.kind == SubjectOpened.kind }
        self.openings = hasSubjects || openings != nil ? try SlipOpenings(parsing: call.readFile(beside)) : SlipOpenings()
    }

    /// Ends a transaction that nothing is kept of.
    private struct Undone: Error {
        let trial: SlipTried
    }

    /// What would become of each line, if the acting person received it. A line of a region that this person does not hold is
    /// rejected: another agent may receive it, in another slip.
    func tryOut(_ call: Invocation, as actor: ActingKey, to book: Book, rejecting: Set<Int>) throws -> SlipTried {
        let order = WriteOrder(
            key: actor.key, registers: [RegisterName.employers], now: call.edge.clock.now(),
            idempotencyKey: Hexadecimal.encode(call.edge.requestBytes()), contentHash: SHA256.hash([]), isDryRun: true,
            memory: KeyFolderMemory(keys: call.keysFolder))
        do {
            _ = try book.write(order) { transaction in
                let session = try transaction.register(RegisterName.employers)
                let items = try SlipContents(slip, openings, in: session).items
                let outcomes = try Slips(session).tryOut(slip, openings, rejecting: rejecting, isOfLine: Self.isOfLine)
                throw Undone(trial: SlipTried(outcomes: outcomes, items: items))
            }
            return SlipTried(outcomes: [], items: [])
        } catch let undone as Undone {
            return undone.trial
        }
    }

    private static func isOfLine(_ error: any Error) -> Bool {
        switch error {
        case let error as AuditError: ![.roleMissing, .keyUnknown].contains(error.code)
        case is ScopeError, is AgreementError, is ParticipationError, is SlipError, is ServiceListError, is EmployerError,
            is ReferenceError:
            true
        default: false
        }
    }
}

/// A slip that was tried out: what would become of each line, and what it is about.
struct SlipTried {
    let outcomes: [SlipOutcome]
    let items: [SlipContents.Item]

    /// Lines whose region is of another agent than `person`.
    func others(than person: String) -> [Int] {
        outcomes.filter { ($0.refusal as? ScopeError)?.parameters["person"] == person }.map(\.line)
    }

    /// Whether nothing is accepted because the regions of its lines are of other agents than `person`: a slip is received
    /// once, so it is left to them.
    func isLeft(by person: String) -> Bool { (try? requireSomething(for: person)) == nil }

    /// Refuses: E-SCP-001 where `person` leaves it to others.
    func requireSomething(for person: String) throws {
        guard !outcomes.contains(where: \.isAccepted) else { return }
        let refusals = outcomes.compactMap { $0.refusal as? ScopeError }
        if let own = refusals.first(where: { $0.parameters["person"] == person }) { throw own }
    }
}

/// What becomes of a slip's lines, as it is shown.
enum SlipView {
    /// With names, which are on a screen alone.
    static func table(_ trial: SlipTried) -> TextTable {
        TextTable(
            [
                .right(AgreementWords.line), .left(SlipWords.what),
                .left(Message(fr: "De qui, où", en: "Of whom, where"), flexible: true), .left(AgreementWords.agreement),
                .left(AgreementWords.outcome, flexible: true),
            ],
            rows: zip(trial.outcomes, trial.items).map { outcome, item in
                [
                    .integer(outcome.line), .message(SlipWords.kind(outcome.kind)), .text(SlipWords.about(item)),
                    (outcome.id ?? item.id).map { .text($0) } ?? .blank, .message(standing(outcome)),
                ]
            })
    }

    /// Lines that another agent has to receive.
    static func others(_ lines: [Int]) -> Message {
        let list = lines.map(String.init).joined(separator: ", ")
        return Message(
            fr: "hors de votre portée (\(list)) : qui la détient peut recevoir tout le bordereau à votre place; reçu par vous, il les rejette, et elles suivront dans un autre.",
            en: "beyond your scope (\(list)): whoever holds it can receive the whole slip in your place; received by you, it rejects them, and they will follow in another.")
    }

    private static func standing(_ outcome: SlipOutcome) -> Message {
        guard let refusal = outcome.refusal else { return Message(fr: "acceptée", en: "accepted") }
        let what = ErrorMessage.what(refusal)
        return Message(
            fr: "rejetée, \(ErrorMessage.code(refusal)) : \(what)", en: "rejected, \(ErrorMessage.code(refusal)): \(what)")
    }

    static func json(_ outcomes: [SlipOutcome]) -> JSONValue {
        .array(
            outcomes.map { outcome in
                [
                    "line": .integer(Int64(outcome.line)), "kind": .string(outcome.kind), "id": .optional(outcome.id),
                    "accepted": .bool(outcome.isAccepted),
                    "code": .optional(outcome.refusal.map { ErrorMessage.code($0) }),
                ]
            })
    }

    static func facts(_ slip: Slip) -> [(label: Message, value: Cell)] {
        [
            (AgreementWords.person, .text(slip.head.person)), (AgreementWords.committee, .text(slip.head.committee)),
            (Message(fr: "Numéro", en: "Number"), .text(String(slip.head.number))),
            (Message(fr: "Fait le", en: "Made on"), .text(slip.head.time)),
        ]
    }

    static func head(_ slip: Slip) -> [(name: String, value: JSONValue)] {
        [
            (name: "person", value: .string(slip.head.person)), (name: "committee", value: .string(slip.head.committee)),
            (name: "number", value: .integer(slip.head.number)), (name: "time", value: .string(slip.head.time)),
        ]
    }
}
