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
        let outcomes: [SlipOutcome]
    }

    /// What would become of each line, if the acting person received it. An agent who holds not the region of a line is told
    /// so at once: another agent may receive the slip. `showingOthers`: such a line is shown among the rejected ones instead.
    func tryOut(
        _ call: Invocation, as actor: ActingKey, to book: Book, rejecting: Set<Int>, showingOthers: Bool = false
    ) throws -> [SlipOutcome] {
        let order = WriteOrder(
            key: actor.key, registers: [RegisterName.employers], now: call.edge.clock.now(),
            idempotencyKey: Hexadecimal.encode(call.edge.requestBytes()), contentHash: SHA256.hash([]), isDryRun: true,
            memory: KeyFolderMemory(keys: call.keysFolder))
        do {
            _ = try book.write(order) { transaction in
                let slips = Slips(try transaction.register(RegisterName.employers))
                throw Undone(outcomes: try slips.tryOut(slip, openings, rejecting: rejecting) {
                    Self.isOfLine($0, showingOthers ? nil : actor.name)
                })
            }
            return []
        } catch let undone as Undone {
            return undone.outcomes
        }
    }

    /// `person`: whose own lack of scope is of no line.
    private static func isOfLine(_ error: any Error, _ person: String?) -> Bool {
        switch error {
        case let error as ScopeError: error.parameters["person"] != person
        case let error as AuditError: ![.roleMissing, .keyUnknown].contains(error.code)
        case is AgreementError, is ParticipationError, is SlipError, is ServiceListError, is EmployerError, is ReferenceError:
            true
        default: false
        }
    }
}

/// What becomes of a slip's lines, as it is shown.
enum SlipView {
    static func kind(_ kind: String) -> Message {
        if let move = AgreementMove.allCases.first(where: { $0.kind == kind }) { return AgreementWords.move(move) }
        switch kind {
        case ParticipationStarted.kind: return AgreementWords.participation
        case ParticipationEnded.kind: return Message(fr: "fin de participation", en: "participation ended")
        default: return AgreementWords.person
        }
    }

    /// What a line is about, for the agent who decides on it: who, where, which standard. Shown on a screen alone.
    static func about(_ line: SlipLine, _ openings: SlipOpenings) -> String {
        let value = { (name: String) in (try? line.object.optionalString(name)) ?? nil }
        let name = { (subject: String?) in subject.flatMap { openings.values(of: $0)["name"] } }
        let parts: [String?] =
            switch line.kind {
            case SubjectOpened.kind: [name(value("subject"))]
            case AgreementMove.drafted.kind:
                [name(value("apprentice")), value("employer"), value("office"), value("standard")]
            case ParticipationStarted.kind:
                [name(value("participant")), value("employer"), value("office"), value("programme")]
            case AgreementMove.learnt.kind: [value("module")]
            default: [value("begins"), value("ends"), value("employer"), name(value("companion"))]
            }
        return Visible.text(parts.compactMap { $0 }.joined(separator: ", "))
    }

    /// What would become of the lines of a slip, with what each is about.
    static func preview(_ outcomes: [SlipOutcome], _ hand: SlipInHand) -> TextTable {
        TextTable(
            [
                .right(AgreementWords.line), .left(Message(fr: "Quoi", en: "What")),
                .left(Message(fr: "De qui, où", en: "Of whom, where"), flexible: true), .left(AgreementWords.agreement),
                .left(AgreementWords.outcome, flexible: true),
            ],
            rows: zip(outcomes, hand.slip.lines).map { outcome, line in
                [
                    .integer(outcome.line), .message(kind(outcome.kind)), .text(about(line, hand.openings)),
                    outcome.id.map { .text($0) } ?? .blank, .message(standing(outcome)),
                ]
            })
    }

    static func table(_ outcomes: [SlipOutcome]) -> TextTable {
        TextTable(
            [
                .right(AgreementWords.line), .left(Message(fr: "Quoi", en: "What")), .left(AgreementWords.agreement),
                .left(AgreementWords.outcome, flexible: true),
            ],
            rows: outcomes.map { outcome in
                [
                    .integer(outcome.line), .message(kind(outcome.kind)), outcome.id.map { .text($0) } ?? .blank,
                    .message(standing(outcome)),
                ]
            })
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
