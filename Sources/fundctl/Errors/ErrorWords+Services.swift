import EmployerServices

/// Words of what errors of employer services tell as codes.
extension ErrorWords {
    /// Nil where a parameter is shown as it is. `code`: of the error.
    static func services(_ value: String, of name: String, code: String) -> Message? {
        switch (code.prefix(5), name) {
        case ("E-AGR", "state"): AgreementStage(rawValue: value).map(AgreementWords.stage)
        case ("E-AGR", "step"): AgreementMove(rawValue: value).map { .verbatim($0.verb) }
        case ("E-AGR", "open"):
            .verbatim(value.split(separator: ", ").compactMap { AgreementMove(rawValue: String($0))?.verb }.joined(separator: ", "))
        case ("E-AGR", "part"), ("E-PAR", "part"), ("E-SLP", "part"): serviceParts[value]
        case ("E-IND", "cause"): begun[value]
        case ("E-SCP", "kind"): serviceKinds[value.split(separator: "/").first.map(String.init) ?? value]
        case ("E-SCP", "needed"), ("E-SCP", "held"): scopes(value)
        default: nil
        }
    }

    /// `agent 06 | coordinator tourisme`, in words.
    private static func scopes(_ value: String) -> Message {
        Message(fr: Phrase(verbatim: scopes(value, scopesInFrench)), en: Phrase(verbatim: scopes(value, scopesInEnglish)))
    }

    private static func scopes(_ value: String, _ words: [(String, String)]) -> String {
        guard !value.isEmpty else { return "" }
        return words.reduce(value) { $0.replacing($1.0, with: $1.1) }
    }

    private static let scopesInFrench = [
        (" | ", " ou "), (" + ", " et "), ("agent *", "agent sans région"), ("coordinator *", "coordonnateur sans comité"),
        ("agent ", "agent de la région "), ("agent de la région sans", "agent sans"), ("coordinator ", "coordonnateur de "),
    ]
    private static let scopesInEnglish = [
        (" | ", " or "), (" + ", " and "), ("agent *", "agent of no one region"), ("coordinator *", "coordinator of no one committee"),
        ("agent ", "agent of region "), ("agent of region of no", "agent of no"), ("coordinator ", "coordinator of "),
        ("coordinator of of", "coordinator of"),
    ]

    private static let begun: [String: Message] = [
        "figure": Message(fr: "un chiffre inscrit", en: "a figure entered"), "target": Message(fr: "une cible", en: "a target"),
        "month": Message(fr: "un mois publié", en: "a published month"),
    ]

    private static let serviceParts: [String: Message] = [
        "apprentice_signed": Message(fr: "celle de l'apprenti", en: "the apprentice's"),
        "employer_signed": Message(fr: "celle de l'employeur", en: "the employer's"),
        "service_signed": Message(fr: "celle du service", en: "the service's"),
        "certificate": Message(fr: "certificat", en: "certificate"), "attestation": Message(fr: "attestation", en: "attestation"),
        "reason": Message(fr: "motif", en: "reason"), "office": Message(fr: "bureau", en: "office"),
        "standard": Message(fr: "norme", en: "standard"), "programme": Message(fr: "programme", en: "programme"),
        "committee": Message(fr: "comité", en: "committee"),
    ]

    private static let serviceKinds: [String: Message] = [
        "agreement.drafted": Message(fr: "l'ébauche d'une entente", en: "the draft of an agreement"),
        "agreement.signed": Message(fr: "la signature d'une entente", en: "the signing of an agreement"),
        "agreement.started": Message(fr: "la remise d'un carnet", en: "the handing over of a booklet"),
        "agreement.learnt": Message(fr: "un module appris", en: "a module learnt"),
        "agreement.checked": Message(fr: "la vérification de modules", en: "the check of modules"),
        "agreement.changed": Message(fr: "un changement d'entente", en: "a change of an agreement"),
        "agreement.suspended": Message(fr: "la suspension d'une entente", en: "the suspension of an agreement"),
        "agreement.resumed": Message(fr: "la reprise d'une entente", en: "the resumption of an agreement"),
        "agreement.completed": Message(fr: "un certificat", en: "a certificate"),
        "agreement.recognised": Message(fr: "une attestation", en: "an attestation"),
        "agreement.ended": Message(fr: "la fin anticipée d'une entente", en: "the early end of an agreement"),
        "agreement.annulled": Message(fr: "l'annulation d'une entente", en: "the annulment of an agreement"),
        "committee.funded": Message(fr: "le financement d'un comité", en: "the funding of a committee"),
        "committee.planned": Message(fr: "le plan d'un comité", en: "the plan of a committee"),
        "committee.reported": Message(fr: "le résultat d'une activité", en: "the result of an activity"),
        "committee.seated": Message(fr: "un membre d'un comité", en: "a member of a committee"),
        "committee.unseated": Message(fr: "le départ d'un membre d'un comité", en: "the departure of a member of a committee"),
        "committee.set": Message(fr: "un comité", en: "a committee"),
        "employer.added": Message(fr: "l'ajout d'un employeur", en: "the addition of an employer"),
        "employer.changed": Message(fr: "le changement d'un employeur", en: "the change of an employer"),
        "employer.closed": Message(fr: "la fermeture d'un employeur", en: "the closing of an employer"),
        "employer.reopened": Message(fr: "la réouverture d'un employeur", en: "the reopening of an employer"),
        "employer.merged": Message(fr: "une fusion d'employeurs", en: "a merger of employers"),
        "establishment.set": Message(fr: "un établissement", en: "an establishment"),
        "intervention.started": Message(fr: "une intervention", en: "an intervention"),
        "intervention.ended": Message(fr: "la fin d'une intervention", en: "the end of an intervention"),
        "intervention.annulled": Message(fr: "l'annulation d'une intervention", en: "the annulment of an intervention"),
        "participation.started": Message(fr: "une participation", en: "a participation"),
        "participation.ended": Message(fr: "la fin d'une participation", en: "the end of a participation"),
        "participation.annulled": Message(fr: "l'annulation d'une participation", en: "the annulment of a participation"),
        "programme.set": Message(fr: "un programme", en: "a programme"), "standard.set": Message(fr: "une norme", en: "a standard"),
        "slip.received": Message(fr: "la réception d'un bordereau", en: "the receipt of a slip"),
    ]
}
