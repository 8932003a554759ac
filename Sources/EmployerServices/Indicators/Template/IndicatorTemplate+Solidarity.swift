/// The solidarity services' indicators (lines 1193-1243 of the agreement's text): all entered with their source.
extension IndicatorTemplate {
    static let solidarity = [
        Entry(
            "solidarite-paas", "Nouveaux participants au Programme d'aide et d'accompagnement social",
            "New participants in the programme of social help and support", targeted: true,
            cites: "services de solidarité sociale, indicateur ciblé 1 (ligne 1199)"),
        Entry(
            "solidarite-delai-demandes", "Délai moyen de traitement des nouvelles demandes à l'attribution initiale",
            "Average time to treat new applications", .days, decimals: 1, targeted: true,
            cites: "services de solidarité sociale, indicateur ciblé 2 (ligne 1201)"),
        Entry(
            "solidarite-ratio-plaintes", "Ratio de plaintes", "Ratio of complaints", .ratio, decimals: 2, targeted: true,
            cites: "services de solidarité sociale, indicateur ciblé 3 (ligne 1203)"),
        Entry(
            "solidarite-decisions-modifiees", "Décisions modifiées à la suite d'une demande de révision",
            "Decisions changed after an application for review", .percent, decimals: 1, targeted: true,
            cites: "services de solidarité sociale, indicateur ciblé 4 (ligne 1205)"),
        Entry(
            "solidarite-conformite", "Conformité des sommes versées à l'aide de dernier recours",
            "Correctness of the sums paid as last-resort assistance", .percent, decimals: 1, targeted: true,
            cites: "services de solidarité sociale, indicateur ciblé 5, en développement (ligne 1207)"),
    ]

    static let solidarityFollowed = [
        Entry(
            "solidarite-taux-assistance", "Taux d'assistance sociale", "Social assistance rate", .percent, decimals: 1,
            cites: "services de solidarité sociale, non ciblé (ligne 1229)"),
        Entry(
            "solidarite-clientele", "Volume de clientèle des programmes d'aide financière",
            "Recipients of the financial assistance programmes",
            cites: "services de solidarité sociale, non ciblé (ligne 1231)"),
        Entry(
            "solidarite-prestations", "Prestations versées dans les programmes d'aide financière",
            "Benefits paid by the financial assistance programmes", .cents,
            cites: "services de solidarité sociale, non ciblé (ligne 1233)"),
        Entry(
            "solidarite-demandes", "Nouvelles demandes à l'aide financière de dernier recours",
            "New applications for last-resort assistance", cites: "services de solidarité sociale, non ciblé (ligne 1235)"),
        Entry(
            "solidarite-sorties", "Sorties de l'aide financière de dernier recours", "Exits from last-resort assistance",
            cites: "services de solidarité sociale, non ciblé (ligne 1237)"),
        Entry(
            "solidarite-revisions", "Demandes de révision", "Applications for review",
            cites: "services de solidarité sociale, non ciblé (ligne 1239)"),
        Entry(
            "solidarite-delai-evaluation", "Délai moyen des demandes d'évaluation médicale et socioprofessionnelle",
            "Average time of medical and vocational assessments", .days, decimals: 1,
            cites: "services de solidarité sociale, non ciblé (ligne 1241)"),
        Entry(
            "solidarite-cout", "Coût de revient selon les activités et les mesures", "Cost by activity and measure", .cents,
            cites: "services de solidarité sociale, non ciblé (ligne 1243)"),
    ]
}
