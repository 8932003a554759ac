import FundLedger
import ReferenceData

/// The words of an assessment.
enum LevyWords {
    static func line(_ step: LevyAssessment.Step, _ assessment: LevyAssessment) -> Message {
        let rate = ParameterWords.rate(assessment.rate)
        return switch step {
        case .payroll: Message(fr: "Masse salariale de l'année", en: "Payroll of the year")
        case .threshold: Message(fr: "Seuil à dépasser", en: "Threshold to be passed")
        case .participation:
            Message(
                fr: "Participation minimale : \(rate) de la masse salariale, arrondi au cent pair",
                en: "Minimum participation: \(rate) of the payroll, half a cent to the even cent")
        case .spending: Message(fr: "Dépenses de formation admissibles", en: "Eligible training spending")
        case .help: Message(fr: "Moins : aide gouvernementale", en: "Less: government help")
        case .netSpending:
            Message(fr: "Dépenses moins l'aide, zéro au moins", en: "Spending less help, at least zero")
        case .surplus: Message(fr: "Excédent reporté de l'année d'avant", en: "Surplus brought from the year before")
        case .yearBefore:
            Message(
                fr: "Plus : dépenses de l'année d'avant (première année au-dessus du seuil)",
                en: "Plus: spending of the year before (first year above the threshold)")
        case .counted: Message(fr: "En tout, ce qui compte", en: "In all, what counts")
        case .levy:
            switch assessment.outcome {
            case .belowThreshold, .exempted: Message(fr: "Cotisation", en: "Levy")
            case .met, .owed:
                Message(
                    fr: "Cotisation : participation moins ce qui compte, zéro au moins",
                    en: "Levy: participation less what counts, at least zero")
            }
        case .surplusForward:
            Message(
                fr: "Excédent à reporter : ce qui compte moins la participation",
                en: "Surplus carried forward: what counts less the participation")
        }
    }

    static func outcome(_ assessment: LevyAssessment) -> Message {
        switch assessment.outcome {
        case .belowThreshold:
            Message(
                fr: "La masse salariale ne dépasse pas le seuil : rien n'est dû.",
                en: "The payroll is not above the threshold: nothing is owed.")
        case .exempted:
            Message(
                fr: "Le certificat de qualité est valide : l'employeur est exempté, rien n'est dû.",
                en: "The quality certificate is valid: the employer is exempted, nothing is owed.")
        case .met:
            Message(
                fr: "Ce qui compte atteint la participation minimale : rien n'est dû.",
                en: "What counts reaches the minimum participation: nothing is owed.")
        case .owed:
            Message(
                fr: "Il est dû \(money: assessment.levy), au plus tard le \(assessment.due.iso).",
                en: "\(money: assessment.levy) is owed, by \(assessment.due.iso).")
        }
    }

    /// What becomes of a surplus; nil where there is none.
    static func forward(_ assessment: LevyAssessment) -> Message? {
        guard let forward = assessment.surplusForward else {
            return Message(
                fr: "Ce que devient l'excédent reporté dans une année sans participation n'est pas déterminé [?] : demandez-le à Revenu Québec.",
                en: "What becomes of the surplus in a year without participation is not determined [?]: ask Revenu Québec.")
        }
        guard !forward.isZero else { return nil }
        return Message(
            fr: "L'excédent de \(money: forward) est une dépense admissible de \(assessment.year.year + 1).",
            en: "The surplus of \(money: forward) is eligible spending of \(assessment.year.year + 1).")
    }

    static let caution = Message(
        fr: "Rien n'est gardé de ce calcul. Revenu Québec établit ce qui est dû.",
        en: "Nothing of this is kept. Revenu Québec settles what is owed.")
}
