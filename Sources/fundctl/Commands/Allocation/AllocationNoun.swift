/// `fundctl allocation`: an envelope shared out by agreed criteria.
enum AllocationNoun {
    static let noun = Noun(
        "allocation",
        summary: Message(fr: "La répartition d'une enveloppe selon des critères", en: "The sharing out of an envelope by criteria"),
        [AllocationRunCommand.self, AllocationShow.self])
}
