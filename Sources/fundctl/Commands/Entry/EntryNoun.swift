/// `fundctl entry`: the journal.
enum EntryNoun {
    static let noun = Noun(
        "entry", summary: Message(fr: "Les écritures du journal", en: "The entries of the journal"),
        [EntryPost.self, EntryImportCommand.self, EntryInterfund.self, EntryShow.self, EntryList.self, EntryReverse.self])
}
