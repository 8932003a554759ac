/// `fundctl envelope`: the budget lines of a fiscal year.
enum EnvelopeNoun {
    static let noun = Noun(
        "envelope", summary: Message(fr: "Les enveloppes budgétaires d'un exercice", en: "The budget envelopes of a fiscal year"),
        [EnvelopeList.self, EnvelopeShow.self, EnvelopeLoad.self, EnvelopeOpen.self, EnvelopeRevise.self])
}
