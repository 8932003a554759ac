import ReferenceData
import Testing

@Suite struct ServiceIDTests {
    @Test(arguments: ["INT-2026-000001", "INT-1990-999999", "INT-2026-1000000"])
    func anInterventionIsReadAndWrittenBack(_ text: String) throws {
        #expect(try InterventionID(parsing: text).text == text)
    }

    @Test(arguments: ["", "INT-2026-", "INT-2026-00001", "INT-2026-0000001", "INT-2026-000000", "AGR-2026-000001", "INT-26-000001", "int-2026-000001"])
    func anotherFormIsRefused(_ text: String) {
        refusal(.yearlyIDMalformed) { _ = try InterventionID(parsing: text) }
    }

    @Test(arguments: ["national", "region-01", "region-17", "office-MTL-CENTRE"])
    func aLevelIsReadAndWrittenBack(_ text: String) throws {
        #expect(try Level(parsing: text).text == text)
    }

    @Test(arguments: ["", "National", "region-18", "region-1", "office-", "office-mtl", "06"])
    func anotherLevelIsRefused(_ text: String) {
        refusal(.levelMalformed) { _ = try Level(parsing: text) }
    }
}
