import Foundation
import ReferenceData
import Testing

@testable import TabularImport

/// The fields of a small target, in the shape of entries.
let testTarget = ImportTarget(
    "entries",
    fields: [
        .init("date", .date),
        .init("reference", .text, required: false, maximumBytes: 200),
        .init("memo", .text, required: false, maximumBytes: 4_000),
        .init("period", .identifier, required: false, maximumBytes: 8),
    ],
    group: .init(
        "postings",
        [
            .init("account", .identifier, maximumBytes: 16),
            .init("amount", .amount),
            .init("envelope", .identifier, required: false),
            .init("side", .choice(["debit", "credit"]), required: false),
        ]),
    joinsRows: true)

/// The default map of entries, as FundLedger has it.
let entriesMap = """
    format: {other_columns: refuse}
    group_by: entry
    fields:
      date: {column: date}
      reference: {column: reference}
      memo: {column: memo}
      period: {column: period, optional: yes}
    postings:
      - account: {column: account}
        amount: {column: amount_cents, unit: cents}
        envelope: {column: envelope, optional: yes}
    """

func compile(_ yaml: String, _ target: ImportTarget = testTarget) throws -> ImportMap {
    try ImportMap.compile(Array(yaml.utf8), fileName: "map.yaml", target: target)
}

func source(_ text: String) -> MemoryByteSource { MemoryByteSource(Array(text.utf8)) }

/// What an item holds, copied out.
struct Copied: Equatable {
    var line: Int
    var date: String
    var reference: String
    var memo: String
    var postings: [String]
    var source: String?
}

func copy(_ item: MappedItem) -> Copied {
    let postings = (0..<item.memberCount).map { member in
        let side = item.has(member, 3) ? ["debit ", "credit "][item.choice(member, 3)] : ""
        let envelope = item.has(member, 2) ? "@" + item.string(member, 2) : ""
        return "\(side)\(item.string(member, 0)) \(item.amount(member, 1).value)\(envelope)"
    }
    return Copied(
        line: item.line, date: item.date(0).iso, reference: item.string(1), memo: item.string(2), postings: postings,
        source: item.sourceKey.map { String(decoding: $0, as: UTF8.self) })
}

/// Reads a whole file by a map: the items and the problems.
func readAll(
    _ bytes: [UInt8], _ yaml: String = entriesMap, pieceLimit: Int = .max, problemLimit: Int = 50
) throws -> (items: [Copied], reader: MappedReader) {
    let reader = try MappedReader(
        map: try compile(yaml), source: MemoryByteSource(bytes, pieceLimit: pieceLimit), fileName: "file.csv",
        problemLimit: problemLimit)
    var items: [Copied] = []
    while let item = try reader.next() { items.append(copy(item)) }
    return (items, reader)
}

func readAll(_ text: String, _ yaml: String = entriesMap) throws -> (items: [Copied], reader: MappedReader) {
    try readAll(Array(text.utf8), yaml)
}

/// Rows and problems of a text, without a map.
func rows(
    _ bytes: [UInt8], _ format: CSVFormat = CSVFormat(), pieceLimit: Int = .max
) throws -> (rows: [[String]], lines: [Int], problems: [RowProblem]) {
    let reader = try CSVReader(
        source: MemoryByteSource(bytes, pieceLimit: pieceLimit), fileName: "file.csv", format: format)
    var result: (rows: [[String]], lines: [Int], problems: [RowProblem]) = ([reader.header], [1], [])
    while true {
        switch try reader.next() {
        case .end: return result
        case .problem(let problem): result.problems.append(problem)
        case .row(let row):
            result.rows.append((0..<row.count).map(row.text))
            result.lines.append(row.line)
        }
    }
}

func importError(_ body: () throws -> Void) -> ImportError? {
    do {
        try body()
        return nil
    } catch { return error as? ImportError }
}

/// The root of the repository, or of what lies beside it.
let repository = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

/// SplitMix64: the same numbers for the same seed.
struct SeededGenerator: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ z >> 30) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
        return z ^ z >> 31
    }
}
