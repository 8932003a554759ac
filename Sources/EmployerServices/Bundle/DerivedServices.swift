import AuditTrail
import ReferenceData

/// What the records of employers, interventions, committees, agreements and participations come to, for the files of a
/// bundle. Where *figures* fails for a record, what is derived does not matter.
struct DerivedServices {
    struct Intervention {
        let record: Int64
        let started: InterventionStarted
        var ends: CalendarDate?
        var result: ServiceResult?
        var isAnnulled = false
    }

    struct Agreement {
        let record: Int64
        let committee: String?
        var state: AgreementState
        /// The office that it named at signing.
        var signedOffice: String?
    }

    struct Participation {
        let record: Int64
        let started: ParticipationStarted
        var ended: CalendarDate?
        var result: ServiceResult?
        var isAnnulled = false
    }

    struct Committee {
        var set: CommitteeSet
        var seats: Set<String> = []
        var grants: Set<String> = []
    }

    struct EstablishmentKey: Hashable {
        let employer: String
        let number: Int64
    }

    var offices: [String: Region] = [:]
    var standards: [String: StandardSet] = [:]
    var employers: [String: EmployerRow] = [:]
    /// NEQ → the one that it was merged into.
    var mergers: [String: String] = [:]
    var establishments: [EstablishmentKey: EstablishmentSet] = [:]
    var interventions: [InterventionID: Intervention] = [:]
    var agreements: [AgreementID: Agreement] = [:]
    var participations: [ParticipationID: Participation] = [:]
    var committees: [String: Committee] = [:]
    var subjects: Int64 = 0
    var erased: Int64 = 0
    var indicators = DerivedIndicators()

    mutating func take(_ record: any Record, at sequence: Int64) {
        switch record {
        case let office as OfficeSet: offices[office.office] = office.region
        case let standard as StandardSet: standards[standard.standard] = standard
        case is SubjectOpened: subjects += 1
        case is SubjectErased: erased += 1
        case let step as any AgreementRecord: take(step, sequence)
        default:
            take(employer: record, sequence)
            take(act: record, sequence)
            take(committee: record)
            indicators.take(record, at: sequence)
        }
    }

    // MARK: Employers

    private mutating func take(employer record: any Record, _ sequence: Int64) {
        switch record {
        case let added as EmployerAdded:
            let details = added.details, neq = added.employer.text
            guard let form = details.form, let region = details.region, let scian = details.scian else { return }
            employers[neq] = EmployerRow(
                neq: neq, root: neq, state: .open, form: form, name: details.name, subject: details.subject,
                contact: details.contact, otherNames: details.otherNames ?? [], region: region, office: details.office,
                scian: scian.text, employees: details.employees, added: sequence, sequence: sequence, day: added.date)
        case let changed as EmployerChanged: employers[changed.employer.text]?.take(changed.details)
        case let closed as EmployerClosed: employers[closed.employer.text]?.state = .closed
        case let reopened as EmployerReopened: employers[reopened.employer.text]?.state = .open
        case let merged as EmployerMerged:
            employers[merged.employer.text]?.state = .merged
            mergers[merged.employer.text] = merged.into.text
        case let set as EstablishmentSet:
            establishments[EstablishmentKey(employer: set.employer.text, number: set.number)] = set
        default: break
        }
    }

    /// The employer that counts for a number, along the chain of mergers; a chain that bites its tail, which *figures*
    /// refuses, is left after as many steps as there are mergers.
    func counted(_ neq: String) -> String {
        var root = neq
        for _ in 0..<mergers.count {
            guard let next = mergers[root] else { break }
            root = next
        }
        return root
    }

    func region(of office: String) -> String { offices[office]?.code ?? "" }

    // MARK: Acts

    private mutating func take(act record: any Record, _ sequence: Int64) {
        switch record {
        case let started as InterventionStarted:
            interventions[started.intervention] = Intervention(
                record: sequence, started: started, ends: started.ends, result: started.result)
        case let ended as InterventionEnded:
            interventions[ended.intervention]?.ends = ended.date
            interventions[ended.intervention]?.result = ended.result
        case let annulled as InterventionAnnulled: interventions[annulled.intervention]?.isAnnulled = true
        case let started as ParticipationStarted:
            participations[started.participation] = Participation(record: sequence, started: started)
        case let ended as ParticipationEnded:
            participations[ended.participation]?.ended = ended.date
            participations[ended.participation]?.result = ended.result
        case let annulled as ParticipationAnnulled: participations[annulled.participation]?.isAnnulled = true
        default: break
        }
    }

    /// A step that is refused leaves no trace: *figures* fails for it.
    private mutating func take(_ step: any AgreementRecord, _ sequence: Int64) {
        let id = step.agreement
        if case .drafted(let opening) = step.act {
            let standard = standards[opening.standard]
            agreements[id] = Agreement(
                record: sequence, committee: standard?.committee,
                state: AgreementState(
                    id.text, opening, modules: standard?.modules.map(\.module) ?? [], on: step.date))
            return
        }
        guard var agreement = agreements[id], (try? agreement.state.take(step.act, on: step.date)) != nil else { return }
        if case .signed = step.act { agreement.signedOffice = agreement.state.office }
        agreements[id] = agreement
    }

    // MARK: Committees

    private mutating func take(committee record: any Record) {
        switch record {
        case let set as CommitteeSet: committees[set.committee, default: Committee(set: set)].set = set
        case let seated as CommitteeSeated: committees[seated.committee]?.seats.insert(seated.seat)
        case let unseated as CommitteeUnseated: committees[unseated.committee]?.seats.remove(unseated.seat)
        case let funded as CommitteeFunded: committees[funded.committee]?.grants.insert(funded.grant.text)
        default: break
        }
    }
}
