import Foundation
import Testing

@testable import FundLedger

/// The rule sets that the project ships: each rule tried both ways.
@Suite struct ShippedRuleTests {
    /// A notice decides nothing: there it is that the authority is to be told, or is not.
    @Test func everyRuleDecidesOneExampleAndNotAnother() throws {
        let folder = RuleFixture.repository.appendingPathComponent("rules")
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".yaml") }
        for name in names {
            let source = try RuleSource(yaml: Array(Data(contentsOf: folder.appendingPathComponent(name))), file: name)
            let runs = ExampleRun.all(of: source)
            for rule in source.rules.rules {
                let decides = runs.map { run in
                    if case .requireNotice(let authority) = rule.kind { return run.judgement.notices.contains(authority) }
                    return run.judgement.rules.contains(rule.id)
                }
                #expect(decides.contains(true), "\(name) \(rule.id) decides no example")
                #expect(decides.contains(false), "\(name) \(rule.id) decides every example")
            }
        }
    }
}
