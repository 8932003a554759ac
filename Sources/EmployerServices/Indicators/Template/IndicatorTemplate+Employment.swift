/// The public employment services' indicators (lines 753-900 of the agreement's text).
extension IndicatorTemplate {
    /// Twelve and thirteen, what replaces thirteen, and interventions: counted from the records.
    static let computed = [
        Entry(
            "nouvellement-aidee", "Entreprises nouvellement aidées par les interventions des services publics d'emploi",
            "Employers newly assisted by interventions of the public employment services", targeted: true,
            method: .newlyAssisted,
            [
                "look-back": "year",
                "definition": """
                    Une entreprise (par son NEQ, après fusions) dont la première intervention de l'exercice commence dans la \
                    période et qui n'en avait aucune en cours au début de l'exercice; comptée une fois par niveau. La \
                    convention compte ces entreprises sans les définir : c'est la définition par défaut.
                    """,
                "definition-en": """
                    An employer (by NEQ, after mergers) whose first intervention of the fiscal year begins in the period and \
                    who had none under way at the start of the year; counted once per level. The agreement counts these \
                    firms and does not define them: this is the default definition.
                    """,
            ], cites: "indicateur ciblé 12 (ligne 816)"),
        Entry(
            "nouvelles-ententes", "Nouvelles ententes de qualification", "New qualification agreements", targeted: true,
            method: .newAgreements,
            [
                "definition": "Une entente compte dans le mois de la dernière de ses trois signatures, au bureau qui la suivait alors.",
                "definition-en": "An agreement counts in the month of the last of its three signatures, at the office that followed it then.",
            ], cites: "indicateur ciblé 13 (ligne 818)"),
        Entry(
            "nouveaux-participants-cadre",
            "Nouveaux participants aux stratégies du Cadre général et aux programmes d'apprentissage et de qualification réglementés",
            "New participants in the strategies of the general framework and in regulated apprenticeship and qualification programmes",
            targeted: true, method: .newParticipants,
            [
                "definition": """
                    Une personne compte par sa première participation de l'exercice, ou par son entente de qualification si elle \
                    la précède; une fois par niveau. Remplace les nouvelles ententes de qualification.
                    """,
                "definition-en": """
                    A person counts by the first participation of the fiscal year, or by a qualification agreement where that \
                    comes first; once per level. Replaces new qualification agreements.
                    """,
            ], cites: "indicateur à élaborer (lignes 896-900)"),
        Entry(
            "interventions", "Interventions auprès des entreprises", "Interventions for employers", method: .interventions,
            cites: "services aux entreprises (lignes 415-448)"),
    ]

    /// One to eleven: entered with their source.
    static let targeted = [
        Entry(
            "postes-vacants", "Postes vacants signalés au Service national de placement",
            "Vacancies reported to the national placement service", targeted: true, cites: "indicateur ciblé 1 (ligne 767)"),
        Entry(
            "nouveaux-participants", "Nouveaux participants aux interventions des services publics d'emploi",
            "New participants in interventions of the public employment services", targeted: true,
            cites: "indicateur ciblé 2 (ligne 769)"),
        Entry(
            "part-risque-longue-duree",
            "Proportion des participants aux mesures de longue durée à risque élevé de chômage de longue durée",
            "Share of participants in long measures who are at high risk of long-term unemployment", .percent, decimals: 1,
            targeted: true, cites: "indicateur ciblé 3 (lignes 771-772)"),
        Entry(
            "participants-formation-base", "Nouveaux participants aux activités de formation de base",
            "New participants in basic training", targeted: true, cites: "indicateur ciblé 4 (ligne 774)"),
        Entry(
            "nouveaux-participants-aide", "Nouveaux participants prestataires de l'aide financière de dernier recours",
            "New participants who receive last-resort financial assistance", targeted: true,
            cites: "indicateur ciblé 5 (lignes 776-777)"),
        Entry(
            "taux-emploi", "Taux d'emploi des personnes ayant bénéficié d'une intervention",
            "Employment rate of persons who had an intervention", .percent, decimals: 1, targeted: true,
            cites: "indicateur ciblé 6 (ligne 779)"),
        Entry(
            "taux-emploi-aide", "Taux d'emploi des prestataires de l'aide de dernier recours ayant bénéficié d'une intervention",
            "Employment rate of last-resort assistance recipients who had an intervention", .percent, decimals: 1,
            targeted: true, cites: "indicateur ciblé 7 (lignes 781-782)"),
        Entry(
            "personnes-en-emploi", "Personnes en emploi après avoir bénéficié d'une intervention",
            "Persons in employment after an intervention", targeted: true, cites: "indicateur ciblé 8 (lignes 784-785)"),
        Entry(
            "aide-en-emploi", "Prestataires de l'aide de dernier recours en emploi après une intervention",
            "Last-resort assistance recipients in employment after an intervention", targeted: true,
            cites: "indicateur ciblé 9 (lignes 787-788)"),
        Entry(
            "non-verse-aide", "Prestations non versées par l'aide financière de dernier recours à la suite d'une intervention",
            "Last-resort benefits not paid because of an intervention", .cents, targeted: true,
            cites: "indicateur ciblé 10 (lignes 810-811)"),
        Entry(
            "non-verse-assurance-emploi", "Prestations non versées par l'assurance-emploi à la suite d'une intervention",
            "Employment insurance benefits not paid because of an intervention", .cents, targeted: true,
            cites: "indicateur ciblé 11 (lignes 813-814)"),
    ]

