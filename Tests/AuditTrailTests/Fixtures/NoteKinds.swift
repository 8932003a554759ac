import AuditTrail
import Storage

/// A small domain above AuditTrail, for tests: notes of an amount, some of them halves of pairs between registers.
struct NotePosted: AnnullableRecord, BorrowingRecord {
    static let kind = "note.posted/1"
    static let rules = KindRules(.roles([.financeOfficer]), registers: ["fnf", "fdmt"], verdict: .books)

    var amount: Int64
    var name: String
    var pair: (name: String, register: Digest)?
    var text: String
    var lentName: String { name }

    init(_ name: String, _ amount: Int64, _ text: String = "", pair: (name: String, register: Digest)? = nil) {
        self.name = name
        self.amount = amount
        self.text = text
        self.pair = pair
    }

    init(from reader: inout CanonicalObject.Reader) throws {
        amount = try reader.integer("amount")
        name = try reader.string("name")
        pair = nil
        if reader.has("pair") {
            var half = try reader.reader("pair")
            pair = (try half.string("name"), try half.digest("register"))
            try half.finish()
        }
        text = try reader.string("text")
    }

    func write(into writer: inout CanonicalWriter, kind: String) throws {
        writer.beginObject()
        writer.member("amount", amount)
        try writer.member("kind", kind)
        try writer.member("name", name)
        if let pair {
            writer.name("pair")
            writer.beginObject()
            try writer.member("name", pair.name)
            try writer.member("register", pair.register.hex)
            writer.endObject()
        }
        try writer.member("text", text)
        writer.endObject()
    }

    func judge(in session: RegisterSession, at sequence: Int64) throws {
        guard amount != 0 else { throw AuditError(.malformedMember, ["member": "amount", "found": "0"]) }
    }

    func apply(in session: RegisterSession, at sequence: Int64) throws {
        try session.connection.run(
            "INSERT INTO note (register, sequence, amount, text, annulled) VALUES (?, ?, ?, ?, NULL)",
            .integer(session.register.number), .integer(sequence), .integer(amount), .text(text))
    }

    func judgeAnnulment(_ part: VerdictName, in session: RegisterSession, of sequence: Int64) throws {}

    func annul(_ part: VerdictName, in session: RegisterSession, of sequence: Int64, at annulment: Int64) throws {
        guard part == .books else { return }
        try session.connection.run(
            "UPDATE note SET annulled = ? WHERE register = ? AND sequence = ?", .integer(annulment),
            .integer(session.register.number), .integer(sequence))
    }
}

/// `note.paid/1`: an amount that two persons pay, the second an approver. Its name is given when it is done, and a note
/// follows it.
struct NotePaid: TwoPersonRecord, LendingRecord {
    static let kind = "note.paid/1"
    static let rules = KindRules(.roles([.financeOfficer, .approver]), registers: ["fnf", "fdmt"], verdict: .books)
    static let second = Role.approver
    static let givenWhenDone: Set<String> = ["name"]

    var amount: Int64
    var name: String?
    var consent = Consent.none
    var lendsTo: [String] { name.map { [$0] } ?? [] }

    init(amount: Int64, name: String? = nil, consent: Consent = .none) {
        self.amount = amount
        self.name = name
        self.consent = consent
    }

    init(from reader: inout CanonicalObject.Reader) throws {
        amount = try reader.integer("amount")
        name = try reader.string("name")
        consent = .proposal(try reader.integer("proposal"))
    }

    init(proposedFrom reader: inout CanonicalObject.Reader) throws { amount = try reader.integer("amount") }

    func write(into writer: inout CanonicalWriter, kind: String) throws {
        writer.beginObject()
        try consent.writeAlone(into: &writer)
        writer.member("amount", amount)
        try writer.member("kind", kind)
        if let name { try writer.member("name", name) }
        consent.writeProposal(into: &writer)
        writer.endObject()
    }

    func judgeContent(in session: RegisterSession, at sequence: Int64) throws {
        guard amount > 0 else { throw AuditError(.malformedMember, ["member": "amount", "found": String(amount)]) }
    }

    func applyContent(in session: RegisterSession, at sequence: Int64) throws {}

    func completed(in session: RegisterSession) throws -> NotePaid {
        NotePaid(amount: amount, name: "paid-\(session.register.size + 1)")
    }

    func appendDone(in session: RegisterSession) throws -> Int64 {
        let sequence = try session.append(self)
        try session.append(NotePosted(name ?? "", amount, "bound"))
        return sequence
    }
}

/// `notes.csv`: a row per note and per annulment.
final class NoteDeriver: BundleDeriver {
    let files = ["notes.csv"]
    private(set) var controls: ControlTotals? = ControlTotals()

    func take(
        _ record: any Record, at sequence: Int64, into sink: any BundleSink, lookUp: (Int64) throws -> any Record
    ) throws {
        switch record {
        case is RegisterCreated: try write("record,amount_cents,text", sink)
        case let note as NotePosted:
            controls?.entries += 1
            controls?.postings += 1
            controls?.debitCents &+= max(note.amount, 0)
            try write("\(sequence),\(note.amount),\(note.text)", sink)
        case let annulment as RecordAnnulled:
            guard let note = try lookUp(annulment.record) as? NotePosted else { return }
            controls?.entries -= 1
            controls?.postings -= 1
            controls?.debitCents &-= max(note.amount, 0)
            try write("\(sequence),\(-note.amount),\(note.text)", sink)
        default: break
        }
    }

    func finish(into sink: any BundleSink) throws { try write("end,\(controls?.entries ?? 0),", sink) }

    private func write(_ row: String, _ sink: any BundleSink) throws {
        try Array((row + "\n").utf8).withUnsafeBytes { try sink.write($0, to: "notes.csv") }
    }
}

final class NotePairReader: PairReader {
    func take(_ record: any Record) -> PairHalf? {
        guard let note = record as? NotePosted, let pair = note.pair else { return nil }
        return PairHalf(
            name: note.name, register: pair.register, otherName: pair.name, common: note.text,
            amountCents: note.amount, reverses: nil)
    }
}

enum NoteDomain {
    static let layout = BookLayout(
        kinds: [NotePosted.self, NotePaid.self, Proposed<NotePaid>.self],
        schemas: [
            """
            CREATE TABLE note (
                register INTEGER NOT NULL, sequence INTEGER NOT NULL, amount INTEGER NOT NULL, text TEXT NOT NULL,
                annulled INTEGER, PRIMARY KEY (register, sequence)
            ) STRICT, WITHOUT ROWID;
            CREATE TABLE note_log (line TEXT NOT NULL) STRICT;
            """
        ],
        deriver: { RegisterName.funds.contains($0) ? NoteDeriver() : nil },
        pairReader: { _ in NotePairReader() })
}
