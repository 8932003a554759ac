import AuditTrail
import Foundation
import ReferenceData
import Storage
import Testing

@testable import EmployerServices

/// A book with the register of employers alone, founded by Marie, in a temporary folder; deleted at the end.
///
/// It has the offices `R03`, `R06` and `MTL` (region 06), `OLD` (region 06, closed), a catalogue from 2020-04-01 with the
/// measures `mfor` and `recrutement`, and the committees `tourisme` and `rail`.
final class ServicesBook {
    static let layout = BookLayout(
        kinds: EmployerKinds.all, schemas: [], later: [ServicesSchema.all], deriver: { _ in nil })
    static let day = "2026-05-01"
    /// TIME of the next batches: after all days that tests name, but for what comes too early.
    var now = "2028-05-01T14:30:00Z"

    let folder: URL
    let book: Book
    let marie: PrivateKey
    private var keys: [String: PrivateKey] = [:]
    private var requests = 0

    static func key(_ name: String) throws -> PrivateKey {
        try PrivateKey(seed: SHA256.hash(Array("services \(name)".utf8)).bytes)
    }

    init(hasLists: Bool = true) throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("services-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        book = try Book.create(
            path: folder.appendingPathComponent("services.book").path, layout: Self.layout, waitMilliseconds: 1000)
        marie = try Self.key("marie")
        keys["marie"] = marie
        try found()
        if hasLists { try write { try Self.setLists($0) } }
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    private func found() throws {
        let ledger = try Self.key("ledger")
        let recovery = try Self.key("recovery")
        _ = try book.write(order("marie")) { transaction in
            let session = try transaction.found(
                RegisterCreated(
                    register: RegisterName.employers, origin: "sample.example", random: SHA256.hash([1]),
                    ledgerKey: ledger.publicKey, recoveryKey: recovery.publicKey,
                    founders: [.init(person: "marie", key: marie.publicKey)], template: nil))
            let proof = Proofs.possession(register: session.register.id, person: "marie", role: .founder, scope: "")
            try session.append(
                PersonAdmitted(person: "marie", key: marie.publicKey, role: .founder, proof: marie.sign(proof)))
        }
    }

    private static func setLists(_ session: RegisterSession) throws {
        let offices: [(String, Region, Bool)] = [
            ("R03", .capitaleNationale, false), ("R06", .montreal, false), ("MTL", .montreal, false),
            ("OLD", .montreal, true),
        ]
        for (office, region, isClosed) in offices {
            try session.append(OfficeSet(office: office, region: region, name: "Bureau \(office)", isClosed: isClosed))
        }
        let measures = ["mfor", "recrutement"].map {
            CatalogueAdopted.Measure(measure: $0, name: $0, nameEnglish: $0, citation: "415")
        }
        try session.append(
            CatalogueAdopted(catalogue: "2020", from: date("2020-04-01"), citation: "essai", measures: measures))
        for committee in ["tourisme", "rail"] {
            try session.append(
                CommitteeSet(CommitteeHead(committee, on: date("2020-04-01")), name: committee, sector: committee))
        }
    }

    static func date(_ iso: String) -> CalendarDate {
        guard let date = try? CalendarDate(iso: iso) else { preconditionFailure("not a day: \(iso)") }
        return date
    }

    static func neq(_ text: String) -> NEQ {
        guard let neq = try? NEQ(parsing: text) else { preconditionFailure("not a NEQ: \(text)") }
        return neq
    }

    private func order(_ person: String, dryRun: Bool = false) throws -> WriteOrder {
        requests += 1
        return WriteOrder(
            key: try keys[person] ?? Self.key(person), registers: [RegisterName.employers], now: now,
            idempotencyKey: "request-\(requests)", contentHash: SHA256.hash(Array("\(requests)".utf8)), isDryRun: dryRun)
    }

    /// Writes one batch; gives what the body gives.
    @discardableResult
    func write<T>(as person: String = "marie", dryRun: Bool = false, _ body: (RegisterSession) throws -> T) throws -> T {
        let outcome = try book.write(order(person, dryRun: dryRun)) { try body($0.register(RegisterName.employers)) }
        guard case .done(let value, _, _) = outcome else { preconditionFailure("a fresh request was repeated") }
        return value
    }

    func append<R: Record>(_ record: R, as person: String = "marie") throws {
        try write(as: person) { try $0.append(record) }
    }

