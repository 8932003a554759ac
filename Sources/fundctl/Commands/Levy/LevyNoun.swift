/// `fundctl levy`: what employers owe the FNF, and what comes in.
enum LevyNoun {
    static let noun = Noun(
        "levy", summary: Message(fr: "Les cotisations du FNF", en: "The levies of the FNF"),
        [LevyAssess.self, LevyEstimate.self, LevyRemit.self, LevyList.self])
}
