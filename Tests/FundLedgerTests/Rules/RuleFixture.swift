import Foundation
import ReferenceData
import Testing

@testable import FundLedger

/// What the tests of rules build on.
enum RuleFixture {
    static let repository = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    /// The example of docs/rules.en.md, section 1.
    static func page() throws -> String {
        let page = try String(contentsOf: repository.appendingPathComponent("docs/rules.en.md"), encoding: .utf8)
        let parts = page.components(separatedBy: "```yaml\n")
        return try #require(parts.count > 1 ? parts[1].components(separatedBy: "```")[0] : nil)
    }

    static let heading = """
        rule-set: essai
        version: 1
        title: {fr: Règles, en: Rules}
        status: illustrative
        fund: any
        proposed-by: {fr: la Commission, en: the Commission}
        decided-by: {fr: le Conseil, en: the Board}
        instrument: {fr: essai, en: trial}
        from: 2026-04-01
        attributes:
          nature: [aid, administration]
          region: any
        authorities:
          - {id: commission, fr: la Commission, en: the Commission}
          - {id: board, fr: le Conseil, en: the Board}
        rules:

        """

    static let cite = "cite: {article: art. 1, fr: texte, en: text}"

    /// A file with the heading above and these rules, each in flow style without its citation.
    static func yaml(_ rules: [String], after: String = "") -> String {
        heading + rules.map { "  - {\($0), \(cite)}\n" }.joined() + after
    }

    static func source(_ yaml: String) throws -> RuleSource { try RuleSource(yaml: Array(yaml.utf8), file: "rules.yaml") }

    static func set(_ rules: String...) throws -> RuleSet { try source(yaml(rules)).rules }

    static func year(_ start: Int) throws -> FiscalYear { try FiscalYear(startYear: start) }

    static func envelope(
        _ code: String, _ attributes: [String: String] = [:], year: Int = 2026, parent: String? = nil
    ) throws -> EnvelopeFacts {
        EnvelopeFacts(code: code, year: try self.year(year), parent: parent, attributes: attributes)
    }
}

/// Totals that a test states.
struct StatedTotals: RuleTotals {
    var counted: Int64? = 0
    var initial: Int64? = 100_000
    var current: Int64? = 100_000

    func counted(_ rule: String, in scope: RuleScope) -> Int64? { counted }
    func base(_ base: RuleLimit.Base, of scope: RuleScope) -> Int64? { base == .initial ? initial : current }
}
