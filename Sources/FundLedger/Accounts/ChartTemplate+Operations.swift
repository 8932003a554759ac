// The accounts of the statement of operations, by nature, and the budgetary ones.
extension ChartTemplate {
    static let revenue: [Row] = [
        // D-8.3 s. 3.
        Row("4000", "Cotisations des employeurs", "Employers’ levies", .levies, only: .fnf),
        Row(
            "4010", "Cotisations – redressements d’années d’imposition antérieures",
            "Levies – adjustments of earlier taxation years", .levies, only: .fnf),
        // M-15.001 s. 60, class by class.
        Row(
            "4100", "Crédits versés par le ministre", "Appropriations paid by the minister", .appropriations,
            only: .fdmt),
        Row(
            "4200", "Droits – Loi sur la formation et la qualification professionnelles de la main-d’œuvre",
            "Fees – Act respecting workforce vocational training and qualification", .fees, only: .fdmt),
        Row(
            "4210", "Sommes perçues pour les services d’emploi", "Sums collected for employment services",
            .employmentServices, only: .fdmt),
        Row(
            "4300", "Amendes affectées à l’aide au reclassement (Loi sur les normes du travail, art. 141.1)",
            "Fines earmarked for reclassification assistance (Labour Standards Act, s. 141.1)", .fines, only: .fdmt),
        Row("4400", "Intérêts", "Interest", .interest),
        Row(
            "4500", "Récupérations de subventions d’exercices antérieurs", "Recoveries of grants of earlier years",
            .recoveries),
        Row("4600", "Dons", "Gifts", .gifts, only: .fdmt),
        Row("4700", "Revenus d’ententes", "Revenue under agreements", .agreements, only: .fdmt),
        // D-8.3 r. 7 s. 12; then restricted for three years at most (3110).
        Row(
            "4800", "Versements non utilisés de mutuelles de formation fermées",
            "Unspent payments of closed training mutuals", .trainingMutuals, only: .fnf),
        Row("4900", "Autres revenus", "Other revenue", .otherRevenue),
    ]

    /// 5100 takes what names no programme; the others follow the catalogue of measures (DOMAIN, *Employer services*;
    /// seed 376-396 and 415-435).
    static let grantExpenses: [Row] = [
        Row("5100", "Subventions", "Grants", .grants),
        Row("5110", "Subventions – aide au recrutement", "Grants – recruitment", .grants, only: .fdmt),
        Row(
            "5120", "Subventions – conservation de la main-d’œuvre et gestion prévisionnelle",
            "Grants – keeping staff and forward planning", .grants, only: .fdmt),
        Row(
            "5125", "Subventions – aménagement et réduction du temps de travail (ARTT)",
            "Grants – arranging and reducing working time", .grants, only: .fdmt),
        Row(
            "5130", "Subventions – formation de la main-d’œuvre (MFOR)", "Grants – workforce training (MFOR)", .grants),
        Row(
            "5140", "Subventions – développement et reconnaissance des compétences (Cadre général)",
            "Grants – development and recognition of skills", .grants),
        Row(
            "5150", "Subventions – apprentissage réglementé", "Grants – regulated apprenticeship", .grants, only: .fdmt),
        Row(
            "5160", "Subventions – comités de concertation en entreprise", "Grants – firm concertation committees",
            .grants, only: .fdmt),
        // Also what the fines of the Labour Standards Act are earmarked for.
        Row(
            "5165", "Subventions – comités d’aide au reclassement (CAR)", "Grants – reclassification committees",
            .grants,
            only: .fdmt),
        Row(
            "5170", "Subventions – emploi saisonnier, à temps partiel ou précaire",
            "Grants – seasonal, part-time or precarious work", .grants, only: .fdmt),
        Row("5180", "Subventions – projets majeurs", "Grants – major projects", .grants, only: .fdmt),
        Row("5185", "Subventions – économie sociale", "Grants – social economy", .grants, only: .fdmt),
        Row(
            "5190", "Subventions – comités sectoriels de main-d’œuvre (CSMO)", "Grants – sector committees", .grants),
        Row(
            "5195", "Subventions – main-d’œuvre des mutuelles de formation fermées",
            "Grants – workforce of closed training mutuals", .grants, only: .fnf),
        Row(
            "5210", "Mesures aux individus – subventions salariales", "Individuals – wage subsidies", .grants,
            only: .fdmt),
        Row("5220", "Mesures aux individus – formation", "Individuals – training", .grants, only: .fdmt),
        Row(
            "5230", "Mesures aux individus – soutien au travail autonome", "Individuals – support to self-employment",
            .grants, only: .fdmt),
        Row(
            "5240", "Mesures aux individus – projets de préparation à l’emploi",
            "Individuals – job readiness projects", .grants, only: .fdmt),
        Row(
            "5250", "Subventions – organismes en employabilité", "Grants – employability bodies", .grants, only: .fdmt),
    ]

    static let otherExpenses: [Row] = [
        // Kept by Revenu Québec from what it remits (DESIGN 6).
        Row("5800", "Frais de perception des cotisations", "Levy collection fees", .collectionFees, only: .fnf),
        Row("5900", "Créances douteuses", "Bad debts", .badDebts),
        Row("6100", "Traitements et avantages sociaux", "Salaries and benefits", .payrollExpense),
        Row(
            "6200", "Services professionnels et administratifs", "Professional and administrative services",
            .administration),
        Row("6210", "Loyers", "Rent", .administration, only: .fdmt),
        Row("6220", "Déplacements", "Travel", .administration),
        Row("6230", "Communications et publicité", "Communications and advertising", .administration),
        Row("6240", "Fournitures et approvisionnements", "Supplies", .administration),
        Row("6250", "Services informatiques", "Information technology services", .administration),
        Row("6290", "Autres frais de fonctionnement", "Other operating expenses", .administration),
        // Set yearly (seed 612-618).
        Row("6300", "Frais de fonctionnement de la Commission", "Running costs of the Commission", .commission),
        Row(
            "6400", "Intérêts sur les avances du ministre des Finances",
            "Interest on advances of the minister of Finance",
            .interestExpense, only: .fdmt),
        Row(
            "6500", "Amortissement des immobilisations corporelles", "Amortisation of tangible capital assets",
            .amortisation, only: .fdmt),
        Row("6900", "Autres charges", "Other expenses", .otherExpense),
    ]

    /// The life of an envelope's money (DESIGN 5).
    static let budgetary: [Row] = [
        Row("9100", "Budget autorisé", "Budget authorised", budgetary: .authorised),
        Row("9200", "Budget disponible", "Budget available", budgetary: .available),
        Row("9300", "Budget préengagé", "Budget reserved", budgetary: .reserved),
        Row("9400", "Budget engagé", "Budget committed", budgetary: .committed),
        Row("9500", "Budget dépensé", "Budget spent", budgetary: .spent),
    ]
}
