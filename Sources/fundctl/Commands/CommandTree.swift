/// Every command, in the order in which help shows them. A new one is a line here.
enum CommandTree {
    static let root = Noun(
        "fundctl",
        summary: Message(
            fr: "Tient les livres, les budgets et les subventions de fonds publics de formation, et en donne la preuve",
            en: "Keeps the books, budgets and grants of public training funds, and gives the proof of them"),
        [],
        nouns: [
            KeyNoun.noun
        ])
}