    /// Followed without targets.
    static let followed = [
        Entry(
            "cout-par-participant", "Coût de revient par participant", "Cost per participant", .cents,
            cites: "indicateurs non ciblés, a) (ligne 831)"),
        Entry(
            "cout-par-participant-emploi", "Coût de revient par participant en emploi à la suite d'une intervention",
            "Cost per participant in employment after an intervention", .cents,
            cites: "indicateurs non ciblés, a) (lignes 831-832)"),
        Entry("plaintes", "Nombre de plaintes", "Number of complaints", cites: "indicateurs non ciblés, b) (ligne 832)"),
    ]

    /// Of the notes: followed by month as before, or in the agreements with Canada.
    static let footnotes = [
        Entry(
            "part-risque-prolonge", "Proportion des participants à risque de chômage prolongé",
            "Share of participants who are at risk of prolonged unemployment", .percent, decimals: 1,
            cites: "note 5 (lignes 799-800)"),
        Entry(
            "taux-emploi-formation-prof", "Taux d'emploi après une formation professionnelle et technique",
            "Employment rate after vocational and technical training", .percent, decimals: 1,
            cites: "note 5 (lignes 800-801)"),
        Entry(
            "taux-emploi-autre-formation", "Taux d'emploi après une autre formation", "Employment rate after other training",
            .percent, decimals: 1, cites: "note 5 (lignes 801-802)"),
        Entry(
            "taux-abandon", "Taux d'abandon des mesures", "Rate of measures given up", .percent, decimals: 1,
            cites: "note 5 (lignes 802-803)"),
        Entry(
            "taux-interruption", "Taux d'interruption des mesures", "Rate of measures interrupted", .percent, decimals: 1,
            cites: "note 5 (lignes 802-803)"),
        Entry(
            "nouveaux-participants-ae", "Nouveaux participants de l'assurance-emploi",
            "New participants from employment insurance", targeted: true, cites: "note 7 (lignes 851-856)"),
        Entry(
            "assurance-emploi-en-emploi", "Participants de l'assurance-emploi en emploi après une intervention",
            "Employment insurance participants in employment after an intervention", targeted: true,
            cites: "note 7 (lignes 851-856)"),
    ]

    /// What a firm and an agreement cost: entered, and reckoned from the ledgers in the accountability report.
    static let costs = [
        Entry(
            "cout-par-entreprise", "Coût par entreprise nouvellement aidée", "Cost per newly assisted employer", .cents,
            method: .cost, ["count": "nouvellement-aidee"],
            cites: "coût de revient des activités et des mesures (ligne 908)"),
        Entry(
            "cout-par-entente", "Coût par nouvelle entente de qualification", "Cost per new qualification agreement", .cents,
            method: .cost, ["count": "nouvelles-ententes"],
            cites: "coût de revient des activités et des mesures (ligne 908)"),
    ]
}
