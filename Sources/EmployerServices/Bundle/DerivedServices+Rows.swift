import AuditTrail
import ReferenceData

// The rows of the files of FORMAT.md, section 20.6.

extension DerivedServices {
    func employerRows() -> [[String]] {
        employers.values.sorted { $0.neq < $1.neq }.map { row in
            let root = counted(row.neq)
            return [
                row.neq, row.name ?? "", row.form.rawValue, row.scian, row.region.code, row.office ?? "",
                row.employees.map(String.init) ?? "", row.state.rawValue, root == row.neq ? "" : root, String(row.added),
            ]
        }
    }

    func establishmentRows() -> [[String]] {
        establishments.sorted { ($0.key.employer, $0.key.number) < ($1.key.employer, $1.key.number) }.map { key, set in
            [
                key.employer, String(key.number), set.name ?? "", set.region.code, set.office ?? "",
                set.scian?.text ?? "", set.employees.map(String.init) ?? "", set.isClosed ? "closed" : "open",
            ]
        }
    }

    func interventionRows() -> [[String]] {
        interventions.sorted { $0.key < $1.key }.map { id, found in
            let started = found.started
            let state = found.isAnnulled ? "annulled" : found.ends == nil ? "under-way" : "ended"
            return [
                id.text, String(found.record), started.employer.text, counted(started.employer.text),
                started.establishment.map(String.init) ?? "", started.measure, started.office, region(of: started.office),
                started.begins.iso, found.ends?.iso ?? "", found.result?.rawValue ?? "", started.grant?.text ?? "", state,
            ]
        }
    }

    func agreementRows() -> [[String]] {
        agreements.sorted { $0.key < $1.key }.map { id, found in
            let state = found.state
            return [
                id.text, String(found.record), state.employer, counted(state.employer), state.office,
                region(of: state.office), state.standard, found.committee ?? "", state.stage.rawValue, state.drafted.iso,
                state.signed?.iso ?? "", state.begins?.iso ?? "", state.ends?.iso ?? "", String(state.modules.count),
                String(state.learnt.count), String(state.checked.count),
            ]
        }
    }

    func participationRows() -> [[String]] {
        participations.sorted { $0.key < $1.key }.map { id, found in
            let started = found.started
            let state = found.isAnnulled ? "annulled" : found.ended == nil ? "under-way" : "ended"
            return [
                id.text, String(found.record), started.employer ?? "", started.office, region(of: started.office),
                started.programme, started.date.iso, found.ended?.iso ?? "", found.result?.rawValue ?? "", state,
            ]
        }
    }

    func committeeRows() -> [[String]] {
        committees.sorted { $0.key < $1.key }.map { code, found in
            [
                code, found.set.name, found.set.sector, found.set.neq?.text ?? "", String(found.seats.count),
                String(found.grants.count),
            ]
        }
    }

    func countRows() -> [[String]] {
        let counts: [(String, Int64)] = [
            ("employers", Int64(employers.count)), ("establishments", Int64(establishments.count)),
            ("interventions", Int64(interventions.count)), ("agreements", Int64(agreements.count)),
            ("participations", Int64(participations.count)), ("committees", Int64(committees.count)),
            ("subjects", subjects), ("subjects_erased", erased), ("published_months", Int64(indicators.published.count)),
        ]
        return counts.map { [$0.0, String($0.1)] }
    }

    /// What was published of each month beside what its acts count at the end, by the same definitions.
    func figureRows() throws -> [[String]] {
        let count = IndicatorCount(source: DerivedActs(self))
        return try indicators.published.sorted { $0.key < $1.key }.flatMap { month, publication -> [[String]] in
            var rows: [FigureKey: (published: Int64, recounted: Int64)] = [:]
            for figure in publication.figures {
                rows[FigureKey(indicator: figure.indicator, level: figure.level), default: (0, 0)].published = figure.count
            }
            for figure in try count.figures(of: Array(publication.definitions.values), in: month) {
                rows[FigureKey(indicator: figure.indicator, level: figure.level), default: (0, 0)].recounted = figure.count
            }
            return rows.sorted { $0.key < $1.key }.map { key, counts in
                let version = publication.definitions[key.indicator]?.version ?? 0
                return [
                    month.text, key.indicator, String(version), key.level.text, String(counts.published),
                    String(counts.recounted),
                ]
            }
        }
    }

    private struct FigureKey: Hashable, Comparable {
        let indicator: String
        let level: Level

        static func < (left: FigureKey, right: FigureKey) -> Bool {
            (left.indicator, left.level.text) < (right.indicator, right.level.text)
        }
    }

    func targetRows() -> [[String]] {
        indicators.targets.values.sorted {
            ($0.place.indicator, $0.place.year, $0.place.level) < ($1.place.indicator, $1.place.year, $1.place.level)
        }.map { target in
            [
                target.place.indicator, target.place.year.text, target.place.level.text, String(target.initial),
                target.revised.map(String.init) ?? "", String(target.decimals), target.gap.map(String.init) ?? "",
            ]
        }
    }
}
