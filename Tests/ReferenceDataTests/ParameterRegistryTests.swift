import ReferenceData
import Testing

@Suite struct ParameterRegistryTests {
    private func day(_ iso: String) throws -> CalendarDate { try CalendarDate(iso: iso) }

    @Test func everyParameterHasANameOfItsOwnAndItsSources() {
        let names = ParameterRegistry.all.map(\.name)
        #expect(Set(names).count == names.count)
        for parameter in ParameterRegistry.all {
            for step in parameter.steps {
                #expect(!step.citation.isEmpty)
                // A default has a name; what is cited has none.
                #expect(step.citation.hasSuffix("/v1") == (step.mark == .notFound), "\(parameter.name)")
            }
        }
    }

    @Test func aParameterIsFoundByItsName() throws {
        #expect(try ParameterRegistry.parameter("levy-rate").steps[0].value == .rate(Ratio(1, over: 100)))
        let error = refusal(.parameterUnknown) { _ = try ParameterRegistry.parameter("levy-treshold") }
        #expect(error?.parameters["nearest"] == "levy-threshold")
    }

    @Test func thresholdsChangeWithTheTaxationYear() throws {
        let threshold = LevyParameters.threshold
        for (date, cents) in [
            ("1998-01-01", 25_000_000), ("2003-12-31", 25_000_000), ("2004-01-01", 100_000_000),
            ("2014-12-31", 100_000_000), ("2015-01-01", 200_000_000), ("2026-11-23", 200_000_000),
        ] {
            #expect(try threshold.value(asOf: day(date)) == Cents(Int64(cents)), "\(date)")
        }
        let early = try day("1997-12-31")
        refusal(.parameterBeforeFirstDate) { _ = try threshold.value(asOf: early) }
    }

    @Test(arguments: [
        (5_000_000, false, GrantAuthority.direction), (5_000_001, false, .conseilDuTresor),
        (5_000_001, true, .commission), (99_999_999, true, .commission), (99_999_999, false, .conseilDuTresor),
        (100_000_000, true, .government), (100_000_000, false, .government), (1, true, .direction),
    ])
    func theLadderIsThatOfTheRegulation(cents: Int64, norms: Bool, authority: GrantAuthority) throws {
        let found = try GrantParameters.authority(
            for: Cents(cents), of: .fnf, normsApproved: norms, on: day("2026-05-01"))
        #expect(found == authority)
    }

    @Test func theMinisterHasTheRungOfTheCommissionInTheOtherFund() throws {
        let found = try GrantParameters.authority(
            for: Cents(6_000_000), of: .fdmt, normsApproved: true, on: day("2026-05-01"))
        #expect(found == .minister)
        #expect(GrantAuthority.minister.rank == GrantAuthority.commission.rank)
    }
}
