import AuditTrail

/// What became of a slip's lines, for the coordinator: no personal information.
public struct SlipAnswerText: Sendable, Equatable {
    public struct Line: Sendable, Equatable {
        public let line: Int
        /// The record that the line became, and what it is of.
        public let record: Int64?
        public let id: String?
        /// Why it was rejected.
        public let code: String?
    }

    public let register: Digest
    public let head: SlipHead
    /// The record of the slip.
    public let record: Int64
    public let lines: [Line]

    /// `fundctl/slip-answer/v1`, the slip's head, then a line each: `LINE accepted RECORD ID` or `LINE rejected CODE`.
    public var text: [UInt8] {
        let heads = [
            "fundctl/slip-answer/v1", "register-id: \(register.hex)", "committee: \(head.committee)",
            "person: \(head.person)", "number: \(head.number)", "record: \(record)", "",
        ]
        let rows = lines.map { line in
            guard let record = line.record else { return "\(line.line) rejected \(line.code ?? "")" }
            return "\(line.line) accepted \(record)" + (line.id.map { " \($0)" } ?? "")
        }
        return Array((heads + rows).map { $0 + "\n" }.joined().utf8)
    }
}

extension Slips {
    /// The answer to a slip that was received. Refuses: E-SLP-019.
    public func answer(to person: String, number: Int64) throws -> SlipAnswerText {
        let sequence = try session.connection.first(
            "SELECT sequence FROM slip WHERE register = ? AND person = ? AND number = ?",
            [.integer(session.register.number), .text(person), .integer(number)]
        ) { $0.int(0) }
        guard let sequence, let record = try session.record(at: sequence) as? SlipReceived else {
            throw SlipError(.slipUnknown, ["person": person, "number": String(number)])
        }
        let accepted = try record.accepted.map { line in
            SlipAnswerText.Line(line: line.line, record: line.record, id: try id(of: line.record), code: nil)
        }
        let rejected = record.rejected.map { SlipAnswerText.Line(line: $0.line, record: nil, id: nil, code: $0.code) }
        return SlipAnswerText(
            register: session.register.id, head: record.head, record: sequence,
            lines: (accepted + rejected).sorted { $0.line < $1.line })
    }

    private func id(of sequence: Int64) throws -> String? {
        switch try session.record(at: sequence) {
        case let record as any AgreementRecord: record.agreement.text
        case let record as ParticipationStarted: record.participation.text
        case let record as ParticipationEnded: record.participation.text
        default: nil
        }
    }
}
