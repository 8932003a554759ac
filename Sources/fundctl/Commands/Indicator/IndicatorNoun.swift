/// `fundctl indicator`: what the services answer for.
enum IndicatorNoun {
    static let noun = Noun(
        "indicator",
        summary: Message(
            fr: "Les indicateurs : définitions, chiffres, cibles, publication", en: "Indicators: definitions, figures, targets, publication"),
        [
            IndicatorList.self, IndicatorShow.self, IndicatorSectors.self, IndicatorFigures.self, IndicatorRecord.self,
            IndicatorTarget.self, IndicatorRevise.self, IndicatorExplain.self, IndicatorPublish.self, IndicatorDefine.self,
        ])
}

/// `fundctl follow-up`: dated notes on strategies, evaluations, approvals.
enum FollowUpNoun {
    static let noun = Noun(
        "follow-up",
        summary: Message(
            fr: "Les notes de suivi : stratégies, évaluations, approbations", en: "Follow-up notes: strategies, evaluations, approvals"),
        [FollowUpList.self, FollowUpAdd.self])
}
