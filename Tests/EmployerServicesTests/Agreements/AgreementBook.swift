import AuditTrail
import Foundation
import ReferenceData
import Storage
import Testing

@testable import EmployerServices

/// A book of employers in a temporary folder, founded by one person: two committees with a standard each, offices in three
/// regions, three employers, agents of two regions, a coordinator of each committee.
final class AgreementBook {
    static let layout = BookLayout(
        kinds: EmployerKinds.all, schemas: [], later: [ServicesSchema.all], deriver: { _ in nil })

    let folder: URL
    let book: Book
    private var requests = 0
    private var subjects = 0

    static let (mill, forge, inn) = ("1140000013", "1140000021", "1140000039")

    static func key(_ name: String) throws -> PrivateKey {
        try PrivateKey(seed: SHA256.hash(Array("agreements \(name)".utf8)).bytes)
    }

    init() throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("agreements-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        book = try Book.create(
            path: folder.appendingPathComponent("book").path, layout: Self.layout, waitMilliseconds: 1000)
        try found()
        try admit("agent06", .agent, "06")
        try admit("agent12", .agent, "12")
        try admit("coord", .coordinator, "metal")
        try admit("hotelier", .coordinator, "tourisme")
        try write { session in
            for (code, region) in [("R06", "06"), ("R12", "12"), ("R13", "13")] {
                try session.append(OfficeSet(office: code, region: Region(parsing: region), name: "Bureau \(code)"))
            }
            for committee in ["metal", "tourisme"] {
                try session.append(
                    CommitteeSet(CommitteeHead(committee, on: day("2026-04-01")), name: committee, sector: committee))
            }
            let modules = ["M1", "M2", "M3"].map { StandardSet.Module(module: $0, name: "Module \($0)") }
            try session.append(StandardSet(standard: "usinage", name: "Usinage", committee: "metal", modules: modules))
            try session.append(StandardSet(standard: "cuisine", name: "Cuisine", committee: "tourisme", modules: modules))
            try session.append(StandardSet(standard: "libre", name: "Sans comité", modules: modules))
            for (code, committee) in [("strategie", "metal"), ("reglemente", nil)] as [(String, String?)] {
                try session.append(
                    ProgrammeSet(
                        programme: code, nature: .strategy, name: code, nameEnglish: code, committee: committee,
                        citation: "S 476-486"))
            }
            for (neq, region, office) in [(Self.mill, "06", "R06"), (Self.forge, "12", "R12"), (Self.inn, "13", "R13")] {
                let details = EmployerDetails(
                    form: .corporation, name: "Entreprise \(neq)", region: try Region(parsing: region), office: office,
                    scian: try SCIAN(parsing: "3327"))
                try session.append(EmployerAdded(NEQ(parsing: neq), details, on: day("2026-04-01")))
            }
        }
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    private func found() throws {
        let anne = try Self.key("anne")
        _ = try book.write(order(by: "anne")) { transaction in
            let session = try transaction.found(
                RegisterCreated(
                    register: RegisterName.employers, origin: "sample.example", random: SHA256.hash(Array("e".utf8)),
                    ledgerKey: Self.key("ledger").publicKey, recoveryKey: Self.key("recovery").publicKey,
                    founders: [.init(person: "anne", key: anne.publicKey)], template: nil))
            let proof = Proofs.possession(register: session.register.id, person: "anne", role: .founder, scope: "")
            try session.append(PersonAdmitted(person: "anne", key: anne.publicKey, role: .founder, proof: anne.sign(proof)))
        }
    }

    private func admit(_ person: String, _ role: Role, _ scope: String) throws {
        let key = try Self.key(person)
        try write { session in
            let proof = Proofs.possession(register: session.register.id, person: person, role: role, scope: scope)
            try session.append(
                PersonAdmitted(
                    person: person, key: key.publicKey, role: role, scope: scope, proof: key.sign(proof), consent: .alone))
        }
    }

    private func order(by person: String) throws -> WriteOrder {
        requests += 1
        return WriteOrder(
            key: try Self.key(person), registers: [RegisterName.employers], now: "2028-05-10T14:30:00Z",
            idempotencyKey: "request-\(requests)", contentHash: SHA256.hash(Array("\(requests)".utf8)))
    }

    /// One batch of a person.
    @discardableResult
    func write<T>(as person: String = "anne", _ body: (RegisterSession) throws -> T) throws -> T {
        let outcome = try book.write(order(by: person)) { try body($0.register(RegisterName.employers)) }
        guard case .done(let value, _, _) = outcome else { preconditionFailure("a fresh request was repeated") }
        return value
    }

    func read<T>(_ body: (RegisterSession) throws -> T) throws -> T {
        try book.read { try body($0.register(RegisterName.employers)) }
    }

    /// The code that a batch is refused with; nothing of it is kept.
    func refused(as person: String = "anne", _ body: (RegisterSession) throws -> Void) throws -> String? {
        let before = try size()
        var found: String?
        do {
            try write(as: person, body)
        } catch let error as AgreementError {
            found = error.code.rawValue
        } catch let error as ParticipationError {
            found = error.code.rawValue
        } catch let error as SlipError {
            found = error.code.rawValue
        } catch let error as ScopeError {
            found = error.code.rawValue
        } catch let error as ServiceListError {
            found = error.code.rawValue
        } catch let error as EmployerError {
            found = error.code.rawValue
        } catch let error as AuditError {
            found = error.code.rawValue
        }
        #expect(try found == nil || size() == before, "a refusal wrote something")
        return found
    }

    func size() throws -> Int64 { try read { $0.register.size } }

    /// A drawing that never draws the same twice.
    func drawing(_ fields: [String]) -> (subject: String, salts: [String: [UInt8]]) {
        subjects += 1
        let drawn = { (name: String) in SHA256.hash(Array("\(self.subjects) \(name)".utf8)).bytes }
        return (
            Hexadecimal.encode(Array(drawn("subject").prefix(16))),
            Dictionary(uniqueKeysWithValues: fields.map { ($0, drawn($0)) })
        )
    }

    func open(_ session: RegisterSession, _ name: String) throws -> String {
        let drawn = drawing(["name"])
        try session.openSubject(drawn.subject, values: ["name": name], salts: drawn.salts)
        return drawn.subject
    }

    static func order(
        _ name: String = "Léa Côté", born: String? = "2004-05-12", at employer: String = mill, office: String = "R06",
        standard: String = "usinage", companion: String? = "Marc Roy", isSigned: Bool = true, on date: String = "2026-05-03"
    ) throws -> AgreementOrder {
        AgreementOrder(
            apprentice: .named(name, born: born), companion: companion.map { .named($0, born: nil) }, employer: employer,
            office: office, standard: standard,
            terms: isSigned
                ? .init(
                    apprenticeSigned: try day("2026-05-01"), employerSigned: try day("2026-05-02"),
                    serviceSigned: try day("2026-05-03"), begins: try day("2026-05-04"), ends: try day("2027-05-03"), hours: 35)
                : nil, date: try day(date))
    }

    /// Drafts and signs as a person.
    @discardableResult
    func sign(as person: String = "anne", _ order: AgreementOrder) throws -> AgreementID {
        try write(as: person) { try BookDesk($0).write(order, drawing: drawing) }
    }

    func file(_ id: AgreementID) throws -> AgreementFile { try read { try Agreements($0).agreement(id) } }

    /// The tables are what the records give.
    func expectSound(at location: SourceLocation = #_sourceLocation) throws {
        let report = try BookCheck.run(book)
        #expect(report.isSound, "\(report.faults)", sourceLocation: location)
    }
}
