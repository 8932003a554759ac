import ReferenceData
import Testing

@Suite struct NumberedIDTests {
    @Test(arguments: ["FNF-G-000001", "FDMT-G-999999", "FNF-G-1000000", "FNF-G-999999999999"])
    func aGrantIsReadAndWrittenBack(_ text: String) throws {
        #expect(try GrantID(parsing: text).text == text)
        let payment = text.replacing("-G-", with: "-P-")
        #expect(try PaymentID(parsing: payment).text == payment)
    }

    @Test(arguments: [
        "", "FNF-G-", "FNF-G-00001", "FNF-G-0000001", "FNF-G-000000", "FNF-P-000001", "fnf-G-000001", "FNF-G-00000x",
        "FNF-G-1000000000000", "FNF-2026-000001", "FNF-G-000001 ", "FNF-G-+00001",
    ])
    func anotherFormIsRefused(_ text: String) {
        refusal(.grantIDMalformed) { _ = try GrantID(parsing: text) }
        let payment = text.replacing("-P-", with: "-X-").replacing("-G-", with: "-P-")
        refusal(.paymentIDMalformed) { _ = try PaymentID(parsing: payment) }
    }

    @Test func idsAreOrderedAsNumbers() throws {
        let ids = ["FDMT-G-000009", "FNF-G-000002", "FNF-G-999999", "FNF-G-1000000"]
        #expect(try ids.reversed().map { try GrantID(parsing: $0) }.sorted().map(\.text) == ids)
        refusal(.grantIDMalformed) { _ = try GrantID(fund: .fnf, number: 0) }
        refusal(.paymentIDMalformed) { _ = try PaymentID(fund: .fnf, number: 1_000_000_000_000) }
    }
}
