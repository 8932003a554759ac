import AuditTrail
import Foundation
import FundLedger
import ReferenceData

/// A book in a temporary folder with one fund under budget control, filled with what judging is measured on.
struct JudgingBook {
    private static let natures = 10
    private static let regions = 17
    private let folder: URL
    private let book: Book
    private let key: PrivateKey
    private let year: FiscalYear
    private let envelopes: Int
    private var posted = 0
    private var requests = 0
    private var seed: UInt64 = 1

    init(envelopes: Int, rules: Int) throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("judging-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        book = try Book.create(
            path: folder.appendingPathComponent("book").path,
            layout: BookLayout(
                kinds: FundKinds.all, schemas: [LedgerSchema.sqlite], later: LedgerSchema.later + [LedgerSchema.paymentIndexes],
                deriver: { FundBundleDeriver(register: $0) }, pairReader: { FundPairReader(register: $0) }),
            waitMilliseconds: 1_000)
        key = try Self.key("bench")
        year = try FiscalYear(startYear: 2026)
        self.envelopes = envelopes
        try found()
        try open()
        let set = try RuleSource(yaml: Array(Self.rules(rules).utf8), file: "bench.yaml").rules
        try write { try $0.append(RuleSetAdopted(set, sourceName: "bench.yaml", source: SHA256.hash([]), consent: .alone)) }
    }

    func remove() { try? FileManager.default.removeItem(at: folder) }

    /// Posts transfers until so many are in the book.
    mutating func transfer(until count: Int) throws {
        while posted < count {
            let batch = min(500, count - posted)
            var operations: [TransferOperation] = []
            for _ in 0..<batch { operations.append(try operation()) }
            try write { session in
                let transfers = try Transfers(session)
                for operation in operations {
                    guard try transfers.propose(operation, reason: "essai").state == .posted else {
                        preconditionFailure("the benchmark's transfers are permitted")
                    }
                }
            }
            posted += batch
        }
    }

    /// Medians in microseconds: of judgements one after another in one reading, of first judgements each in a reading of
    /// its own; and the limits that the last one counted.
    mutating func time(count: Int) throws -> (kept: Int, first: Int, limits: Int) {
        var kept: [Duration] = [], first: [Duration] = []
        var limits = 0
        let clock = ContinuousClock()
        var operations: [TransferOperation] = []
        for _ in 0..<count { operations.append(try operation()) }
        try book.read { reading in
            let transfers = try Transfers(reading.register("fnf"))
            _ = try transfers.check(operations[0])
            for operation in operations {
                let began = clock.now
                let finding = try transfers.check(operation)
                kept.append(clock.now - began)
                limits = finding.judgement.terms.count
            }
        }
        for operation in operations.prefix(101) {
            let began = clock.now
            try book.read { _ = try Transfers($0.register("fnf")).check(operation) }
            first.append(clock.now - began)
        }
        return (Self.median(kept), Self.median(first), limits)
    }

    private static func median(_ times: [Duration]) -> Int {
        Int(times.sorted()[times.count / 2].components.attoseconds / 1_000_000_000_000)
    }

    // MARK: Filling

    private static func key(_ name: String) throws -> PrivateKey {
        try PrivateKey(seed: SHA256.hash(Array("judging \(name)".utf8)).bytes)
    }

    private mutating func found() throws {
        let order = WriteOrder(
            key: key, registers: RegisterName.all, now: "2026-05-01T14:30:00Z", idempotencyKey: "found",
            contentHash: SHA256.hash([]), isDryRun: false)
        _ = try book.write(order) { transaction in
            for name in RegisterName.all {
                let session = try transaction.found(
                    RegisterCreated(
                        register: name, origin: "bench.example", random: SHA256.hash(Array(name.utf8)),
                        ledgerKey: try Self.key("ledger \(name)").publicKey,
                        recoveryKey: try Self.key("recovery").publicKey,
                        founders: [.init(person: "bench", key: key.publicKey)], template: "quebec"))
                let proof = Proofs.possession(register: session.register.id, person: "bench", role: .founder, scope: "")
                try session.append(
                    PersonAdmitted(person: "bench", key: key.publicKey, role: .founder, proof: key.sign(proof)))
                guard let fund = FundCode(rawValue: name) else { continue }
                for account in ChartTemplate.quebec(for: fund) { try session.append(AccountOpened(account)) }
            }
        }
    }

    private mutating func open() throws {
        let (year, envelopes) = (year, envelopes)
        try write { session in
            try session.append(YearOpened(year: year, budget: .controlled))
            let budget = try Budget(session)
            for number in 0..<envelopes {
                try budget.open(
                    Envelope(
                        code: Self.code(number), year: year,
                        attributes: [
                            "nature": "N\(number % Self.natures)", "region": "R\(number % Self.regions)",
                        ], amount: Cents(100_000_000)), on: year.firstDay)
            }
        }
    }

    private mutating func write(_ body: (RegisterSession) throws -> Void) throws {
        requests += 1
        let order = WriteOrder(
            key: key, registers: ["fnf"], now: "2026-05-02T14:30:00Z", idempotencyKey: "request-\(requests)",
            contentHash: SHA256.hash([]), isDryRun: false)
        _ = try book.write(order) { try body($0.register("fnf")) }
    }

    private static func code(_ number: Int) -> String { "E-\(number)" }

    /// Knuth's multiplier: the same numbers on each run.
    private mutating func number(below bound: Int) -> Int {
        seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int((seed >> 33) % UInt64(bound))
    }

    private mutating func operation() throws -> TransferOperation {
        let from = number(below: envelopes)
        let to = (from + 1 + number(below: envelopes - 1)) % envelopes
        return TransferOperation(
            .transfer, from: .init(Self.code(from), year), to: .init(Self.code(to), year),
            amount: Int64(1 + number(below: 1_000)), date: try CalendarDate(iso: "2026-06-18"))
    }

    /// A permit for all, then by turns limits over the year of envelope, region, nature and fund, for all or for one nature
    /// or region, approvals above an amount, and interdictions that seldom match.
    private static func rules(_ count: Int) -> String {
        var lines = ["id: P0, permit: {}"]
        let scopes = ["envelope", "group, group: [region]", "group, group: [nature]", "fund", "group, group: [nature, region]"]
        for number in 1..<count {
            let scope = scopes[number / 4 % scopes.count]
            let nature = "N\(number % natures)", region = "R\(number % regions)"
            switch number % 4 {
            case 0:
                lines.append("id: L\(number), limit: {cap: '90 %', of: source, base: initial, counts: outflow, over: year, across: \(scope)}, when: {source: {nature: \(nature)}}")
            case 1:
                lines.append("id: L\(number), limit: {cap: '90 %', of: target, base: current, counts: net, over: year, across: \(scope)}, when: {target: {region: \(region)}}")
            case 2:
                lines.append("id: Q\(number), require: {approval: board}, when: {source: {nature: \(nature)}, amount: {above: '\(1_000 + number),00'}}")
            default:
                lines.append("id: F\(number), forbid: {}, when: {source: {nature: \(nature), region: \(region)}, amount: {above: '\(100_000 + number),00'}}")
            }
        }
        let cite = "cite: {article: banc, fr: banc, en: bench}"
        return """
            rule-set: bench
            version: 1
            title: {fr: Banc, en: Bench}
            status: illustrative
            fund: any
            proposed-by: {fr: banc, en: bench}
            decided-by: {fr: banc, en: bench}
            instrument: {fr: banc, en: bench}
            from: 2026-04-01
            attributes: {nature: any, region: any}
            authorities: [{id: board, fr: le Conseil, en: the Board}]
            rules:

            """ + lines.map { "  - {\($0), \(cite)}\n" }.joined()
    }
}
