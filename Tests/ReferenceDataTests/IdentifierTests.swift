import ReferenceData
import Testing

@Suite struct IdentifierTests {
    @Test(arguments: [
        ("1142345678", NEQ.Kind.legalPerson), ("2242345678", .soleProprietor), ("3342345678", .partnership),
        ("8842345678", .publicBody),
    ])
    func aNEQTellsTheKindOfEnterprise(_ text: String, _ kind: NEQ.Kind) throws {
        let neq = try NEQ(parsing: text)
        #expect(neq.kind == kind)
        #expect(neq.text == text)
    }

    @Test func anotherNEQIsRefused() {
        for text in ["", "114234567", "11423456789", "11 4234567", "+142345678", "114234567x"] {
            refusal(.neqMalformed) { _ = try NEQ(parsing: text) }
        }
        let error = refusal(.neqPrefixUnknown) { _ = try NEQ(parsing: "4442345678") }
        #expect(error?.parameters["expected"] == "11, 22, 33, 88")
    }

    @Test func aFederalBusinessNumberPassesLuhn() throws {
        #expect(try FederalBusinessNumber(parsing: "123456782RC0001").root == "123456782")
        refusal(.businessNumberCheckDigit) { _ = try FederalBusinessNumber(parsing: "123456789RC0001") }
        for text in ["", "123456782", "123456782rc0001", "123456782RC001", "123456782RC00011", "12345678 RC0001"] {
            refusal(.businessNumberMalformed) { _ = try FederalBusinessNumber(parsing: text) }
        }
    }

    @Test func aSCIANCodeLiesInAKnownSector() throws {
        let sector = try SCIAN(parsing: "31")
        #expect(sector.sector == "31-33")
        #expect(try sector.includes(SCIAN(parsing: "336410")))
        #expect(try !SCIAN(parsing: "336").includes(SCIAN(parsing: "337")))
        #expect(try SCIAN(parsing: "236110").level == 6)
        for text in ["", "2", "2361100", "23-6", "+23"] {
            refusal(.scianMalformed) { _ = try SCIAN(parsing: text) }
        }
        let error = refusal(.scianSectorUnknown) { _ = try SCIAN(parsing: "8211") }
        #expect(error?.parameters["nearest"] == "81")
    }

    @Test func aLocalCentreCodeIsShortAndPlain() throws {
        #expect(try LocalCentreCode(parsing: "06-012").text == "06-012")
        for text in ["", "-06", "é", "06 012", "ABCDEFGHIJKLMNOPQ", "cle"] {
            refusal(.localCentreMalformed) { _ = try LocalCentreCode(parsing: text) }
        }
    }
}
