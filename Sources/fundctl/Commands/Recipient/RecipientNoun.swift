/// `fundctl recipient`: who receives grants.
enum RecipientNoun {
    static let noun = Noun(
        "recipient", summary: Message(fr: "Les bénéficiaires des subventions d'un fonds", en: "The recipients of a fund's grants"),
        [RecipientList.self, RecipientAdd.self, RecipientRename.self, RecipientBank.self])
}
