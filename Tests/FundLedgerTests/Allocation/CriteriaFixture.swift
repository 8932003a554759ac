import Foundation

@testable import FundLedger

/// What the tests of allocation criteria build on.
enum CriteriaFixture {
    /// Three envelopes, two measures; a text may be put in the place of another.
    static let yaml = """
        allocation: essai
        title: {fr: Essai, en: Trial}
        status: illustrative
        agreed: {by: la Commission, on: 2026-02-10}
        approved: {by: le gouvernement, on: 2026-03-18}
        measures:
          - id: people
            fr: Personnes
            en: People
            weight: 60 %
            values: {A.1: 10, A.2: 20, B: 30}
          - id: firms
            fr: Entreprises
            en: Firms
            weight: 40 %
            from: {file: firms.csv, value: firms}
        floor: 10 %
        envelopes:
          - {envelope: B}
          - {envelope: A.2, name: Deux, attributes: {region: "02"}}
          - {envelope: A.1}

        """
    static let csv = "envelope,firms\nA.1,1\nA.2,1\nB,2\n"

    static func source(_ yaml: String = yaml, csv: String = csv) throws -> CriteriaSource {
        try CriteriaSource(yaml: Array(yaml.utf8), file: "c.yaml") { _ in Array(csv.utf8) }
    }

    /// What a file is refused with: `code line column-or-field` of each fault.
    static func faults(_ old: String, _ new: String, csv: String = csv) -> [String] {
        precondition(old.isEmpty || yaml.contains(old), "nothing to put \(new) in the place of")
        do {
            _ = try source(old.isEmpty ? yaml : yaml.replacingOccurrences(of: old, with: new), csv: csv)
            return []
        } catch let refusal as CriteriaRefusal {
            return refusal.problems.map { problem in
                func line(_ code: String, _ facts: [String: String]) -> String {
                    [code, facts["line"] ?? "", facts["column"] ?? facts["field"] ?? ""].joined(separator: " ")
                }
                if let error = problem as? AllocationError { return line(error.code.rawValue, error.parameters) }
                if let error = problem as? RuleError { return line(error.code.rawValue, error.parameters) }
                return String(describing: problem)
            }
        } catch {
            return [String(describing: error)]
        }
    }
}
