/// `fundctl commitment`: budget bound by an agreement, an order, a decision.
enum CommitmentNoun {
    static let noun = Noun(
        "commitment", summary: Message(fr: "Les engagements budgétaires", en: "Budget commitments"),
        [CommitmentList.self, CommitmentShow.self, CommitmentOpen.self, CommitmentSpend.self, CommitmentRelease.self])
}
