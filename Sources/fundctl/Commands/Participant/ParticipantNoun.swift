/// `fundctl participant`: who takes part in skills strategies and regulated programmes.
enum ParticipantNoun {
    static let noun = Noun(
        "participant",
        summary: Message(
            fr: "Les participants aux stratégies de compétences et aux programmes réglementés",
            en: "Participants of skills strategies and regulated programmes"),
        [ParticipantList.self, ParticipantAdd.self, ParticipantEnd.self, ParticipantAnnul.self])
}
