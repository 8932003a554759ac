/// A figure that law or the books' owners fix and change: its value as of a date, each with the text that gives it.
///
/// Nothing is assumed before the first date.
public struct DatedParameter<Value: Sendable>: Sendable {
    public struct Step: Sendable {
        /// The first day on which the value holds.
        public let from: CalendarDate
        public let value: Value
        /// The article, decision or named default that gives it.
        public let citation: String
        /// What of it no source gives.
        public let mark: SourceMark

        public init(from: CalendarDate, value: Value, citation: String, mark: SourceMark = .cited) {
            self.from = from
            self.value = value
            self.citation = citation
            self.mark = mark
        }
    }

    public let name: String
    /// By ascending date, each date once; at least one.
    public let steps: [Step]

    /// Refuses an empty list, or dates that do not ascend, with `E-REF-051`.
    public init(name: String, steps: [Step]) throws {
        guard !steps.isEmpty else {
            throw ReferenceError(.parameterDatesDisordered, ["parameter": name, "found": ""])
        }
        for (step, next) in zip(steps, steps.dropFirst()) where next.from <= step.from {
            throw ReferenceError(.parameterDatesDisordered, ["parameter": name, "found": next.from.iso])
        }
        self.name = name
        self.steps = steps
    }

    /// The value that holds on that day, with its citation; refuses a day before the first with `E-REF-050`.
    public func step(asOf date: CalendarDate) throws -> Step {
        guard let step = steps.last(where: { $0.from <= date }) else {
            throw ReferenceError(
                .parameterBeforeFirstDate,
                ["parameter": name, "found": date.iso, "expected": steps[0].from.iso])
        }
        return step
    }

    /// The value alone; refuses as `step(asOf:)`.
    public func value(asOf date: CalendarDate) throws -> Value { try step(asOf: date).value }
}

extension DatedParameter: Equatable where Value: Equatable {}
extension DatedParameter.Step: Equatable where Value: Equatable {}
