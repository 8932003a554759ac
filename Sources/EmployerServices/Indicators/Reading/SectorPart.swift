import ReferenceData

/// What a sector adds to a figure: a view of it, in no record. FORMAT.md, section 20.5, counts by level alone.
public struct SectorPart: Sendable, Equatable {
    /// A sector of the SCIAN, as `SCIAN.sector`; nil for what has no employer.
    public let sector: String?
    public let count: Int64
}

extension IndicatorReading {
    /// The parts that sectors have in what a figure counts, by sector, what has no employer last: each employer's sector is
    /// the one that the register has for it now. Refuses: E-EMP-002, E-REF codes.
    public func sectors(of acts: [(month: PeriodID, act: CountedAct)]) throws -> [SectorPart] {
        var sectors: [String: String] = [:]
        var counts: [String: Int64] = [:]
        var without: Int64 = 0
        for (_, act) in acts {
            guard let employer = act.employer else {
                without += 1
                continue
            }
            let sector = try sectors[employer] ?? SCIAN(parsing: services.countedEmployer(employer).scian).sector
            sectors[employer] = sector
            counts[sector, default: 0] += 1
        }
        let parts = counts.sorted { $0.key < $1.key }.map { SectorPart(sector: $0.key, count: $0.value) }
        return parts + (without > 0 ? [SectorPart(sector: nil, count: without)] : [])
    }
}
