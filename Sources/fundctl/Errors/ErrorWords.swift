import FundLedger
import ReferenceData

/// The words of what errors tell as codes of the ledger: a state, a step, an authority, a cause. JSON has the codes.
///
/// A code that a command takes (a step, an authority, the cause of a release) can be read in its words.
enum ErrorWords {
    /// Nil where a parameter is shown as it is. `code`: of the error.
    static func word(_ value: String, of name: String, code: String) -> Message? {
        switch (code.prefix(5), name) {
        case ("E-GRT", "last"), ("E-GRT", "step"): step(value)
        case ("E-GRT", "open"): steps(value)
        case ("E-GRT", "state"): GrantStage(rawValue: value).map(GrantWords.stage)
        case ("E-GRT", "authority"), ("E-GRT", "required"): GrantAuthority(rawValue: value).map(authority)
        case ("E-GRT", "norms"): ProgramAdded.Norms(rawValue: value).map(GrantWords.norms)
        case ("E-GRT", "cause"): grantCauses[value]
        case ("E-GRT", "part"): code == GrantError.Code.textLength.rawValue ? nil : part(value)
        case ("E-LEV", "item"): LevyAssessment.Step(rawValue: value).flatMap(item)
        case ("E-PAY", "state"): PaymentState(rawValue: value).map(PaymentView.word)
        case ("E-REV", "basis"): RevenueEarmarked.Basis(rawValue: value).map(basis)
        case ("E-REV", "cause"): RevenueReleased.Cause(rawValue: value).map(cause)
        case ("E-ENV", "basis"): CeilingBasis(rawValue: value).map(BudgetTexts.basis)
        case ("E-ENV", "sum"): ceilingSums[value]
        case ("E-ENV", "class"), ("E-REV", "found"): AccountClass(rawValue: value).map(LedgerTexts.name)
        case ("E-ENV", "cause"): entryCauses[value]
        case ("E-ENV", "kind"): act(value)
        case ("E-TRF", "state"): transferStates[value]
        case ("E-TRF", "cause"): ruleSetCauses[value]
        default: services(value, of: name, code: code)
        }
    }

    // MARK: Grants

    /// Steps are named by the commands that take them: what one types next. Others by their words.
    private static func step(_ value: String) -> Message? {
        if let move = GrantMove(rawValue: value) { return .verbatim(move.verb) }
        return act(value)
    }

    private static func steps(_ value: String) -> Message? {
        let moves = value.split(separator: ", ").map { GrantMove(rawValue: String($0)) }
        // Of other codes it holds the numbers of claims.
        guard !moves.contains(nil) else { return nil }
        return .verbatim(moves.compactMap { $0?.verb }.joined(separator: ", "))
    }

    private static func authority(_ authority: GrantAuthority) -> Message {
        switch authority {
        case .direction: Message(fr: "direction", en: "management (direction)")
        case .commission: Message(fr: "commission", en: "commission")
        case .minister: Message(fr: "ministre", en: "minister (ministre)")
        case .conseilDuTresor: Message(fr: "Conseil du trésor (conseil-du-tresor)", en: "Conseil du trésor (conseil-du-tresor)")
        case .government: Message(fr: "gouvernement", en: "government (gouvernement)")
        }
    }

    /// Parts of an agreement; what a correction can change is named by its options.
    private static func part(_ value: String) -> Message? {
        switch value {
        case "instalments": Message(fr: "versements prévus", en: "instalments")
        case "contributions": Message(fr: "contributions", en: "contributions")
        default: nil
        }
    }

    private static let grantCauses: [String: Message] = [
        "count": Message(fr: "nombre de lignes", en: "number of lines"),
        "order": Message(fr: "ordre des lignes", en: "order of lines"),
        "amount": Message(fr: "montant", en: "amount"), "zero": Message(fr: "zéro en tout", en: "zero in all"),
        "party": Message(fr: "nom d'une partie", en: "name of a party"),
        "missing": Message(fr: "manque", en: "missing"), "needless": Message(fr: "de trop", en: "needless"),
        "after": Message(fr: "à venir", en: "yet to come"),
        "line": Message(fr: "aucune ligne, ou une ligne de zéro", en: "no line, or one of zero"),
        "envelope": Message(fr: "la ligne a déjà une enveloppe", en: "the line has an envelope already"),
        "year": Message(
            fr: "l'exercice n'est pas ouvert avec contrôle budgétaire", en: "the year is not opened with budget control"),
        "entries": Message(fr: "ses écritures changeraient", en: "its entries would change"),
    ]

