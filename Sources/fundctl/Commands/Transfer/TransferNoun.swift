/// `fundctl transfer`: budget moved between envelopes, by the rules.
enum TransferNoun {
    static let noun = Noun(
        "transfer", summary: Message(fr: "Les virements entre enveloppes", en: "Transfers between envelopes"),
        [
            TransferCheck.self, TransferPropose.self, TransferReturn.self, TransferExplain.self, TransferList.self,
            TransferSuggest.self,
        ])
}
