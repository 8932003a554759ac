import AuditTrail
import Foundation
import Storage
import Testing

/// A book in a folder of its own, with fixed keys and times, so that two of them are the same bytes.
final class TestBook {
    let folder: String
    let book: Book
    private(set) var ids: [String: Digest] = [:]
    private var minute = 0
    private var commands = 0

    init(registers: [String] = ["fnf"]) throws {
        folder = NSTemporaryDirectory() + "bundle-test-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        book = try Book.create(path: folder + "/book", layout: NoteDomain.layout, waitMilliseconds: 1000)
        for name in registers { try found(name) }
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    static func key(_ name: String) -> PrivateKey {
        let seed = SHA256.hash(Array("seed of \(name)".utf8)).bytes
        guard let key = try? PrivateKey(seed: seed) else { preconditionFailure("a seed makes a key") }
        return key
    }

    static func ledgerKey(_ register: String = "fnf") -> PrivateKey { key("ledger \(register)") }

    private func found(_ name: String) throws {
        let founders = ["anne", "bruno"].map {
            RegisterCreated.Founder(person: $0, key: TestBook.key($0).publicKey)
        }
        let genesis = RegisterCreated(
            register: name, origin: "book.example", random: SHA256.hash(Array(name.utf8)),
            ledgerKey: TestBook.ledgerKey(name).publicKey, recoveryKey: TestBook.key("recovery").publicKey,
            founders: founders, template: nil)
        _ = try book.write(order([name], "anne")) { transaction in
            let session = try transaction.found(genesis)
            ids[name] = session.register.id
            for founder in founders {
                let proof = Proofs.possession(
                    register: session.register.id, person: founder.person, role: .founder, scope: "")
                try session.append(
                    PersonAdmitted(
                        person: founder.person, key: founder.key, role: .founder,
                        proof: TestBook.key(founder.person).sign(proof)))
            }
        }
    }

    func order(_ registers: [String], _ person: String) -> WriteOrder {
        commands += 1
        return WriteOrder(
            key: TestBook.key(person), registers: registers, now: now(), idempotencyKey: "command-\(commands)",
            contentHash: SHA256.hash(Array("command \(commands)".utf8)))
    }

    private func now() -> String {
        minute += 1
        let pad = { (number: Int) in number < 10 ? "0\(number)" : "\(number)" }
        return "2026-05-\(pad(1 + minute / 1440))T\(pad(minute / 60 % 24)):\(pad(minute % 60)):00Z"
    }

    /// One batch of the register by a person.
    @discardableResult
    func write<T>(_ register: String = "fnf", by person: String = "anne", _ body: (RegisterSession) throws -> T) throws
        -> T
    {
        let written = try book.write(order([register], person)) { try body($0.register(register)) }
        guard case .done(let value, _, _) = written else { throw AuditError(.idempotencyConflict) }
        return value
    }

    @discardableResult
    func post(_ amount: Int64, _ text: String = "a note", register: String = "fnf") throws -> Int64 {
        try write(register) { try $0.append(NotePosted("n", amount, text)) }
    }

    /// A note in each of two registers, in sibling batches.
    func postPair(_ amount: Int64, mirrored: Int64? = nil) throws {
        let (fnf, fdmt) = (try #require(ids["fnf"]), try #require(ids["fdmt"]))
        commands += 1
        let (left, right) = ("a\(commands)", "b\(commands)")
        _ = try book.write(order(["fnf", "fdmt"], "anne")) { transaction in
            try transaction.register("fnf").append(NotePosted(left, amount, "2026-05-01", pair: (right, fdmt)))
            try transaction.register("fdmt").append(
                NotePosted(right, mirrored ?? -amount, "2026-05-01", pair: (left, fnf)))
        }
    }

    /// What two admins do: proposed by one, approved by the other and done.
    func annul(_ record: Int64) throws {
        let proposal = try write(by: "anne") {
            try $0.append(Proposed(RecordAnnulled(record: record, reason: "wrong")))
        }
        try write(by: "bruno") { session in
            try session.append(ApprovalGiven(proposal: proposal))
            guard let proposed = try session.record(at: proposal) as? any ProposalRecord else { return }
            _ = try proposed.carryOut(in: session, proposal: proposal)
        }
    }

    func open(_ register: String = "fnf", keys: [PrivateKey]? = nil) throws -> OpenedExport {
        try BundleExport.open(
            book,
            ExportOrder(
                register: register, key: TestBook.key("anne"), now: now(), software: "fundctl test",
                ledgerKeys: keys ?? [TestBook.ledgerKey(register)]))
    }

    /// Replaces the ledger key of `fnf`, and writes an export under the new one as `one`. Returns that key.
    @discardableResult
    func exportRotated() throws -> PrivateKey {
        let (old, new) = (TestBook.ledgerKey(), TestBook.key("ledger two"))
        let text = Proofs.rotation(register: try #require(ids["fnf"]), old: old.publicKey, new: new.publicKey)
        try write {
            try $0.append(
                LedgerKeyRotated(
                    oldKey: old.publicKey, newKey: new.publicKey, proofOld: try old.sign(text),
                    proofNew: try new.sign(text)))
        }
        let opened = try open(keys: [new])
        _ = try BundleExport.write(
            book, register: "fnf", number: opened.place.number, ledgerKeys: [new], to: folder + "/one")
        return new
    }

    /// Opens an export and writes it. Returns the bundle's folder.
    func export(
        _ name: String, _ register: String = "fnf", documents: @escaping (Digest) throws -> String? = { _ in nil }
    ) throws -> String {
        let opened = try open(register)
        return try rewrite(opened.place.number, name, register, documents: documents)
    }

    func rewrite(
        _ number: Int64?, _ name: String, _ register: String = "fnf",
        documents: @escaping (Digest) throws -> String? = { _ in nil }
    ) throws -> String {
        _ = try BundleExport.write(
            book, register: register, number: number, ledgerKeys: [TestBook.ledgerKey(register)],
            to: folder + "/" + name, documents: documents)
        return folder + "/" + name
    }

    func verify(
        _ path: String, register: String = "fnf", previous: String? = nil, least: Int64? = nil, others: [String] = [],
        id: Digest? = nil, key: PrivateKey? = nil
    ) throws -> VerificationReport {
        try BundleVerifier.verify(
            VerificationOrder(
                path: path, key: (key ?? TestBook.ledgerKey(register)).publicKey.pem,
                registerID: id ?? ids[register], previous: previous.map { try bytes($0 + "/STATEMENT") },
                leastExport: least, others: others),
            layout: NoteDomain.layout)
    }
}

func bytes(_ path: String) throws -> [UInt8] { [UInt8](try Data(contentsOf: URL(fileURLWithPath: path))) }

func put(_ bytes: [UInt8], _ path: String) throws { try Data(bytes).write(to: URL(fileURLWithPath: path)) }

/// Every file under a folder, by its path there.
func files(_ folder: String) throws -> [String: [UInt8]] {
    var found: [String: [UInt8]] = [:]
    for path in try FileManager.default.subpathsOfDirectory(atPath: folder) {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: folder + "/" + path, isDirectory: &isFolder), !isFolder.boolValue
        else { continue }
        found[path] = try bytes(folder + "/" + path)
    }
    return found
}

extension VerificationReport {
    func code(_ name: VerdictName) -> AuditError.Code? { (verdicts[name]?.detail as? AuditError)?.code }
    func parameters(_ name: VerdictName) -> [String: String] {
        (verdicts[name]?.detail as? AuditError)?.parameters ?? [:]
    }
    func status(_ name: VerdictName) -> Verdict.Status? { verdicts[name]?.status }
}
