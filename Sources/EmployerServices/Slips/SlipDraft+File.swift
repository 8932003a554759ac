import AuditTrail

// A slip that is being made, as a file: personal information.
extension SlipDraft {
    static let title = "fundctl/slip-draft/v1"

    /// Refuses: E-SLP-013; what a line is refused with.
    public convenience init(parsing bytes: [UInt8]) throws {
        let rows = bytes.split(separator: 0x0A).map(Array.init)
        guard rows.count >= 3, rows[0] == Array(Self.title.utf8), let committee = Self.rest(rows[2], after: "committee ")
        else { throw Self.malformed(1) }
        let known = try rows.enumerated().compactMap { place, row in
            try Self.rest(row, after: "known ").map { known in
                do { return try SlipContextAgreement(known) } catch { throw Self.malformed(place + 1) }
            }
        }
        let context = try? SlipContext(rows[1].withUnsafeBytes { try CanonicalScanner.scan($0) }, known)
        guard let context else { throw Self.malformed(2) }
        self.init(context, committee: String(decoding: committee, as: UTF8.self))
        for (place, row) in rows.enumerated().dropFirst(3) { try read(row, at: place + 1) }
    }

    private func read(_ row: [UInt8], at place: Int) throws {
        if let line = Self.rest(row, after: "line ") {
            try take(SlipLine(line, number: lines.count + 1))
        } else if let opening = Self.rest(row, after: "opening ") {
            openings.openings.append(try SlipOpenings.opening(opening, at: place))
        } else if let numbers = Self.rest(row, after: "made ") {
            let parts = String(decoding: numbers, as: UTF8.self).split(separator: " ").map(String.init)
            guard parts.count == 2, let number = CanonicalInteger.parse(parts[0]), let lines = Int(parts[1]) else {
                throw Self.malformed(place)
            }
            made.append(Made(number: number, lines: lines))
        } else if row == Array("entry".utf8) {
            beginEntry()
        } else if Self.rest(row, after: "known ") == nil {
            throw Self.malformed(place)
        }
    }

    /// The file's text: personal information.
    public func text() throws -> [UInt8] {
        var text = Array("\(Self.title)\n".utf8) + (try context.object.line()) + Array("\ncommittee \(committee)\n".utf8)
        for known in context.agreements { text += Array("known ".utf8) + (try known.object.line()) + [0x0A] }
        for (place, line) in lines.enumerated() {
            if entries.contains(place) { text += Array("entry\n".utf8) }
            text += Array("line ".utf8) + line.bytes + [0x0A]
        }
        for opening in openings.openings { text += Array("opening ".utf8) + (try SlipOpenings.line(of: opening)) + [0x0A] }
        for one in made { text += Array("made \(one.number) \(one.lines)\n".utf8) }
        return text
    }

    private static func rest(_ row: [UInt8], after mark: String) -> [UInt8]? {
        row.starts(with: mark.utf8) ? Array(row.dropFirst(mark.utf8.count)) : nil
    }

    private static func malformed(_ line: Int) -> SlipError {
        SlipError(.fileMalformed, ["file": title, "line": String(line)])
    }

    /// Notes that a slip was signed of it.
    public func noteMade(_ number: Int64) {
        let now = Made(number: number, lines: lines.count)
        if !made.contains(now) { made.append(now) }
    }

    /// The same without what the last command entered, or the last row of a group; and the lines that are gone. Refuses:
    /// E-SLP-016.
    public func withoutLastEntry() throws -> (draft: SlipDraft, dropped: [SlipLine]) {
        guard !lines.isEmpty else { throw SlipError(.empty, ["committee": committee]) }
        let kept = entries.last { $0 < lines.count } ?? 0
        let draft = SlipDraft(context, committee: committee)
        for (place, line) in lines.prefix(kept).enumerated() {
            if entries.contains(place) { draft.beginEntry() }
            try draft.take(line)
        }
        let subjects = Set(draft.lines.compactMap { $0.kind == SubjectOpened.kind ? try? $0.object.string("subject") : nil })
        draft.openings.openings = openings.openings.filter { subjects.contains($0.subject) }
        draft.made = made
        return (draft, Array(lines.dropFirst(kept)))
    }
}
