/// `fundctl ceiling`: what a fund may not go beyond in a year.
enum CeilingNoun {
    static let noun = Noun(
        "ceiling", summary: Message(fr: "Les plafonds d'un fonds", en: "The ceilings of a fund"),
        [CeilingList.self, CeilingSetCommand.self])
}
