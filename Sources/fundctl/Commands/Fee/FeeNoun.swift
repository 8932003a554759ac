/// `fundctl fee`: fees billed and received.
enum FeeNoun {
    static let noun = Noun(
        "fee", summary: Message(fr: "Les droits facturés et reçus", en: "Fees billed and received"),
        [FeeList.self, FeeBill.self, FeeReceive.self])
}
