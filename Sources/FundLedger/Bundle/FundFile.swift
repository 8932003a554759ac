import AuditTrail

/// One of the files of FORMAT.md, section 19.7, derived from the records while they stream by.
protocol FundFile {
    static var name: String { get }
    static var header: String { get }
    /// Takes the next record that the register accepted. Where *budgets* fails for it, what is derived does not matter.
    mutating func take(_ record: any Record, at sequence: Int64)
    /// Calls `body` with the fields of each row, in order.
    func rows(_ body: ([String]) throws -> Void) rethrows
}

/// The files of grants, payments and levies: all of them where the fund has a record of section 19.
struct FundFiles {
    static let names = [GrantsFile.name, PaymentsFile.name]

    private var files: [any FundFile] = [GrantsFile(), PaymentsFile()]
    private var hasRecords = false
    private var row = CSVBytes()

    /// Whether a record is of section 19.
    static func holds(_ record: any Record) -> Bool {
        let kind = type(of: record).kind
        return ["control.", "program.", "recipient.", "bank.", "grant.", "payment.", "levy.", "revenue.", "fee."]
            .contains { kind.hasPrefix($0) }
    }

    mutating func take(_ record: any Record, at sequence: Int64) {
        hasRecords = hasRecords || Self.holds(record)
        for index in files.indices { files[index].take(record, at: sequence) }
    }

    mutating func finish(into sink: any BundleSink) throws {
        guard hasRecords else { return }
        for file in files {
            let name = type(of: file).name
            try Array((type(of: file).header + "\n").utf8).withUnsafeBytes { try sink.write($0, to: name) }
            try file.rows { fields in
                row.begin()
                for field in fields { row.field(field) }
                try row.end { try sink.write($0, to: name) }
            }
        }
    }
}
