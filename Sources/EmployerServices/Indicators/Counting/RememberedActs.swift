import ReferenceData

/// Acts of another source, with the interventions of the days last asked for kept: the definitions of a month count the
/// same ones. Only for as long as nothing is written.
final class RememberedActs: ActSource {
    private let source: any ActSource
    private var days: ClosedRange<CalendarDate>?
    private var begun: [InterventionAct] = []

    init(_ source: any ActSource) { self.source = source }

    func interventions(beginning days: ClosedRange<CalendarDate>) throws -> [InterventionAct] {
        if self.days != days {
            begun = try source.interventions(beginning: days)
            self.days = days
        }
        return begun
    }

    func interventions(of root: String, until day: CalendarDate) throws -> [InterventionAct] {
        try source.interventions(of: root, until: day)
    }

    func agreements(signed days: ClosedRange<CalendarDate>) throws -> [SignedAgreement] {
        try source.agreements(signed: days)
    }

    func agreements(ofApprentice subject: String) throws -> [SignedAgreement] {
        try source.agreements(ofApprentice: subject)
    }

    func participations(on days: ClosedRange<CalendarDate>) throws -> [ParticipationAct] {
        try source.participations(on: days)
    }

    func participations(of subject: String) throws -> [ParticipationAct] { try source.participations(of: subject) }
}
