/// `fundctl revenue`: money received for a purpose, until its day.
enum RevenueNoun {
    static let noun = Noun(
        "revenue", summary: Message(fr: "Les revenus affectés", en: "Earmarked revenue"),
        [RevenueList.self, RevenueEarmark.self, RevenueRelease.self])
}
