/// The keys of a file of criteria, in the order in which docs/allocation.en.md tells of them. The editors' schema has the
/// same.
enum CriteriaVocabulary {
    static let root =
        ["allocation", "title", "status", "agreed", "approved", "measures", "floor", "ceiling", "guarantee", "envelopes"]
    static let texts = ["fr", "en"]
    static let assent = ["by", "on"]
    static let measure = ["id", "fr", "en", "weight"] + sources
    static let guarantee = ["share"] + sources
    static let sources = ["values", "from"]
    static let table = ["file", "envelope", "value", "delimiter"]
    static let envelope = ["envelope", "name", "attributes", "floor", "ceiling"]

    static let mostMeasures = 20
    static let mostEnvelopes = 1000
}
