import AuditTrail
import ReferenceData
import Testing

@testable import FundLedger

@Suite struct RecipientRefusals {
    @Test func aSubjectThatIsNotOpenNamesNobody() throws {
        let book = try SampleBook()
        let before = try book.dump()
        do {
            try book.write([.fnf]) { register in
                _ = try Recipients(register(.fnf)).add("X-9", .subject(String(repeating: "0", count: 32)))
            }
            Issue.record("this was accepted")
        } catch let error as RegistryError {
            #expect(error.code == .recipientSubject)
        }
        #expect(try book.dump() == before)
    }
}
