import ReferenceData
import Testing

@Suite struct DatedParameterTests {
    private func threshold() throws -> DatedParameter<Cents> {
        try DatedParameter(
            name: "levy-threshold",
            steps: [
                .init(from: CalendarDate(iso: "2004-01-01"), value: Cents(100_000_000), citation: "first"),
                .init(from: CalendarDate(iso: "2015-01-01"), value: Cents(200_000_000), citation: "D-8.3 s. 3"),
            ])
    }

    @Test func aParameterHasItsValueAsOfADay() throws {
        let threshold = try threshold()
        #expect(try threshold.value(asOf: CalendarDate(iso: "2004-01-01")) == Cents(100_000_000))
        #expect(try threshold.value(asOf: CalendarDate(iso: "2014-12-31")) == Cents(100_000_000))
        let step = try threshold.step(asOf: CalendarDate(iso: "2026-04-01"))
        #expect(step.value == Cents(200_000_000))
        #expect(step.citation == "D-8.3 s. 3")
    }

    @Test func nothingIsAssumedBeforeTheFirstDate() throws {
        let threshold = try threshold()
        let day = try CalendarDate(iso: "2003-12-31")
        let error = refusal(.parameterBeforeFirstDate) { _ = try threshold.value(asOf: day) }
        #expect(
            error?.parameters == ["parameter": "levy-threshold", "found": "2003-12-31", "expected": "2004-01-01"])
    }

    @Test func datesAscend() throws {
        let steps = try threshold().steps
        refusal(.parameterDatesDisordered) { _ = try DatedParameter(name: "p", steps: steps.reversed()) }
        refusal(.parameterDatesDisordered) { _ = try DatedParameter(name: "p", steps: [steps[0], steps[0]]) }
        refusal(.parameterDatesDisordered) { _ = try DatedParameter<Cents>(name: "p", steps: []) }
    }
}
