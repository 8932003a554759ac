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
