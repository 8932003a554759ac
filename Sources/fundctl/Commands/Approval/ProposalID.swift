import AuditTrail
import FundLedger

/// How a proposal is named by people: `fnf:57`, the register and the sequence of its record.
struct ProposalID: Equatable {
    let register: String
    let sequence: Int64

    var text: String { "\(register):\(sequence)" }

    /// Takes `fnf:57`, or `57` where only one register has a proposal of that number that waits (or, where none waits, only
    /// one has such a proposal at all). Refuses: E-CLI-007 for another form, E-CLI-040 where several registers have one,
    /// E-AUD-012 where none has.
    static func resolve(_ typed: String, in reading: BookReading) throws -> ProposalID {
        let parts = typed.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
        guard let last = parts.last, let sequence = CanonicalInteger.parse(last), sequence > 0, parts.count <= 2 else {
            throw malformed(typed)
        }
        if parts.count == 2 {
            guard RegisterName.all.contains(parts[0]) else { throw malformed(typed) }
            return ProposalID(register: parts[0], sequence: sequence)
        }
        let found = try reading.registers().compactMap { session -> (id: ProposalID, isOpen: Bool)? in
            let id = ProposalID(register: session.register.name, sequence: sequence)
            if let place = try session.proposal(sequence) { return (id, place.state == .open) }
            guard try id.isTransfer(in: session) else { return nil }
            return (id, try Transfers(session).row(sequence).state == .waiting)
        }
        let open = found.filter(\.isOpen)
        let candidates = (open.isEmpty ? found : open).map(\.id)
        guard let first = candidates.first else { throw AuditError(.proposalUnknown, ["proposal": typed]) }
        guard candidates.count == 1 else {
            let ids = candidates.map(\.text).joined(separator: ", ")
            throw CommandLineError(.whichProposal, ["proposal": typed, "ids": ids])
        }
        return first
    }

    /// Whether it is a proposed transfer.
    func isTransfer(in session: RegisterSession) throws -> Bool {
        guard RegisterName.funds.contains(session.register.name), (1...session.register.size).contains(sequence) else {
            return false
        }
        return try session.record(at: sequence) is TransferProposed
    }

    private static func malformed(_ typed: String) -> CommandLineError {
        CommandLineError(.invalidValue, ["value": typed, "option": "ID", "choices": "fnf:57, fdmt:57, employers:57, 57"])
    }
}
