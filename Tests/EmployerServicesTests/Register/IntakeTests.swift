import AuditTrail
import ReferenceData
import Testing

@testable import EmployerServices

/// The record that ends an imported batch, and the rows that it stands for. FORMAT.md, section 20.1.
@Suite struct IntakeTests {
    private static func added(_ neq: String, row: Int64?, source: String?) throws -> EmployerAdded {
        let plain = try ServicesBook.added(neq)
        return EmployerAdded(
            plain.employer, plain.details, on: plain.date,
            intake: row == nil && source == nil ? nil : IntakeMark(row: row, source: source))
    }

    private static func note(_ records: Int64) -> IntakeRecorded {
        IntakeRecorded(
            file: "firmes.csv", fileHash: SHA256.hash([1]), map: [:], rows: records, records: records, known: 0, skipped: 0)
    }

    @Test func rowsAndTheirNoteGoTogether() throws {
        let book = try ServicesBook()
        func refused(_ records: [any ServiceRecord]) -> String? {
            book.refusal { session in for record in records { try session.append(any: record) } }
        }
        let one = try Self.added("1140000001", row: 2, source: "A"), two = try Self.added("1140000002", row: 3, source: "B")
        #expect(refused([one, two, Self.note(2)]) == nil)
        #expect(refused([one, two]) == "E-ITK-002")
        #expect(refused([one, Self.note(1), two]) == "E-ITK-001")
        #expect(refused([one, Self.note(1), Self.note(1)]) == "E-ITK-001")
        #expect(refused([one, two, Self.note(1)]) == "E-ITK-003")
        #expect(refused([try Self.added("1140000001", row: 2, source: nil), Self.note(1)]) == "E-ITK-004")
        #expect(refused([try Self.added("1140000001", row: nil, source: "A"), Self.note(1)]) == "E-ITK-004")
        #expect(refused([one, try Self.added("1140000002", row: 3, source: "A"), Self.note(2)]) == "E-ITK-005")
        #expect(refused([try ServicesBook.added("1140000001"), Self.note(1)]) == nil)
    }

    @Test func aSourceIsNewForItsKindAndAReplaySaysSo() throws {
        let book = try ServicesBook()
        try book.write { session in
            try session.append(Self.added("1140000001", row: 2, source: "A"))
            try session.append(Self.note(1))
        }
        #expect(
            book.refusal { try $0.append(Self.added("1140000002", row: 2, source: "A")) } == "E-ITK-005")
        #expect(try book.check() == [])
        try book.append(Unjudged(Self.added("1140000002", row: 9, source: "Z")))
        let faults = try book.check()
        #expect(faults.first == "figures: E-ITK-002", "\(faults)")
    }
}
