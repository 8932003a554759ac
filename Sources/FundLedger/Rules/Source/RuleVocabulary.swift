/// The keys of a rule file, in the order in which docs/rules.en.md tells of them. The editors' schema has the same.
enum RuleVocabulary {
    static let texts = ["fr", "en"]
    static let headingTexts = ["title", "proposed-by", "decided-by", "instrument"]
    static let root =
        ["rule-set", "version", "title", "proposed-by", "decided-by", "instrument", "status", "fund", "from", "until"]
        + ["replaces", "attributes", "authorities", "rules", "examples"]
    static let authority = ["id", "fr", "en"]
    static let kinds = ["permit", "forbid", "limit", "require"]
    static let rule = ["id"] + kinds + ["when", "unless", "cite"]
    static let requirement = ["approval", "notice"]
    static let citation = ["article", "fr", "en"]
    static let exception = ["label", "fr", "en", "when"]
    static let condition = ["operation", "source", "target", "same", "differ", "amount", "window", "dates"]
    static let amount = ["above", "at-most"]
    static let span = ["from", "until"]
    static let limit = ["cap", "of", "across", "group", "base", "counts", "over"]
    static let across = ["envelope", "group", "fund"]
    static let funds = ["fnf", "fdmt", "any"]
    static let example = ["label", "envelopes", "earlier", "operation", "approvals", "outcome", "decided-by", "notices"]
    static let envelope = ["envelope", "initial", "year", "parent", "authorised", "available"]
    static let operation = ["operation", "from", "to", "amount", "date", "repay-by"]
}