    func read<T>(_ body: (ServicesReader) throws -> T) throws -> T {
        try book.read { try body(ServicesReader($0.register(RegisterName.employers))) }
    }

    /// Admits a person with one role, by Marie alone.
    func admit(_ person: String, _ role: Role, scope: String = "") throws {
        let key = try Self.key(person)
        keys[person] = key
        try write { session in
            let proof = Proofs.possession(register: session.register.id, person: person, role: role, scope: scope)
            try session.append(
                PersonAdmitted(
                    person: person, key: key.publicKey, role: role, scope: scope, proof: key.sign(proof), consent: .alone))
        }
    }

    /// Opens a subject; gives its id.
    func openSubject(_ number: Int) throws -> String {
        let subject = String(SHA256.hash(Array("subject \(number)".utf8)).hex.prefix(32))
        try write { session in
            let salt = SHA256.hash(Array("salt \(number)".utf8)).bytes
            try session.openSubject(subject, values: ["name": "Personne \(number)"], salts: ["name": salt])
        }
        return subject
    }

    func erase(_ subject: String) throws { try append(SubjectErased(subject: subject, reason: "essai")) }

    /// Adds a firm of region 06.
    func add(
        _ neq: String, _ name: String = "Essai inc.", region: Region = .montreal, form: EmployerForm = .corporation,
        other: [String]? = nil, on day: String = ServicesBook.day
    ) throws {
        try append(Self.added(neq, name, region: region, form: form, other: other, on: day))
    }

    static func added(
        _ neq: String, _ name: String = "Essai inc.", region: Region = .montreal, form: EmployerForm = .corporation,
        other: [String]? = nil, on day: String = ServicesBook.day
    ) throws -> EmployerAdded {
        EmployerAdded(
            self.neq(neq),
            EmployerDetails(form: form, name: name, otherNames: other, region: region, scian: try SCIAN(parsing: "721")),
            on: date(day))
    }

    /// An intervention with the next number.
    static func start(
        _ session: RegisterSession, _ neq: String, office: String = "R06", measure: String = "mfor",
        begins: String = "2026-05-01", establishment: Int64? = nil
    ) throws -> InterventionStarted {
        InterventionStarted(
            try ServicesReader(session).nextIntervention(on: date(begins)), employer: self.neq(neq),
            establishment: establishment, measure: measure, office: office, begins: date(begins))
    }

    @discardableResult
    func start(_ neq: String, office: String = "R06", begins: String = "2026-05-01") throws -> InterventionID {
        try write { session in
            let record = try Self.start(session, neq, office: office, begins: begins)
            try session.append(record)
            return record.intervention
        }
    }

    /// The verdicts that a replay of everything fails, and whether tables are other than the records give.
    func check() throws -> [String] {
        try BookCheck.run(book).faults.map { fault in
            "\(fault.verdict?.rawValue ?? "table"): \(ServicesBook.code(of: fault.error))"
        }
    }

    static func code(of error: any Error) -> String {
        switch error {
        case let error as EmployerError: error.code.rawValue
        case let error as InterventionError: error.code.rawValue
        case let error as CommitteeError: error.code.rawValue
        case let error as ServiceListError: error.code.rawValue
        case let error as IntakeError: error.code.rawValue
        case let error as ScopeError: error.code.rawValue
        case let error as AuditError: error.code.rawValue
        case let error as ReferenceError: error.code.rawValue
        default: "\(error)"
        }
    }

    /// The code that one record would be refused with; nil where it would be written. Writes nothing.
    func refusal(as person: String = "marie", _ body: (RegisterSession) throws -> Void) -> String? {
        do {
            try write(as: person, dryRun: true, body)
            return nil
        } catch {
            return Self.code(of: error)
        }
    }

    /// The same, of one record.
    func refusal<R: Record>(of record: R, as person: String = "marie") -> String? {
        refusal(as: person) { try $0.append(record) }
    }
}

/// A record's line without its judgement: what a dishonest writer could append.
struct Unjudged<R: Record>: Record {
    static var kind: String { R.kind }
    static var rules: KindRules { KindRules(.anyRole) }

    let record: R

    init(_ record: R) { self.record = record }
    init(from reader: inout CanonicalObject.Reader) throws { record = try R(from: &reader) }

    func write(into writer: inout CanonicalWriter, kind: String) throws { try record.write(into: &writer, kind: kind) }
    func judge(in session: RegisterSession, at sequence: Int64) throws {}
    func apply(in session: RegisterSession, at sequence: Int64) throws {}
}
