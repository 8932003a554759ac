import ReferenceData

@testable import EmployerServices

/// An agreement as a list of what happened: everything asked of it is found by going through the list again.
struct NaiveAgreement {
    struct Step {
        let act: AgreementAct
        let day: CalendarDate
    }

    var history: [Step] = []
    let drafted: CalendarDate
    let firstCompanion: String?
    let apprentice: String
    let modules: [String]

    var stage: String {
        history.reduce("draft") { stage, step in
            switch step.act {
            case .signed: "signed"
            case .started, .resumed: "under-way"
            case .suspended: "suspended"
            case .completed: "completed"
            case .recognised: "recognised"
            case .ended: "ended"
            case .annulled: "annulled"
            default: stage
            }
        }
    }

    var terms: AgreementTerms? {
        for step in history { if case .signed(let terms) = step.act { return terms } }
        return nil
    }

    var companion: String? {
        history.reduce(firstCompanion) { companion, step in
            switch step.act {
            case .signed(let terms): terms.companion
            case .changed(let change): change.companion ?? companion
            default: companion
            }
        }
    }

    var ends: CalendarDate? {
        history.reduce(nil) { ends, step in
            switch step.act {
            case .signed(let terms): terms.ends
            case .changed(let change): change.ends ?? ends
            case .resumed(let later): later
            default: ends
            }
        }
    }

    var learnt: [String] { history.compactMap { if case .learnt(let module, _) = $0.act { module } else { nil } } }
    var checked: [String] {
        history.flatMap { step -> [String] in if case .checked(let modules) = step.act { modules } else { [] } }
    }
    var last: CalendarDate { history.last?.day ?? drafted }

    /// Days between each suspension and its end; the last one ends on `day`.
    func suspended(until day: CalendarDate) -> Int {
        var (sum, since): (Int, CalendarDate?) = (0, nil)
        for step in history {
            if case .suspended = step.act { since = step.day }
            if case .resumed = step.act, let begun = since {
                sum += Int(step.day.dayNumber - begun.dayNumber)
                since = nil
            }
        }
        return sum + (since.map { Int(day.dayNumber - $0.dayNumber) } ?? 0)
    }

    /// Whether the act may be: FORMAT.md, section 20.4, sentence by sentence.
    func allows(_ act: AgreementAct, on day: CalendarDate) throws -> Bool {
        guard day >= last else { return false }
        let stage = stage
        let isRunning = stage == "under-way"
        switch act {
        case .drafted: return false
        case .signed(let terms):
            let days = [terms.apprenticeSigned, terms.employerSigned, terms.serviceSigned]
            return try stage == "draft" && days.allSatisfy { $0 <= day && $0 >= drafted }
                && days.allSatisfy { terms.begins >= $0 } && terms.ends.adding(days: 1) >= terms.begins.later(months: 3)
                && terms.ends <= terms.begins.later(months: 36) && terms.hours >= 21 && terms.hours <= 60
                && terms.companion != apprentice
        case .started:
            guard stage == "signed", let terms, let ends else { return false }
            return day >= terms.begins && day <= ends
        case .learnt(let module, let by):
            return isRunning && modules.contains(module) && !learnt.contains(module) && by == companion
        case .checked(let some):
            return (isRunning || stage == "suspended")
                && some.allSatisfy { learnt.contains($0) && !checked.contains($0) }
        case .changed(let change):
            guard ["draft", "signed", "under-way", "suspended"].contains(stage), !change.isEmpty,
                (change.employer != nil) == (change.office != nil), change.companion != apprentice
            else { return false }
            if change.establishment != nil, change.employer == nil { return false }
            if stage == "draft", change.ends != nil || change.hours != nil { return false }
            if let hours = change.hours, hours < 21 || hours > 60 { return false }
            guard let ends = change.ends else { return true }
            guard let terms else { return false }
            return try ends >= day && ends.adding(days: 1) >= terms.begins.later(months: 3)
                && ends <= terms.begins.later(months: 36)
        case .suspended: return isRunning
        case .resumed(let ends):
            guard stage == "suspended", let terms else { return false }
            return try ends >= day && ends.adding(days: 1) >= terms.begins.later(months: 3)
                && ends <= terms.begins.later(months: 36).adding(days: suspended(until: day))
        case .completed: return isRunning && modules.allSatisfy(checked.contains)
        case .recognised:
            return (isRunning || stage == "suspended") && !checked.isEmpty && checked.count < modules.count
        case .ended: return ["signed", "under-way", "suspended"].contains(stage)
        case .annulled: return stage != "annulled"
        }
    }
}
