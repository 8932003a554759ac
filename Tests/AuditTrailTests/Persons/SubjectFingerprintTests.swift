import Testing

@testable import AuditTrail

/// Whether personal information is the same as before is told by the commitments of its subject, and no more once it is
/// erased.
@Suite struct SubjectFingerprints {
    @Test func theSameValuesAreKnownWhileTheSubjectIsThere() throws {
        let book = try TestBook()
        let subject = String(repeating: "a", count: 32)
        let salts = ["account": SHA256.hash([1]).bytes, "transit": SHA256.hash([2]).bytes]
        let values = ["account": "0012345", "transit": "30000"]
        try book.write { try $0.openSubject(subject, values: values, salts: salts) }
        func told(_ values: [String: String], _ subject: String) throws -> Bool? {
            try book.book.read { try $0.register("fnf").isCommitted(to: values, subject: subject) }
        }
        #expect(try told(values, subject) == true)
        #expect(try told(["account": "0012346", "transit": "30000"], subject) == false)
        #expect(try told(["account": "30000", "transit": "0012345"], subject) == false)
        #expect(try told(["account": "0012345"], subject) == false)
        #expect(try told(["account": "0012345", "transit": "30000", "name": "Zoé"], subject) == false)
        #expect(try told(values, String(repeating: "b", count: 32)) == nil)
        try book.write { try $0.append(SubjectErased(subject: subject, reason: "demande")) }
        #expect(try told(values, subject) == nil)
        #expect(try told(["account": "1", "transit": "2"], subject) == nil)
    }
}
