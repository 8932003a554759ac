/// `fundctl parameter`: dated figures with their sources.
enum ParameterNoun {
    static let noun = Noun(
        "parameter",
        summary: Message(fr: "Les seuils et les paliers, datés et sourcés", en: "Thresholds and ladders, dated and cited"),
        [ParameterList.self, ParameterShow.self])
}
