/// `fundctl program`: the programmes under which grants are given.
enum ProgramNoun {
    static let noun = Noun(
        "program", summary: Message(fr: "Les programmes de subventions d'un fonds", en: "The grant programmes of a fund"),
        [ProgramList.self, ProgramAdd.self])
}
