import ReferenceData

/// An agreement as its records make it: what its steps are judged by, without the registers around it.
public struct AgreementState: Sendable, Equatable {
    /// The agreement's id, as its records write it.
    public let id: String
    /// The modules of the standard as it stood at the draft, in its order.
    public internal(set) var modules: [String]
    public let standard: String
    public let apprentice: String
    public internal(set) var stage: AgreementStage
    public internal(set) var companion: String?
    /// NEQ, as written.
    public internal(set) var employer: String
    public internal(set) var establishment: Int64?
    public internal(set) var office: String
    public let drafted: CalendarDate
    /// The day of the last step.
    public internal(set) var lastDay: CalendarDate
    /// The latest of the signatures.
    public internal(set) var signed: CalendarDate?
    public internal(set) var begins: CalendarDate?
    public internal(set) var ends: CalendarDate?
    public internal(set) var hours: Int64?
    public internal(set) var learnt: Set<String> = []
    public internal(set) var checked: Set<String> = []
    /// Since when it is suspended; and the days of the suspensions before.
    public internal(set) var suspendedOn: CalendarDate?
    public internal(set) var suspendedDays: Int = 0

    /// A draft.
    public init(_ id: String, _ opening: AgreementOpening, modules: [String], on date: CalendarDate) {
        self.id = id
        self.modules = modules
        standard = opening.standard
        apprentice = opening.apprentice
        stage = .draft
        companion = opening.companion
        employer = opening.employer
        establishment = opening.establishment
        office = opening.office
        drafted = date
        lastDay = date
    }

    /// Takes a step. Refuses, changing nothing: E-AGR-002 … E-AGR-021.
    public mutating func take(_ act: AgreementAct, on date: CalendarDate) throws {
        guard let after = stage.after(act.move) else {
            throw error(
                .stepNotAllowed,
                [
                    "state": stage.rawValue, "step": act.move.rawValue,
                    "open": stage.open.map(\.rawValue).joined(separator: ", "),
                ])
        }
        guard date >= lastDay else { throw error(.dateBefore, ["date": date.iso, "last": lastDay.iso]) }
        switch act {
        case .drafted, .ended, .annulled: break
        case .signed(let terms): try sign(terms, on: date)
        case .started: try start(on: date)
        case .learnt(let module, let companion): try learn(module, companion)
        case .checked(let modules): try check(modules)
        case .changed(let change): try self.change(change, on: date)
        case .suspended: suspendedOn = date
        case .resumed(let ends): try resume(ends: ends, on: date)
        case .completed: try complete()
        case .recognised: try recognise()
        }
        stage = after
        lastDay = date
    }

    func error(_ code: AgreementError.Code, _ parameters: [String: String] = [:]) -> AgreementError {
        AgreementError(code, parameters.merging(["agreement": id]) { given, _ in given })
    }
}

extension AgreementState {
    private mutating func sign(_ terms: AgreementTerms, on date: CalendarDate) throws {
        for (part, day) in terms.signatures where day < drafted || day > date {
            throw error(.signatureDate, ["part": part, "found": day.iso, "least": drafted.iso, "most": date.iso])
        }
        guard terms.begins >= terms.signed else {
            throw error(.beginsBefore, ["begins": terms.begins.iso, "least": terms.signed.iso])
        }
        let least = Self.least(from: terms.begins), most = Self.most(from: terms.begins)
        guard terms.ends >= least, terms.ends <= most else {
            throw error(
                .term, ["begins": terms.begins.iso, "ends": terms.ends.iso, "least": least.iso, "most": most.iso])
        }
        guard AgreementTerms.hours.contains(terms.hours) else { throw hoursError(terms.hours) }
        try require(companion: terms.companion)
        signed = terms.signed
        begins = terms.begins
        ends = terms.ends
        hours = terms.hours
        companion = terms.companion
    }

