import AuditTrail
import EmployerServices
import ReferenceData

/// What each step of an agreement said, in words, for a screen: names are nowhere else.
struct AgreementStepWords {
    /// The name kept of a subject; nil where it is erased.
    let name: (String) throws -> String?

    /// What the record of a step says beyond its date.
    func said(_ record: any Record) throws -> Message {
        switch record {
        case let step as AgreementDrafted: .verbatim("\(step.opening.employer), \(step.opening.office)")
        case let step as AgreementSigned: signatures(step.terms)
        case let step as AgreementLearnt: .verbatim([step.module, try name(step.companion)].compactMap { $0 }.joined(separator: ", "))
        case let step as AgreementChecked: .verbatim(step.modules.joined(separator: ", "))
        case let step as AgreementChanged: try changed(step.change)
        case let step as AgreementSuspended: .verbatim(Visible.text(step.reason))
        case let step as AgreementResumed: Message(fr: "fin \(step.ends.iso)", en: "ends \(step.ends.iso)")
        case let step as AgreementCompleted: .verbatim(Visible.text(step.certificate))
        case let step as AgreementRecognised: .verbatim(Visible.text(step.attestation))
        case let step as AgreementEnded:
            Message(
                fr: "\(Self.cause(step.cause)) : \(Visible.text(step.reason))",
                en: "\(Self.cause(step.cause)): \(Visible.text(step.reason))")
        case let step as AgreementAnnulled: .verbatim(Visible.text(step.reason))
        default: .verbatim("")
        }
    }

    /// Who took a step: who signed the slip that brought it, and the agent who received it; else who sealed it.
    static func who(_ step: AgreementStepRow) -> Message {
        guard let slip = step.slip else { return .verbatim(step.person) }
        return Message(
            fr: "\(slip.person), bordereau \(String(slip.number)), reçu par \(step.person)",
            en: "\(slip.person), slip \(String(slip.number)), received by \(step.person)")
    }

    private func signatures(_ terms: AgreementTerms) -> Message {
        let days = (terms.apprenticeSigned.iso, terms.employerSigned.iso, terms.serviceSigned.iso)
        guard days.0 != days.1 || days.1 != days.2 else { return Message(fr: "tous le \(days.0)", en: "all on \(days.0)") }
        return Message(
            fr: "apprenti le \(days.0), employeur le \(days.1), service le \(days.2)",
            en: "apprentice on \(days.0), employer on \(days.1), service on \(days.2)")
    }

    private func changed(_ change: AgreementChange) throws -> Message {
        let companion = try change.companion.flatMap(name)
        let ends = change.ends.map { Message(fr: "fin \($0.iso)", en: "ends \($0.iso)") }
        let hours = change.hours.map { Message(fr: "\(number: $0) h", en: "\(number: $0) h") }
        let plain = [change.employer, change.office, companion].compactMap { $0 }.map { Message.verbatim($0) }
        let all = plain + [ends, hours].compactMap { $0 }
        return Message(
            fr: Phrase(verbatim: all.map { $0.text(in: .fr) }.joined(separator: ", ")),
            en: Phrase(verbatim: all.map { $0.text(in: .en) }.joined(separator: ", ")))
    }

    private static func cause(_ cause: AgreementCause) -> Message {
        switch cause {
        case .apprenticeLeft: Message(fr: "départ de l'apprenti", en: "the apprentice left")
        case .employerLeft: Message(fr: "retrait de l'employeur", en: "the employer left")
        case .employerClosed: Message(fr: "fermeture de l'employeur", en: "the employer closed")
        case .notProgressing: Message(fr: "sans progrès", en: "not progressing")
        case .other: Message(fr: "autre cause", en: "another cause")
        }
    }
}