    // MARK: Levies, revenue

    /// What an employer declares.
    private static func item(_ step: LevyAssessment.Step) -> Message? {
        switch step {
        case .payroll: Message(fr: "masse salariale", en: "payroll")
        case .spending: Message(fr: "dépenses de formation", en: "training spending")
        case .help: Message(fr: "aide gouvernementale", en: "government help")
        case .surplus: Message(fr: "excédent reporté", en: "surplus brought forward")
        case .yearBefore: Message(fr: "dépenses de l'année d'avant", en: "spending of the year before")
        default: nil
        }
    }

    private static func basis(_ basis: RevenueEarmarked.Basis) -> Message {
        switch basis {
        case .ownLaw: Message(fr: "notre loi (own-law)", en: "own law (own-law)")
        case .outside: Message(fr: "de l'extérieur (outside)", en: "outside")
        }
    }

    private static func cause(_ cause: RevenueReleased.Cause) -> Message {
        switch cause {
        case .used: Message(fr: "employé (used)", en: "used")
        case .expired: Message(fr: "échu (expired)", en: "expired")
        case .returned: Message(fr: "rendu (returned)", en: "returned")
        }
    }

    // MARK: Budgets

    private static let ceilingSums: [String: Message] = [
        "authorised": Message(fr: "ce qui est autorisé", en: "what is authorised"),
        "used": Message(fr: "ce qui est engagé et dépensé", en: "what is committed and spent"),
    ]

    private static let entryCauses: [String: Message] = [
        "year": Message(fr: "l'exercice", en: "the fiscal year"), "form": Message(fr: "la forme", en: "the form"),
        "movement": Message(fr: "les lignes budgétaires", en: "the budgetary postings"),
        "date": Message(fr: "la date", en: "the date"),
        "financial": Message(fr: "les lignes financières", en: "the financial postings"),
        "expense": Message(fr: "la charge", en: "the expense"),
    ]

    /// The acts of a budget by the kind of their record, with or without its version.
    private static func act(_ kind: String) -> Message? {
        let name = kind.split(separator: "/").first.map(String.init) ?? kind
        if let word = acts[name] { return word }
        guard name.hasPrefix("grant."), let move = GrantMove(rawValue: String(name.dropFirst(6))) else { return nil }
        return GrantWords.step(move.rawValue)
    }

    private static let acts: [String: Message] = [
        "allocation.run": Message(fr: "répartition", en: "allocation"),
        "commitment.opened": Message(fr: "engagement", en: "commitment"),
        "commitment.released": Message(fr: "dégagement", en: "release of a commitment"),
        "commitment.spent": Message(fr: "dépense d'un engagement", en: "spending of a commitment"),
        "envelope.opened": Message(fr: "ouverture d'une enveloppe", en: "opening of an envelope"),
        "envelope.revised": Message(fr: "révision d'une enveloppe", en: "revision of an envelope"),
        "fee.billed": Message(fr: "droits facturés", en: "fees billed"),
        "fee.received": Message(fr: "droits encaissés", en: "fees received"),
        "levy.estimated": Message(fr: "estimation des cotisations", en: "estimate of levies"),
        "levy.remitted": Message(fr: "remise des cotisations", en: "remittance of levies"),
        "payment.cleared": Message(fr: "paiement compensé", en: "payment cleared"),
        "payment.issued": Message(fr: "paiement", en: "payment"),
        "payment.rejected": Message(fr: "paiement rejeté", en: "payment rejected"),
        "revenue.earmarked": Message(fr: "revenu affecté", en: "earmarked revenue"),
        "revenue.released": Message(fr: "libération d'un revenu affecté", en: "release of earmarked revenue"),
        "transfer.posted": Message(fr: "virement", en: "transfer"),
        "transfer.returned": Message(fr: "retour d'un virement temporaire", en: "return of a temporary transfer"),
    ]

    // MARK: Transfers

    private static let transferStates: [String: Message] = [
        "posted": Message(fr: "comptabilisé", en: "posted"), "withdrawn": Message(fr: "retiré", en: "withdrawn"),
        "refused": Message(fr: "refusé", en: "refused"),
    ]

    private static let ruleSetCauses: [String: Message] = [
        "unknown": Message(fr: "elles sont inconnues", en: "unknown"),
        "replaced": Message(fr: "elles sont déjà remplacées", en: "replaced already"),
        "earlier": Message(fr: "les nouvelles ne commencent pas après", en: "the new ones do not begin after"),
    ]
}
