import AuditTrail

/// `fundctl role`: what the persons of a register may do.
enum RoleNoun {
    static let noun = Noun(
        "role", summary: Message(fr: "Ce que peuvent les personnes de chaque registre", en: "What the persons of each register may do"),
        [RoleGrantCommand.self, RoleRevokeCommand.self, RoleList.self])
}

/// The words that the role and person commands share.
enum RoleWords {
    static let person = Message(fr: "Personne", en: "Person")
    static let role = Message(fr: "Rôle", en: "Role")
    static let roles = Message(fr: "Rôles", en: "Roles")
    static let scope = Message(fr: "Portée", en: "Scope")

    static let twoPersons = Message(
        fr: """
            L'acte demande deux admins : tant que le registre en a deux ou plus, il est proposé, puis une autre personne \
            l'approuve. Une personne seule l'accomplit seule, et chaque exportation le dira pour toujours.
            """,
        en: """
            The act takes two admins: while the register has two or more, it is proposed, then another person approves it. \
            One alone does it alone, and every export will say so for ever.
            """)
    static let scopes = Message(
        fr: "Les rôles coordinator et agent ont une portée : un comité sectoriel, une région. Les autres n'en ont pas.",
        en: "The roles coordinator and agent have a scope: a sector committee, a region. The others have none.")

    /// Refuses what is no scope with E-CLI-007.
    static func check(scope: String?) throws {
        guard let scope, !Grammar.isScope(scope) else { return }
        throw CommandLineError(.invalidValue, ["value": scope, "option": "--scope", "choices": "1…32 a-z 0-9 -"])
    }
}
