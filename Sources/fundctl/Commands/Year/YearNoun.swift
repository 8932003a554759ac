/// `fundctl year`: the fiscal years of a fund, from 1 April to 31 March.
enum YearNoun {
    static let noun = Noun(
        "year", summary: Message(fr: "Les exercices d'un fonds", en: "The fiscal years of a fund"),
        [YearOpen.self, YearClose.self])
}
