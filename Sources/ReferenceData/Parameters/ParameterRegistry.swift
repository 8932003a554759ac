/// Every dated parameter, by name: what `parameter list` shows.
public enum ParameterRegistry {
    public static let all: [DatedParameter<ParameterValue>] = [
        LevyParameters.threshold.asValues { .money($0) },
        LevyParameters.rate.asValues { .rate($0) },
        LevyParameters.firstYearCountsYearBefore.asValues { .flag($0) },
        LevyParameters.certificateExempts.asValues { .flag($0) },
        LevyParameters.helpAboveSpending.asValues { .word($0) },
        LevyParameters.surplusOutside.asValues { .word($0) },
        LevyParameters.dueDay.asValues { .word($0) },
        LevyParameters.mutualReserveYears.asValues { .years($0) },
        LevyParameters.earmarkWarningDays.asValues { .days($0) },
        GrantParameters.fnfLadder.asValues { .ladder($0) },
        GrantParameters.fdmtLadder.asValues { .ladder($0) },
        GrantParameters.splittingWindowDays.asValues { .days($0) },
    ]

    /// Refuses a name that none has with `E-REF-052`.
    public static func parameter(_ name: String) throws -> DatedParameter<ParameterValue> {
        if let found = all.first(where: { $0.name == name }) { return found }
        let names = all.map(\.name)
        let nearest = FoldedText.nearest(to: name, among: names) ?? names.first { name.utf8.count > 3 && $0.contains(name) }
        throw ReferenceError(.parameterUnknown, ["found": name, "nearest": nearest ?? ""])
    }
}

extension DatedParameter {
    /// The same, its values as those who show every parameter see them.
    func asValues(_ change: (Value) -> ParameterValue) -> DatedParameter<ParameterValue> {
        let steps = steps.map { step in
            DatedParameter<ParameterValue>.Step(
                from: step.from, value: change(step.value), citation: step.citation, mark: step.mark)
        }
        guard let parameter = try? DatedParameter<ParameterValue>(name: name, steps: steps) else {
            preconditionFailure("the dates are those of a parameter")
        }
        return parameter
    }
}
