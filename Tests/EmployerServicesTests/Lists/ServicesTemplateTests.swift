import AuditTrail
import ReferenceData
import Testing

@testable import EmployerServices

/// The lists that a register in Québec begins with.
@Suite struct ServicesTemplateTests {
    @Test func theListsAreBroughtOnce() throws {
        let book = try ServicesBook(hasLists: false)
        let day = ServicesBook.date("2026-05-01")
        let outcome = try book.write { try ServicesTemplate.load(into: $0, on: day) }
        #expect(outcome.offices == 17 && outcome.measures == 13 && outcome.committees == 30 && outcome.programmes == 2)
        let again = try book.write { session in
            try session.append(OfficeSet(office: "X", region: .laval, name: "X"))
            return try ServicesTemplate.load(into: session, on: day)
        }
        #expect(again.known == 50 && again.offices == 0 && again.measures == 0 && again.committees == 0)
        try book.read { (services: ServicesReader) throws -> Void in
            #expect(try services.office("R16").region == .monteregie)
            for measure in QuebecMeasures.all { try services.requireMeasure(measure.measure, on: day) }
        }
        #expect(try book.check() == [])
    }

    @Test func everyMeasureNamesItsLinesAndEveryCommitteeItsSector() {
        #expect(QuebecMeasures.all.allSatisfy { $0.citation.hasPrefix("lignes ") })
        #expect(ServiceGrammar.ascends(QuebecMeasures.all.map(\.measure)))
        #expect(QuebecCommittees.all.allSatisfy { !$0.sector.isEmpty && ServiceGrammar.isSlug($0.code) })
        #expect(Set(QuebecCommittees.all.map(\.code)).count == QuebecCommittees.all.count)
    }
}
