import AuditTrail
import ReferenceData
import Storage
import Testing

@testable import FundLedger

/// A sample book whose FNF has a programme, two recipients with bank details, and grants taken over that are to be paid:
/// 1 000.00 and 250.00 of one recipient, 75.50 of the other. Marie proposes, Jean approves.
final class PaymentBook {
    static let recipients = ["1144556677", "X-ECOLE"]
    let sample: SampleBook
    let day: CalendarDate
    /// The payables, in order.
    private(set) var payables: [Int64] = []

    init(banks: Bool = true) throws {
        sample = try SampleBook()
        day = try CalendarDate(iso: "2026-06-18")
        let day = day
        payables = try write { session in
            try Programs(session).add(
                ProgramAdded(program: "AIDE", name: "Aide", account: "5100", norms: .approved, citation: "D-8.3, art. 29"))
            for recipient in Self.recipients { try Recipients(session).add(recipient, .name("Nom \(recipient)")) }
            let grants = try Grants(session)
            return try [(0, 100_000), (0, 25_000), (1, 7_550)].map { place, cents in
                let sequence = session.register.size + 1
                try grants.importGrant(
                    Cents(Int64(cents)), GrantOpening(program: "AIDE", recipient: Self.recipients[place], title: "t"),
                    envelope: nil, .init(on: day))
                return sequence
            }
        }
        guard banks else { return }
        for (place, recipient) in Self.recipients.enumerated() { try setBank(of: recipient, account: "000\(place)") }
    }

    @discardableResult
    func write<T>(as key: PrivateKey? = nil, _ body: (RegisterSession) throws -> T) throws -> T {
        let outcome = try sample.book.write(sample.order(["fnf"], key: key)) { try body($0.register("fnf")) }
        guard case .done(let value, _, _) = outcome else { throw AuditError(.idempotencyConflict) }
        return value
    }

    func approve(_ proposal: Int64, as key: PrivateKey? = nil) throws -> Int64 {
        try write(as: key ?? sample.jean) { session in
            try session.append(ApprovalGiven(proposal: proposal))
            let proposed = try #require(try session.record(at: proposal) as? any ProposalRecord)
            return try proposed.carryOut(in: session, proposal: proposal)
        }
    }

    func subject(_ account: String, _ session: RegisterSession) throws -> String {
        let details = try BankDetails(institution: "006", transit: "12345", account: account, whose: "x")
        let subject = Hexadecimal.encode(Array(SHA256.hash(Array("\(account) \(session.register.size)".utf8)).bytes.prefix(16)))
        let salt = [UInt8](repeating: 7, count: 32)
        try session.openSubject(subject, values: details.values, salts: details.values.mapValues { _ in salt })
        return subject
    }

    @discardableResult
    func setBank(of recipient: String, account: String) throws -> String {
        let (proposal, subject) = try write { session in
            let subject = try self.subject(account, session)
            return (try Payments(session).proposeBank(subject, of: recipient), subject)
        }
        _ = try approve(proposal)
        return subject
    }

    /// Proposed and approved. Returns the record.
    @discardableResult
    func pay(_ payables: [Int64], on date: CalendarDate? = nil) throws -> Int64 {
        try approve(write { try Payments($0).propose(payables, on: date ?? day) })
    }

    func read<T>(_ body: (Payments) throws -> T) throws -> T {
        try sample.book.read { try body(Payments($0.register("fnf"))) }
    }

    func id(_ number: Int64) throws -> PaymentID { try PaymentID(fund: .fnf, number: number) }

    /// Cents, debit positive.
    func balance(_ account: String) throws -> Int64 { try sample.read(.fnf) { try $0.account(account).balance.value } }

    /// The code of what is refused; the book is the same after, byte for byte.
    func refused(as key: PrivateKey? = nil, _ body: (RegisterSession) throws -> Void) throws -> String? {
        let before = try sample.dump()
        do {
            try write(as: key, body)
            Issue.record("this was accepted")
            return nil
        } catch {
            #expect(try sample.dump() == before)
            switch error {
            case let error as PaymentError: return error.code.rawValue
            case let error as GrantError: return error.code.rawValue
            case let error as AuditError: return error.code.rawValue
            default: return "\(error)"
            }
        }
    }

    /// Whether the book is what its records say, and a bundle of it holds.
    func isSound() throws -> Bool {
        let report = try BookCheck.run(sample.book)
        #expect(report.isSound, "\(report.faults)")
        return report.isSound
    }
}
