import FundLedger

/// The words of grants, programmes and recipients.
enum GrantWords {
    static let grant = Message(fr: "Subvention", en: "Grant")
    static let program = Message(fr: "Programme", en: "Programme")
    static let recipient = Message(fr: "Bénéficiaire", en: "Recipient")
    static let norms = Message(fr: "Normes", en: "Norms")
    static let title = Message(fr: "Objet", en: "Title")
    static let state = Message(fr: "État", en: "State")
    static let yes = Message(fr: "oui", en: "yes")
    static let no = Message(fr: "non", en: "no")
    static let erased = Message(fr: "(effacé)", en: "(erased)")
    static let step = Message(fr: "Étape", en: "Step")
    static let record = Message(fr: "Enregistrement", en: "Record")
    static let person = Message(fr: "Personne", en: "Person")
    static let planned = Message(fr: "Prévu", en: "Planned")
    static let left = Message(fr: "Reste", en: "Left")
    static let kind = Message(fr: "Nature", en: "Kind")
    static let agreement = Message(fr: "Convention", en: "Agreement")
    static let payable = Message(fr: "À payer", en: "Payable")
    static let paid = Message(fr: "Payé", en: "Paid")
    static let accepted = Message(fr: "Accepté", en: "Accepted")

    static func stage(_ stage: GrantStage) -> Message {
        switch stage {
        case .applied: Message(fr: "demandée", en: "applied for")
        case .assessed: Message(fr: "évaluée", en: "assessed")
        case .approved: Message(fr: "approuvée", en: "approved")
        case .signed: Message(fr: "signée", en: "signed")
        case .reported: Message(fr: "rapport reçu", en: "reported")
        case .closed: Message(fr: "fermée", en: "closed")
        case .imported: Message(fr: "reprise d'un registre", en: "imported")
        case .refused: Message(fr: "refusée", en: "refused")
        case .cancelled: Message(fr: "annulée", en: "cancelled")
        }
    }

    static func norms(_ norms: ProgramAdded.Norms) -> Message {
        switch norms {
        case .approved: Message(fr: "approuvées", en: "approved")
        case .none: Message(fr: "non approuvées", en: "not approved")
        }
    }

    /// A step's name in a history, by its record's kind.
    static func step(_ kind: String) -> Message { steps[kind] ?? .verbatim(kind) }

    private static let steps: [String: Message] = [
        "applied": Message(fr: "demande", en: "application"), "assessed": Message(fr: "évaluation", en: "assessment"),
        "refused": Message(fr: "refus", en: "refusal"), "approved": Message(fr: "approbation", en: "approval"),
        "signed": Message(fr: "convention", en: "agreement"), "amended": Message(fr: "avenant", en: "amendment"),
        "continued": Message(fr: "engagement de l'exercice", en: "year committed"),
        "advanced": Message(fr: "avance", en: "advance"), "claimed": Message(fr: "demande de versement", en: "claim"),
        "accepted": Message(fr: "versement accepté", en: "claim accepted"),
        "released": Message(fr: "retenue libérée", en: "holdback released"),
        "accrued": Message(fr: "charge à payer", en: "accrual"), "reported": Message(fr: "rapport final", en: "final report"),
        "recovered": Message(fr: "somme à récupérer", en: "recovery"),
        "repaid": Message(fr: "remboursement", en: "repayment"), "offset": Message(fr: "compensation", en: "set-off"),
        "written-off": Message(fr: "radiation", en: "write-off"), "closed": Message(fr: "fermeture", en: "closing"),
        "cancelled": Message(fr: "annulation", en: "cancellation"),
        "undone": Message(fr: "étape défaite", en: "step undone"),
        "imported": Message(fr: "reprise d'un registre", en: "import"), "paid": Message(fr: "paiement", en: "payment"),
        "rejected": Message(fr: "paiement rejeté", en: "payment rejected"),
        "settled": Message(fr: "compensation", en: "set-off"),
    ]

    static func payable(_ kind: GrantState.Payable.Kind) -> Message {
        switch kind {
        case .advance: Message(fr: "avance", en: "advance")
        case .claim: Message(fr: "demande de versement", en: "claim")
        case .holdback: Message(fr: "retenue libérée", en: "holdback released")
        case .imported: Message(fr: "reprise d'un registre", en: "import")
        }
    }

    /// The figures of a grant, in the order of its life; `name` is that of JSON.
    static func figures(_ figures: GrantFigures) -> [(name: String, label: Message, cents: Int64)] {
        [
            ("requested", Message(fr: "Demandé", en: "Requested"), figures.requested),
            ("approved", Message(fr: "Approuvé", en: "Approved"), figures.approved),
            ("agreement", agreement, figures.agreement),
            ("reserved", BudgetTexts.reserved, figures.reserved),
            ("committed", BudgetTexts.committed, figures.committed),
            ("spent", BudgetTexts.spent, figures.spent),
            ("advanced", Message(fr: "Avances consenties", en: "Advances granted"), figures.advanced),
            ("advance_used", Message(fr: "Avances employées", en: "Advances used"), figures.advanceUsed),
            ("accepted", accepted, figures.accepted),
            ("held_back", Message(fr: "Retenu", en: "Held back"), figures.heldBack),
            ("payable", payable, figures.payable), ("paid", paid, figures.paid),
            ("accrued", Message(fr: "Charges à payer (fin d'exercice)", en: "Accrued at year-end"), figures.accrued),
            ("recovered", Message(fr: "Mis à récupérer", en: "Recovered in all"), figures.recovered),
            ("recoverable", Message(fr: "À récupérer", en: "Still recoverable"), figures.recoverable),
        ]
    }
}
