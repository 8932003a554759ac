/// `fundctl key`: the keys of the persons who act.
enum KeyNoun {
    static let noun = Noun(
        "key", summary: Message(fr: "Les clés des personnes qui agissent", en: "The keys of the persons who act"),
        [KeyCreate.self, KeyList.self, KeyShow.self, KeyProve.self])
}
