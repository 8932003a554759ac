import AuditTrail
import ReferenceData

/// Derives `transfers.csv` and `rules/SEQUENCE.json` from a fund's records. FORMAT.md, section 18.5.
struct TransfersFile {
    static let transfers = "transfers.csv"

    static func rules(_ sequence: Int64) -> String { "rules/\(sequence).json" }

    static func isRules(_ file: String) -> Bool {
        guard file.hasPrefix("rules/"), file.hasSuffix(".json") else { return false }
        return CanonicalInteger.parse(String(file.dropFirst(6).dropLast(5))).map { $0 > 0 } ?? false
    }

    /// What moved authorised budget: a transfer, or its return.
    struct Moved {
        let from: TransferOperation.Place
        let to: TransferOperation.Place?
        let amount: Int64
    }

    private struct Line {
        let record: Int64
        let proposal: Int64?
        let operation: TransferOperation
        let ruleset: Int64?
        let outcome: String
        var returned: Int64 = 0
    }

    private var calendar = RuleCalendar()
    /// All of them, also what was decided: a posting that *rules* refuses still moves the budget that its entries say.
    private var proposals: [Int64: TransferOperation] = [:]
    private var lines: [Line] = []
    /// The places of the transfers posted, by their records.
    private var places: [Int64: Int] = [:]
    private var row = CSVBytes()

    mutating func take(_ record: any Record, at sequence: Int64, into sink: any BundleSink) throws -> Moved? {
        switch record {
        case let adopted as RuleSetAdopted:
            _ = try? calendar.adopt(adopted.set, at: sequence)
            let line = try adopted.set.compiled.line() + [0x0A]
            try line.withUnsafeBytes { try sink.write($0, to: Self.rules(sequence)) }
        case let proposed as TransferProposed: proposals[sequence] = proposed.operation
        case let refused as TransferRefused:
            lines.append(
                Line(
                    record: sequence, proposal: refused.proposal, operation: refused.operation,
                    ruleset: refused.verdict.ruleset, outcome: refused.verdict.outcome.rawValue))
        case let posted as TransferPosted:
            guard let operation = proposals[posted.proposal] else { return nil }
            places[sequence] = lines.count
            lines.append(
                Line(
                    record: sequence, proposal: posted.proposal, operation: operation,
                    ruleset: calendar.ruling(on: operation.date)?.sequence, outcome: "posted"))
            return Moved(from: operation.source, to: operation.target, amount: operation.amount)
        case let returned as TransferReturned:
            guard let place = places[returned.transfer], let target = lines[place].operation.target else { return nil }
            lines[place].returned &+= returned.amount
            return Moved(from: target, to: lines[place].operation.source, amount: returned.amount)
        default: break
        }
        return nil
    }

    mutating func finish(into sink: any BundleSink) throws {
        let header =
            "record,proposal,operation,from_year,from,to_year,to,amount_cents,date,repay_by,returned_cents,ruleset,outcome\n"
        try Array(header.utf8).withUnsafeBytes { try sink.write($0, to: Self.transfers) }
        for line in lines {
            let operation = line.operation
            row.begin()
            row.field(line.record)
            row.field(line.proposal.map(String.init) ?? "")
            row.field(operation.operation.rawValue)
            row.field(operation.source.year.text)
            row.field(operation.source.envelope)
            row.field(operation.target?.year.text ?? "")
            row.field(operation.target?.envelope ?? "")
            row.field(operation.amount)
            row.field(operation.date.iso)
            row.field(operation.repayBy?.iso ?? "")
            row.field(line.returned)
            row.field(line.ruleset.map(String.init) ?? "-")
            row.field(line.outcome)
            try row.end { try sink.write($0, to: Self.transfers) }
        }
    }
}
