import AuditTrail
import EmployerServices
import FundLedger
import ReferenceData

/// What a command asks of the register of employers.
struct ServiceRequest {
    let command: String
    /// What is asked for, without a person's name: the fingerprint of the request.
    let asked: [String: String?]
    let options: WriteOptions
    /// The names of persons that were typed.
    var persons: [String] = []

    fileprivate func request(_ documents: [String] = []) -> WriteRequest {
        var content = CanonicalObject(asked.compactMapValues { $0 }.map { (key: $0.key, value: CanonicalValue.text($0.value)) })
        content["command"] = .string(command)
        if !documents.isEmpty { content["documents"] = .array(documents.map { .string($0) }) }
        return WriteRequest(registers: [RegisterName.employers], content: content, options: options)
    }
}

extension Invocation {
    /// Reads the register of employers.
    func services<T>(_ body: (ServicesReader) throws -> T) throws -> T {
        try openBookToRead().read { try body(ServicesReader($0.register(RegisterName.employers))) }
    }

    /// Writes one record, with the documents that come with it; gives what a view shows of it. The same request made again
    /// is answered with its first record.
    func record<R: ServiceRecord, V>(
        _ request: ServiceRequest, documents: [String] = [], _ make: (RegisterSession, [String]) throws -> R,
        view: (R, ServicesReader) throws -> V
    ) throws -> WriteDone<V> {
        try Attachments(documents, call: self, isDryRun: request.options.dryRun).holding { kept in
            try write(request.request(kept.hashes), to: openBook()) { transaction in
                let session = try transaction.register(RegisterName.employers)
                let record = try make(session, kept.record(in: session))
                try session.append(record)
                return try view(record, ServicesReader(session))
            } again: { reading, receipts in
                guard let found = try reading.records(R.self, of: receipts).first else {
                    throw AuditError(.recordUnknown, ["record": String(receipts.first?.first ?? 0)])
                }
                let same = SamePersons(session: found.session, receipts: receipts, key: request.options.idempotencyKey)
                for name in request.persons { try same.require(name) }
                return try view(found.record, ServicesReader(found.session))
            }
        }
    }

    /// The day of an option, or today. Refuses: E-REF codes.
    func day(_ typed: String?) throws -> CalendarDate { try CalendarDate(iso: typed ?? edge.clock.today()) }

    /// Opens a subject for a person's name; gives its id.
    func openPerson(_ name: String, in session: RegisterSession) throws -> String {
        // Of the place in the history too: under a seed, the next command draws the same bytes.
        let drawn = SHA256.hash(edge.randomBytes(16) + Array(session.register.root.hex.utf8) + Array(name.utf8)).hex
        let subject = String(drawn.prefix(32))
        try session.openSubject(subject, values: ["name": name], salts: ["name": edge.randomBytes(32)])
        return subject
    }
}

extension ServicesReader {
    /// A person's name as the book still has it; words that say it is erased where it is.
    func personName(_ subject: String) throws -> Message {
        guard let name = try session.values(of: subject)["name"] else { return GrantWords.erased }
        return .verbatim(name)
    }
}
