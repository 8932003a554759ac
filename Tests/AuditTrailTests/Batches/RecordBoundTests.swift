import Testing

@testable import AuditTrail

/// Numbers that count from 1: a line with another is no record of its kind.
@Suite struct RecordBoundTests {
    /// Whether a line is a record.
    private func reads(_ line: String) throws -> Bool {
        do {
            _ = try Array(line.utf8).withUnsafeBytes { try NoteDomain.layout.kinds.decode($0) }
            return true
        } catch let error as AuditError {
            #expect(error.code == .malformedMember)
            return false
        }
    }

    @Test(arguments: ["batch", "count", "first"])
    func aSealCountsFromOne(member: String) throws {
        let book = try TestBook(registers: ["fnf", "fdmt"])
        try book.postPair(5)
        let seal = try book.book.read { String(decoding: try $0.register("fnf").line(of: 6), as: UTF8.self) }
        #expect(seal.contains(#""kind":"batch.sealed/1""#) && seal.contains(#""siblings":[{"batch":"2""#))
        let place = try #require(seal.range(of: "\"\(member)\":\""))
        let end = try #require(seal[place.upperBound...].firstIndex(of: "\""))
        func with(_ number: String) -> String { seal.replacingCharacters(in: place.upperBound..<end, with: number) }
        #expect(try reads(with("1")))
        #expect(try !reads(with("0")))
        #expect(try !reads(with("-1")))
        #expect(try !reads(seal.replacingOccurrences(of: #""siblings":[{"batch":"2""#, with: #""siblings":[{"batch":"0""#)))
    }

    @Test(arguments: [
        (#"{"kind":"approval.given/1","proposal":"N"}"#), (#"{"kind":"approval.refused/1","proposal":"N","reason":"r"}"#),
        (#"{"kind":"record.annulled.proposed/1","reason":"r","record":"N"}"#),
    ])
    func whatNamesARecordNamesOneFromTheFirstOn(line: String) throws {
        for (number, isTaken) in [("1", true), ("0", false), ("-1", false)] {
            #expect(try reads(line.replacingOccurrences(of: "N", with: number)) == isTaken)
        }
    }

    @Test func aReasonIsThereAndHasAtMostAThousandBytes() throws {
        func refusal(_ bytes: Int) -> String {
            #"{"kind":"approval.refused/1","proposal":"1","reason":""# + String(repeating: "r", count: bytes) + #""}"#
        }
        for (bytes, isTaken) in [(0, false), (1, true), (1000, true), (1001, false)] {
            #expect(try reads(refusal(bytes)) == isTaken, "\(bytes) bytes")
        }
    }
}
