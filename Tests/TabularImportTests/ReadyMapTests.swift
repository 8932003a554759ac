import Foundation
import ReferenceData
import Testing

@testable import TabularImport

@Suite struct ReadyMapTests {
    private static let register = repository.deletingLastPathComponent()
        .appendingPathComponent("shared/data/trafford_360giving_grants.csv")

    private func readyMap() throws -> String {
        try String(contentsOf: repository.appendingPathComponent("maps/360giving-grants.yaml"), encoding: .utf8)
    }

    @Test func `the 360Giving map reads a small register`() throws {
        let (items, reader) = try readAll(
            "Identifier,Title,Award Date,Amount Awarded,Recipient Org:Name,Other\r\n"
                + "360G-1,\"A \"\"choir\"\",\r\nfor all\",2013-01-18,2266.5,Choir ,\r\n360G-2,Garden,2013-04-01,10,,\r\n",
            try readyMap())
        #expect(reader.problems.isEmpty)
        #expect(items.map(\.memo) == ["A \"choir\", for all – Choir", "Garden"])
        #expect(items[0].postings == ["debit 5100 226650", "credit 2100 226650"])
        #expect(items[0].source == "360G-1")
        #expect(items.map(\.line) == [2, 4])
    }

    @Test(.enabled(if: FileManager.default.fileExists(atPath: register.path)))
    func `the register of Trafford is read wholly`() throws {
        let reader = try MappedReader(
            map: try compile(try readyMap()), source: try FileByteSource(path: Self.register.path), fileName: "trafford"
        )
        var years: [String: Int64] = [:]
        while let item = try reader.next() {
            let year = try FiscalYear(of: item.date(0)).startYear
            years["\(year)", default: 0] += item.amount(0, 1).value
            #expect(item.memberCount == 2)
        }
        #expect(reader.problems.list == [])
        #expect(reader.itemCount == 366)
        #expect(reader.rowCount == 366)
        #expect(
            years == [
                "2012": 20_680_00, "2013": 136_552_62, "2014": 99_018_74, "2016": 74_455_51, "2017": 59_385_05,
                "2018": 136_793_63, "2019": 188_948_83, "2020": 92_856_09,
            ])
        #expect(years.values.reduce(0, +) == 808_690_47)
    }
}
