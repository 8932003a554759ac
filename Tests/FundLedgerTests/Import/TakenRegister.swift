import AuditTrail
import Foundation
import ReferenceData
import TabularImport
import Testing

@testable import FundLedger

/// A sample book with a programme VSG on account 5100, and files of grants to import into its FNF.
struct TakenRegister {
    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()
    static let realFile = root.appendingPathComponent("../shared/data/trafford_360giving_grants.csv")

    /// What the real register awards by fiscal year, in cents.
    static let realYears: KeyValuePairs = [
        "2012-2013": 2_068_000, "2013-2014": 13_655_262, "2014-2015": 9_901_874, "2016-2017": 7_445_551,
        "2017-2018": 5_938_505, "2018-2019": 13_679_363, "2019-2020": 18_894_883, "2020-2021": 9_285_609,
    ]

    /// The bytes of the real register; nil, with a word, where it is not there.
    static func real() -> [UInt8]? {
        guard let data = try? Data(contentsOf: realFile) else {
            print("skipped: \(realFile.path) is not there")
            return nil
        }
        return Array(data)
    }

    static func readyMap() throws -> ImportMap {
        let yaml = try Data(contentsOf: root.appendingPathComponent("maps/360giving-grants-register.yaml"))
        return try ImportMap.compile(Array(yaml), fileName: "map.yaml", target: GrantImportTarget.target)
    }

    /// Columns id, date, programme, recipient, name, title, amount, envelope.
    static func smallMap() throws -> ImportMap {
        let yaml = """
            unique_source: id
            fields:
              date: {column: date}
              program: {column: programme, default: VSG}
              recipient: {column: recipient}
              name: {column: name}
              title: {column: title}
              amount: {column: amount}
              envelope: {column: envelope}
            """
        return try ImportMap.compile(Array(yaml.utf8), fileName: "map.yaml", target: GrantImportTarget.target)
    }

    static let header = "id,date,programme,recipient,name,title,amount,envelope\n"

    let sample: SampleBook

    init(years: [String] = ["2026-2027"]) throws {
        sample = try SampleBook(years: years)
        try sample.write([.fnf]) { register in
            try Programs(register(.fnf)).add(
                ProgramAdded(
                    program: "VSG", name: "Voluntary Sector Grants", account: "5100", norms: .none, citation: "essai"))
        }
    }

    func order(_ bytes: [UInt8], _ map: ImportMap, file: String = "grants.csv") -> GrantImport {
        GrantImport(map: map, fileName: file, fileHash: SHA256.hash(bytes))
    }

    @discardableResult
    func run(_ bytes: [UInt8], _ map: ImportMap, file: String = "grants.csv", dryRun: Bool = false) throws -> GrantImport.Outcome {
        let order = order(bytes, map, file: file)
        return try sample.write([.fnf], dryRun: dryRun) {
            try order.run(MemoryByteSource(bytes, pieceLimit: 4_096), in: $0(.fnf))
        }
    }

    /// Rows under the small map's header.
    @discardableResult
    func run(_ rows: String, file: String = "grants.csv", dryRun: Bool = false) throws -> GrantImport.Outcome {
        try run(Array((Self.header + rows).utf8), Self.smallMap(), file: file, dryRun: dryRun)
    }

    /// `LINE CODE` of each bad row; the book is the same after, byte for byte.
    func problems(_ rows: String, file: String = "grants.csv") throws -> [String] {
        let before = try sample.dump()
        do {
            try run(rows, file: file)
            Issue.record("this was accepted")
            return []
        } catch let refusal as ImportRefusal {
            #expect(try sample.dump() == before, "a refusal wrote something")
            return refusal.problems.map { "\($0.line) \($0.code)" }
        }
    }
}
