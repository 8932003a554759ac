import ReferenceData
import Testing

@Suite struct RegionTests {
    @Test func thereAreSeventeenRegionsAndEachIsReadByCodeAndName() throws {
        #expect(Region.allCases.map(\.code) == (1...17).map { $0 < 10 ? "0\($0)" : "\($0)" })
        for region in Region.allCases {
            #expect(try Region(parsing: region.code) == region)
            #expect(try Region(parsing: region.name) == region)
        }
    }

    @Test(arguments: [
        ("Saguenay-Lac-Saint-Jean", Region.saguenayLacSaintJean), ("Saguenay – Lac Saint Jean", .saguenayLacSaintJean),
        ("GASPESIE--ILES DE LA MADELEINE", .gaspesieIlesDeLaMadeleine), ("montreal", .montreal),
        ("Monte\u{301}re\u{301}gie", .monteregie), ("6", .montreal), (" 06 ", .montreal),
        ("centre du québec", .centreDuQuebec),
        ("Abitibi\u{2011}Témiscamingue", .abitibiTemiscamingue),
    ])
    func accentsCaseAndDashesAreForgiven(_ text: String, _ region: Region) throws {
        #expect(try Region(parsing: text) == region)
    }

    @Test(
        arguments: [
            ("Monréal", "06 Montréal"), ("Lanaudere", "14 Lanaudière"), ("Toronto", nil), ("", nil), ("18", nil),
            ("00", nil),
        ] as [(String, String?)])
    func anUnknownRegionIsRefusedWithTheNearest(_ text: String, _ nearest: String?) {
        let error = refusal(.regionUnknown) { _ = try Region(parsing: text) }
        #expect(error?.parameters["nearest"] == nearest)
    }

    @Test func theDashesOfTheNamesAreTheOfficialOnes() {
        let withEnDash = Region.allCases.filter { $0.name.unicodeScalars.contains("\u{2013}") }
        #expect(withEnDash == [.saguenayLacSaintJean, .gaspesieIlesDeLaMadeleine])
    }
}