    private mutating func start(on date: CalendarDate) throws {
        guard let begins, let ends, date >= begins, date <= ends else {
            throw error(
                .startedOutside, ["date": date.iso, "least": begins?.iso ?? "", "most": ends?.iso ?? ""])
        }
    }

    private mutating func learn(_ module: String, _ companion: String) throws {
        try require(module: module)
        guard !learnt.contains(module) else { throw error(.moduleLearnt, ["module": module]) }
        guard companion == self.companion else { throw error(.companionOther) }
        learnt.insert(module)
    }

    private mutating func check(_ modules: [String]) throws {
        for module in modules {
            try require(module: module)
            guard learnt.contains(module) else { throw error(.moduleNotLearnt, ["module": module]) }
            guard !checked.contains(module) else { throw error(.moduleChecked, ["module": module]) }
        }
        checked.formUnion(modules)
    }

    private mutating func change(_ change: AgreementChange, on date: CalendarDate) throws {
        guard !change.isEmpty else { throw error(.nothingChanged) }
        guard (change.employer == nil) == (change.office == nil), change.establishment == nil || change.employer != nil
        else { throw error(.employerAndOffice) }
        if stage == .draft, change.ends != nil || change.hours != nil { throw error(.draftTerms) }
        if let ends = change.ends { try require(ends: ends, on: date, moreDays: 0) }
        if let hours = change.hours, !AgreementTerms.hours.contains(hours) { throw hoursError(hours) }
        if let companion = change.companion { try require(companion: companion) }
        if let employer = change.employer {
            self.employer = employer
            establishment = change.establishment
            office = change.office ?? office
        }
        ends = change.ends ?? ends
        hours = change.hours ?? hours
        companion = change.companion ?? companion
    }

    private mutating func resume(ends: CalendarDate, on date: CalendarDate) throws {
        let days = suspendedDays + (suspendedOn.map { Int(date.dayNumber - $0.dayNumber) } ?? 0)
        try require(ends: ends, on: date, moreDays: days)
        suspendedDays = days
        suspendedOn = nil
        self.ends = ends
    }

    private func complete() throws {
        let left = modules.filter { !checked.contains($0) }
        guard left.isEmpty else { throw error(.modulesLeft, ["modules": left.joined(separator: ", ")]) }
    }

    private func recognise() throws {
        guard !checked.isEmpty, checked.count < modules.count else {
            throw error(
                .notPartly, ["checked": String(checked.count), "modules": String(modules.count)])
        }
    }

    private func require(companion: String) throws {
        guard companion != apprentice else { throw error(.ownCompanion) }
    }

    private func require(module: String) throws {
        guard modules.contains(module) else {
            throw error(
                .moduleUnknown,
                ["module": module, "standard": standard, "modules": modules.joined(separator: ", ")])
        }
    }

    /// `moreDays`: days of suspension on top of the longest term.
    private func require(ends: CalendarDate, on date: CalendarDate, moreDays: Int) throws {
        guard let begins else { throw error(.draftTerms) }
        let least = max(date, Self.least(from: begins)), most = Self.most(from: begins, moreDays: moreDays)
        guard ends >= least, ends <= most else {
            throw error(.endsOutside, ["ends": ends.iso, "least": least.iso, "most": most.iso])
        }
    }

    /// The first day on which an agreement may end; the calendar's last where that is beyond it.
    private static func least(from begins: CalendarDate) -> CalendarDate {
        (try? begins.later(months: AgreementTerms.months.lowerBound).adding(days: -1)) ?? .latest
    }

    /// The last day on which it may end; the calendar's last where that is beyond it.
    private static func most(from begins: CalendarDate, moreDays: Int = 0) -> CalendarDate {
        (try? begins.later(months: AgreementTerms.months.upperBound).adding(days: moreDays)) ?? .latest
    }

    private func hoursError(_ hours: Int64) -> AgreementError {
        error(
            .hours,
            [
                "hours": String(hours), "least": String(AgreementTerms.hours.lowerBound),
                "most": String(AgreementTerms.hours.upperBound),
            ])
    }
}
