/// `fundctl export`: the books for other programs.
enum ExportNoun {
    static let noun = Noun(
        "export", summary: Message(fr: "Les livres, pour d'autres programmes", en: "The books, for other programs"),
        [ExportJournal.self, ExportGrants.self])
}
