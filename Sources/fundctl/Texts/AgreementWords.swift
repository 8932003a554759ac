import EmployerServices

/// The words of agreements, participations and slips.
enum AgreementWords {
    static let agreement = Message(fr: "Entente", en: "Agreement")
    static let apprentice = Message(fr: "Apprenti", en: "Apprentice")
    static let companion = Message(fr: "Compagnon", en: "Companion")
    static let employer = Message(fr: "Employeur", en: "Employer")
    static let office = Message(fr: "Bureau", en: "Office")
    static let region = Message(fr: "Région", en: "Region")
    static let standard = Message(fr: "Norme", en: "Standard")
    static let committee = Message(fr: "Comité", en: "Committee")
    static let state = Message(fr: "État", en: "State")
    static let drafted = Message(fr: "Ébauchée", en: "Drafted")
    static let signed = Message(fr: "Signée", en: "Signed")
    static let begins = Message(fr: "Début", en: "Begins")
    static let ends = Message(fr: "Fin", en: "Ends")
    static let hours = Message(fr: "Heures par semaine", en: "Hours a week")
    static let modules = Message(fr: "Modules", en: "Modules")
    static let module = Message(fr: "Module", en: "Module")
    static let learnt = Message(fr: "Appris", en: "Learnt")
    static let checked = Message(fr: "Vérifiés", en: "Checked")
    static let step = Message(fr: "Étape", en: "Step")
    static let date = Message(fr: "Date", en: "Date")
    static let record = Message(fr: "Enregistrement", en: "Record")
    static let person = Message(fr: "Personne", en: "Person")
    static let line = Message(fr: "Ligne", en: "Line")
    static let outcome = Message(fr: "Issue", en: "Outcome")
    static let name = Message(fr: "Nom", en: "Name")
    static let programme = Message(fr: "Programme", en: "Programme")
    static let participation = Message(fr: "Participation", en: "Participation")
    static let participant = Message(fr: "Participant", en: "Participant")
    static let erased = Message(fr: "(effacé)", en: "(erased)")
    static let establishment = Message(fr: "Établissement", en: "Establishment")
    static let counted = Message(fr: "Compte", en: "Counts")

    static func stage(_ stage: AgreementStage) -> Message {
        switch stage {
        case .draft: Message(fr: "ébauche", en: "draft")
        case .signed: Message(fr: "signée", en: "signed")
        case .underWay: Message(fr: "en cours", en: "under way")
        case .suspended: Message(fr: "suspendue", en: "suspended")
        case .completed: Message(fr: "certifiée", en: "completed")
        case .recognised: Message(fr: "reconnue en partie", en: "partly recognised")
        case .ended: Message(fr: "terminée", en: "ended")
        case .annulled: Message(fr: "annulée", en: "annulled")
        }
    }

    static func move(_ move: AgreementMove) -> Message {
        switch move {
        case .drafted: Message(fr: "ébauche", en: "draft")
        case .signed: Message(fr: "signature", en: "signing")
        case .started: Message(fr: "carnet remis", en: "booklet handed over")
        case .learnt: Message(fr: "module appris", en: "module learnt")
        case .checked: Message(fr: "modules vérifiés", en: "modules checked")
        case .changed: Message(fr: "changement", en: "change")
        case .suspended: Message(fr: "suspension", en: "suspension")
        case .resumed: Message(fr: "reprise", en: "resumption")
        case .completed: Message(fr: "certificat", en: "certificate")
        case .recognised: Message(fr: "attestation", en: "attestation")
        case .ended: Message(fr: "fin anticipée", en: "early end")
        case .annulled: Message(fr: "annulation", en: "annulment")
        }
    }

    static func participation(_ state: String) -> Message {
        switch state {
        case "ended": Message(fr: "terminée", en: "ended")
        case "annulled": Message(fr: "annulée", en: "annulled")
        default: Message(fr: "en cours", en: "under way")
        }
    }
}

extension AgreementMove {
    /// The command that takes the step.
    var verb: String {
        switch self {
        case .drafted: "draft"
        case .signed: "sign"
        case .started: "start"
        case .learnt: "progress"
        case .checked: "check"
        case .changed: "change"
        case .suspended: "suspend"
        case .resumed: "resume"
        case .completed: "complete"
        case .recognised: "recognise"
        case .ended: "terminate"
        case .annulled: "annul"
        }
    }
}
