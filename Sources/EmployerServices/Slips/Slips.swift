import AuditTrail
import ReferenceData
import Storage

/// The slips of a register: who sent which, and what becomes of their lines.
public struct Slips {
    public let session: RegisterSession

    public init(_ session: RegisterSession) { self.session = session }

    /// The record of a slip that was received before.
    func record(of head: SlipHead) throws -> Int64? {
        try session.connection.first(
            "SELECT sequence FROM slip WHERE register = ? AND person = ? AND number = ?",
            [.integer(session.register.number), .text(head.person), .integer(head.number)]
        ) { $0.int(0) }
    }

    /// What a coordinator needs of the register to make slips. `day`: of the catalogue of measures; `committee`: whose open
    /// agreements it has. Refuses: E-LST-009.
    public func context(on day: CalendarDate, committee: String? = nil) throws -> SlipContext {
        try AgreementOutside(ServicesReader(session)).context(on: day, committee: committee)
    }

    /// That a slip is of this register, and new. Refuses: E-SLP-002, E-SLP-006.
    public func check(_ slip: Slip) throws {
        guard slip.register == session.register.id else {
            throw SlipError(
                .otherRegister, ["found": slip.register.hex, "expected": session.register.id.hex])
        }
        if let known = try record(of: slip.head) {
            throw SlipError(
                .receivedBefore,
                ["person": slip.head.person, "number": String(slip.head.number), "record": String(known)])
        }
        try SlipReceived(slip, accepted: [], rejected: []).judge(.authorship, in: session, at: session.register.size + 1)
    }

    /// Tries every line in a transaction that the caller does not keep: what would be accepted, what not and why.
    ///
    /// `rejecting`: lines that the agent rejects. `isOfLine`: whether an error is about a line; any other is thrown.
    public func tryOut(
        _ slip: Slip, _ openings: SlipOpenings, rejecting: Set<Int> = [], isOfLine: (any Error) -> Bool
    ) throws -> [SlipOutcome] {
        try check(slip)
        SlipWorkspace.of(session).tryOut(slip.head)
        var reading = SlipReceiving(slip, openings, in: session)
        let first = try slip.lines.enumerated().map { place, line in
            let number = place + 1
            do {
                if rejecting.contains(number) { throw SlipError(.rejected, ["line": String(number)]) }
                return SlipOutcome(
                    line: number, kind: line.kind, id: try reading.take(line, number: number), refusal: nil)
            } catch {
                guard isOfLine(error) else { throw error }
                return SlipOutcome(line: number, kind: line.kind, id: nil, refusal: error)
            }
        }
        return Self.withoutUnused(first, slip)
    }

    /// A person is not opened for nothing: subjects that no accepted line names are rejected too.
    private static func withoutUnused(_ outcomes: [SlipOutcome], _ slip: Slip) -> [SlipOutcome] {
        var named: Set<String> = []
        var wanted: [String: Int] = [:]
        for (outcome, line) in zip(outcomes, slip.lines) where line.kind != SubjectOpened.kind {
            let subjects = ["apprentice", "companion", "participant"].compactMap { try? line.object.optionalString($0) }
            if outcome.isAccepted { named.formUnion(subjects) }
            for subject in subjects where wanted[subject] == nil { wanted[subject] = outcome.line }
        }
        return zip(outcomes, slip.lines).map { outcome, line in
            guard outcome.isAccepted, line.kind == SubjectOpened.kind, let subject = try? line.object.string("subject"),
                !named.contains(subject)
            else { return outcome }
            let on = wanted[subject].map(String.init) ?? "-"
            return SlipOutcome(
                line: outcome.line, kind: outcome.kind, id: nil,
                refusal: SlipError(.restsOnRejected, ["line": String(outcome.line), "on": on]))
        }
    }

    /// Receives a slip whose lines were tried out: its record, then those of the accepted lines.
    public func receive(
        _ slip: Slip, _ openings: SlipOpenings, accepting accepted: [Int], rejected: [SlipReceived.Rejected]
    ) throws -> [SlipOutcome] {
        try check(slip)
        let first = session.register.size + 1
        let lines = accepted.enumerated().map {
            SlipReceived.Accepted(line: $0.element, record: first + 1 + Int64($0.offset))
        }
        try session.append(SlipReceived(slip, accepted: lines, rejected: rejected))
        var reading = SlipReceiving(slip, openings, in: session)
        return try accepted.map { number in
            let line = slip.lines[number - 1]
            return SlipOutcome(line: number, kind: line.kind, id: try reading.take(line, number: number), refusal: nil)
        }
    }
}
