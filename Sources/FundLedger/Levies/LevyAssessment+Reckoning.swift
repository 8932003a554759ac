import ReferenceData

extension LevyAssessment {
    /// Reckons. Refuses: E-LEV-001 … E-LEV-004, E-REF-001.
    public init(_ declaration: LevyDeclaration) throws {
        try Self.check(declaration)
        let day = declaration.year.firstDay
        let rate = try LevyParameters.rate.step(asOf: day)
        var reckoning = Reckoning(day: day)
        let threshold = try LevyParameters.threshold.step(asOf: day)
        reckoning.add(.payroll, declaration.payroll, "D-8.3 § 4", .cited)
        reckoning.add(.threshold, threshold.value, threshold.citation, threshold.mark)
        let due = try LevyParameters.dueDay.step(asOf: day)
        if declaration.payroll <= threshold.value {
            try reckoning.stayOut(.belowThreshold, declaration)
        } else if try Self.isExempted(declaration, on: day) {
            reckoning.remark(LevyParameters.certificateExempts.name, try LevyParameters.certificateExempts.step(asOf: day))
            try reckoning.stayOut(.exempted, declaration)
        } else {
            try reckoning.count(declaration, rate)
        }
        if reckoning.outcome == .owed { reckoning.remark(LevyParameters.dueDay.name, due) }
        year = declaration.year
        outcome = reckoning.outcome
        lines = reckoning.lines
        levy = reckoning.levy
        surplusForward = reckoning.surplusForward
        self.due = declaration.year.dueDay
        self.rate = rate.value
        remarks = reckoning.remarks
    }

    /// The first year whose threshold is known.
    public static let firstYear = LevyParameters.threshold.steps[0].from.year

    private static func check(_ declaration: LevyDeclaration) throws {
        guard declaration.year.year >= firstYear else {
            throw LevyError(.yearUnknown, ["year": declaration.year.text, "first": String(firstYear)])
        }
        let items: [(Step, Cents)] = [
            (.payroll, declaration.payroll), (.spending, declaration.spending), (.help, declaration.help),
            (.surplus, declaration.surplus), (.yearBefore, declaration.yearBefore ?? .zero),
        ]
        for (step, amount) in items where amount.isNegative {
            throw LevyError(.itemNegative, ["item": step.rawValue, "amount_cents": amount.canonical])
        }
        let certified = LevyParameters.certificateExempts.steps[0].from.year
        guard !declaration.hasCertificate || declaration.year.year >= certified else {
            throw LevyError(.certificateTooEarly, ["year": declaration.year.text, "first": String(certified)])
        }
        guard declaration.yearBefore == nil || declaration.surplus.isZero else {
            throw LevyError(.surplusInFirstYear, ["surplus_cents": declaration.surplus.canonical])
        }
    }

    private static func isExempted(_ declaration: LevyDeclaration, on day: CalendarDate) throws -> Bool {
        try declaration.hasCertificate && LevyParameters.certificateExempts.value(asOf: day)
    }

    /// What is gathered on the way.
    private struct Reckoning {
        let day: CalendarDate
        var lines: [Line] = []
        var remarks: [Remark] = []
        var outcome = Outcome.met
        var levy = Cents.zero
        var surplusForward: Cents?

        mutating func add(_ step: Step, _ amount: Cents, _ citation: String, _ mark: SourceMark) {
            lines.append(Line(step: step, amount: amount, citation: citation, mark: mark))
        }

        mutating func remark<Value>(_ name: String, _ step: DatedParameter<Value>.Step) {
            remarks.append(Remark(parameter: name, citation: step.citation, mark: step.mark))
        }

        /// The employer does not take part: nothing is owed, and what becomes of a surplus is not known.
        mutating func stayOut(_ outcome: Outcome, _ declaration: LevyDeclaration) throws {
            self.outcome = outcome
            defer { add(.levy, .zero, outcome == .exempted ? "D-8.3 r. 5 § 1" : "D-8.3 § 3", .cited) }
            if declaration.surplus.isZero {
                surplusForward = .zero
            } else {
                add(.surplus, declaration.surplus, "D-8.3 § 11 ¶ 1", .cited)
                remark(LevyParameters.surplusOutside.name, try LevyParameters.surplusOutside.step(asOf: day))
            }
        }

        mutating func count(_ declaration: LevyDeclaration, _ rate: DatedParameter<Ratio>.Step) throws {
            let participation = try rate.value.halfEven(of: declaration.payroll)
            add(.participation, participation, rate.citation, rate.mark)
            add(.spending, declaration.spending, "D-8.3 § 5; r. 3 § 1", .cited)
            let above = try LevyParameters.helpAboveSpending.step(asOf: day)
            if !declaration.help.isZero { add(.help, declaration.help, "Revenu Québec (RLZ-1.S)", .cited) }
            let net = max(.zero, try declaration.spending.subtracting(declaration.help))
            if declaration.help > declaration.spending {
                add(.netSpending, net, above.citation, above.mark)
            } else {
                add(.netSpending, net, "Revenu Québec (RLZ-1.S)", .cited)
            }
            var counted = net
            if !declaration.surplus.isZero {
                add(.surplus, declaration.surplus, "D-8.3 § 11 ¶ 1", .cited)
                counted = try counted.adding(declaration.surplus)
            }
            if let before = declaration.yearBefore {
                let rule = try LevyParameters.firstYearCountsYearBefore.step(asOf: day)
                let amount = rule.value ? before : .zero
                add(.yearBefore, amount, rule.citation, rule.mark)
                counted = try counted.adding(amount)
            }
            add(.counted, counted, "D-8.3 §§ 5, 11", .cited)
            levy = max(.zero, try participation.subtracting(counted))
            let forward = max(.zero, try counted.subtracting(participation))
            surplusForward = forward
            outcome = levy.isZero ? .met : .owed
            add(.levy, levy, "D-8.3 § 14", .cited)
            add(.surplusForward, forward, "D-8.3 § 11 ¶ 1", .cited)
        }
    }
}
