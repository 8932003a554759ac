/// `fundctl period`: the posting periods of a fund's years.
enum PeriodNoun {
    static let noun = Noun(
        "period", summary: Message(fr: "Les périodes des exercices d'un fonds", en: "The periods of a fund's fiscal years"),
        [PeriodList.self, PeriodHold.self, PeriodClose.self, PeriodReopen.self])
}
