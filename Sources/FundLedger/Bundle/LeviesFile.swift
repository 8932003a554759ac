import AuditTrail
import ReferenceData

/// Derives `levies.csv` from a fund's records. FORMAT.md, section 19.7.
struct LeviesFile: FundFile {
    static let name = "levies.csv"
    static let header = "taxation_year,estimated_cents,remitted_cents,fees_cents,receivable_cents"

    private var years: [TaxationYear: LevyYearState] = [:]

    /// Sums wrap where *budgets* fails for them: the file is not compared then.
    mutating func take(_ record: any Record, at sequence: Int64) {
        switch record {
        case let estimated as LevyEstimated:
            change(estimated.year) {
                $0.estimated = Cents($0.estimated.value &+ estimated.amount)
                $0.receivable = Cents($0.receivable.value &+ estimated.amount)
            }
        case let remitted as LevyRemitted:
            for part in remitted.parts {
                change(part.year) {
                    $0.remitted = Cents($0.remitted.value &+ part.amount)
                    $0.fees = Cents($0.fees.value &+ part.fees)
                    $0.receivable = Cents($0.receivable.value &- part.taken(of: $0.receivable).value)
                }
            }
        default: break
        }
    }

    private mutating func change(_ year: TaxationYear, _ body: (inout LevyYearState) -> Void) {
        body(&years[year, default: LevyYearState()])
    }

    func rows(_ body: ([String]) throws -> Void) rethrows {
        for (year, state) in years.sorted(by: { $0.key < $1.key }) {
            try body(
                [year.text]
                    + [state.estimated, state.remitted, state.fees, state.receivable].map(\.canonical))
        }
    }
}
