import AuditTrail
import Foundation
import ReferenceData
import Storage
import Testing

@testable import EmployerServices

/// A book of employers in a temporary folder, founded by one person or two: offices of three regions (two of region 06),
/// a catalogue of three measures, three standards, two programmes. What time it is can be set.
final class FiguresBook {
    static let layout = BookLayout(
        kinds: EmployerKinds.all, schemas: [], later: [ServicesSchema.all],
        deriver: { EmployerBundleDeriver(register: $0) })
    static let offices = [("MTL", "06"), ("R03", "03"), ("R06", "06"), ("R12", "12")]
    static let measures = ["artt", "mfor", "recrutement"]
    static let standards = ["cuisine", "soudage", "usinage"]
    static let programmes = ["reglemente", "strategie"]

    let folder: URL
    let book: Book
    /// TIME of the next batches.
    var now = "2030-01-01T12:00:00Z"
    private var requests = 0

    static func key(_ name: String) throws -> PrivateKey {
        try PrivateKey(seed: SHA256.hash(Array("figures \(name)".utf8)).bytes)
    }

    init(founders: [String] = ["anne"]) throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("figures-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        book = try Book.create(
            path: folder.appendingPathComponent("book").path, layout: Self.layout, waitMilliseconds: 1000)
        now = "2020-01-01T12:00:00Z"
        try found(founders)
        try write { try Self.setLists($0) }
        now = "2030-01-01T12:00:00Z"
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    private func found(_ founders: [String]) throws {
        _ = try book.write(order(by: founders[0])) { transaction in
            let session = try transaction.found(
                RegisterCreated(
                    register: RegisterName.employers, origin: "sample.example", random: SHA256.hash(Array("f".utf8)),
                    ledgerKey: Self.key("ledger").publicKey, recoveryKey: Self.key("recovery").publicKey,
                    founders: try founders.map { .init(person: $0, key: try Self.key($0).publicKey) }, template: nil))
            for person in founders {
                let proof = Proofs.possession(register: session.register.id, person: person, role: .founder, scope: "")
                let key = try Self.key(person)
                try session.append(
                    PersonAdmitted(person: person, key: key.publicKey, role: .founder, proof: key.sign(proof)))
            }
        }
    }

    private static func setLists(_ session: RegisterSession) throws {
        for (code, region) in offices {
            try session.append(OfficeSet(office: code, region: Region(parsing: region), name: "Bureau \(code)"))
        }
        try session.append(
            CatalogueAdopted(
                catalogue: "2015", from: theDay("2015-04-01"), citation: "essai",
                measures: measures.map { .init(measure: $0, name: $0, nameEnglish: $0, citation: "415") }))
        for standard in standards {
            try session.append(
                StandardSet(standard: standard, name: standard, modules: [.init(module: "M1", name: "Module 1")]))
        }
        for programme in programmes {
            try session.append(
                ProgrammeSet(
                    programme: programme, nature: .strategy, name: programme, nameEnglish: programme, citation: "S 476-486"))
        }
    }

    private func order(by person: String) throws -> WriteOrder {
        requests += 1
        return WriteOrder(
            key: try Self.key(person), registers: [RegisterName.employers], now: now,
            idempotencyKey: "request-\(requests)", contentHash: SHA256.hash(Array("\(requests)".utf8)))
    }

    func admit(_ person: String, _ role: Role, _ scope: String) throws {
        let key = try Self.key(person)
        try write { session in
            let proof = Proofs.possession(register: session.register.id, person: person, role: role, scope: scope)
            try session.append(
                PersonAdmitted(
                    person: person, key: key.publicKey, role: role, scope: scope, proof: key.sign(proof), consent: .alone))
        }
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

    /// The code that a batch is refused with; nil where it is written, which the book then keeps.
    func refused(as person: String = "anne", _ body: (RegisterSession) throws -> Void) -> String? {
        do {
            try write(as: person, body)
            return nil
        } catch let error as IndicatorError {
            return error.code.rawValue
        } catch let error as ScopeError {
            return error.code.rawValue
        } catch let error as ServiceListError {
            return error.code.rawValue
        } catch let error as AuditError {
            return error.code.rawValue
        } catch {
            return "\(error)"
        }
    }

    /// What a check of the whole book finds: every record judged again, every table compared.
    func faults() throws -> [String] { try BookCheck.run(book).faults.map { "\($0.error)" } }

    /// The files of a bundle, as their lines.
    func files() throws -> [String: [String]] {
        try read { session in
            let sink = GatheredFiles()
            let deriver = try #require(EmployerBundleDeriver(register: RegisterName.employers))
            for sequence in 1...session.register.size {
                try deriver.take(
                    session.record(at: sequence), at: sequence, into: sink, lookUp: { try session.record(at: $0) })
            }
            try deriver.finish(into: sink)
            return sink.bytes.mapValues { bytes in
                String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
            }
        }
    }
}

private final class GatheredFiles: BundleSink {
    var bytes: [String: [UInt8]] = [:]

    func write(_ added: UnsafeRawBufferPointer, to file: String) { bytes[file, default: []].append(contentsOf: added) }
}

func theDay(_ iso: String) -> CalendarDate {
    guard let date = try? CalendarDate(iso: iso) else { preconditionFailure("not a day: \(iso)") }
    return date
}

func theMonth(_ text: String) -> PeriodID {
    guard let month = try? PeriodID(month: text) else { preconditionFailure("not a month: \(text)") }
    return month
}

func theYear(_ text: String) -> FiscalYear {
    guard let year = try? FiscalYear(parsing: text) else { preconditionFailure("not a year: \(text)") }
    return year
}

func theLevel(_ text: String) -> Level {
    guard let level = try? Level(parsing: text) else { preconditionFailure("not a level: \(text)") }
    return level
}
