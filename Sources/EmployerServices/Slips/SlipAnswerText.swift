import AuditTrail

/// What became of a slip's lines, for the coordinator: no personal information.
public struct SlipAnswerText: Sendable, Equatable {
    public struct Line: Sendable, Equatable {
        public let line: Int
        /// The record that the line became, and what it is of.
        public let record: Int64?
        public let id: String?
        /// What the slip called it, where the slip made it: `AGR-0000-…`.
        public let own: String?
        /// Why it was rejected.
        public let code: String?
    }

    public let register: Digest
    public let committee: String
    public let person: String
    public let number: Int64
    /// The record of the slip.
    public let record: Int64
    public let lines: [Line]

    static let title = "fundctl/slip-answer/v1"

    /// `fundctl/slip-answer/v1`, the slip's head, then a line each: `LINE accepted RECORD ID OWN` (without those that it has
    /// not) or `LINE rejected CODE`.
    public var text: [UInt8] {
        let heads = [
            Self.title, "register-id: \(register.hex)", "committee: \(committee)", "person: \(person)",
            "number: \(number)", "record: \(record)", "",
        ]
        let rows = lines.map { line in
            guard let record = line.record else { return "\(line.line) rejected \(line.code ?? "")" }
            return (["\(line.line) accepted \(record)"] + [line.id, line.own].compactMap { $0 }).joined(separator: " ")
        }
        return Array((heads + rows).map { $0 + "\n" }.joined().utf8)
    }
}

extension SlipAnswerText {
    /// Reads one. Refuses: E-SLP-013.
    public init(parsing bytes: [UInt8]) throws {
        let rows = String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
            .map { $0.hasSuffix("\r") ? String($0.dropLast()) : String($0) }
        func malformed(_ line: Int) -> SlipError {
            SlipError(.fileMalformed, ["file": Self.title, "line": String(line)])
        }
        guard rows.first == Self.title, rows.count > 7, rows[6].isEmpty else { throw malformed(1) }
        let values = try ["register-id", "committee", "person", "number", "record"].enumerated().map { place, name in
            let row = rows[place + 1]
            guard row.hasPrefix(name + ": ") else { throw malformed(place + 2) }
            return String(row.dropFirst(name.count + 2))
        }
        guard let register = Digest(hex: values[0]), let number = CanonicalInteger.parse(values[3]),
            let record = CanonicalInteger.parse(values[4]), ServiceGrammar.isSlug(values[1]), Grammar.isPerson(values[2])
        else { throw malformed(2) }
        let body = rows.dropFirst(7).filter { !$0.isEmpty }
        self.init(
            register: register, committee: values[1], person: values[2], number: number, record: record,
            lines: try body.enumerated().map { place, row in
                guard let line = Line(parsing: row), line.line == place + 1 else { throw malformed(place + 8) }
                return line
            })
    }
}

extension SlipAnswerText.Line {
    /// Nil for what is no line of an answer.
    fileprivate init?(parsing row: String) {
        let parts = row.split(separator: " ").map(String.init)
        guard (3...5).contains(parts.count), let line = Int(parts[0]) else { return nil }
        switch parts[1] {
        case "rejected" where parts.count == 3:
            self.init(line: line, record: nil, id: nil, own: nil, code: parts[2])
        case "accepted":
            guard let record = CanonicalInteger.parse(parts[2]) else { return nil }
            self.init(
                line: line, record: record, id: parts.count > 3 ? parts[3] : nil, own: parts.count > 4 ? parts[4] : nil,
                code: nil)
        default: return nil
        }
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
        var own = SlipOwnIDs()
        let accepted = try record.accepted.map { line in
            let object = try session.line(of: line.record).withUnsafeBytes { try CanonicalScanner.scan($0) }
            _ = try own.isLine(object, of: line.line, leaf: record.leaves[line.line - 1])
            let id = try SlipLine.member(of: object.string("kind")).flatMap { try object.optionalString($0) }
            return SlipAnswerText.Line(
                line: line.line, record: line.record, id: id, own: id.flatMap { own.own[$0] }, code: nil)
        }
        let rejected = record.rejected.map {
            SlipAnswerText.Line(line: $0.line, record: nil, id: nil, own: nil, code: $0.code)
        }
        return SlipAnswerText(
            register: session.register.id, committee: record.head.committee, person: person, number: number, record: sequence,
            lines: (accepted + rejected).sorted { $0.line < $1.line })
    }
}
