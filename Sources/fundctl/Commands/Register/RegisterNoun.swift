/// `fundctl register`: the three registers of a book.
enum RegisterNoun {
    static let noun = Noun(
        "register", summary: Message(fr: "Les registres du livre, leurs identifiants et leurs clés", en: "The book's registers, their ids and keys"),
        [RegisterList.self, RegisterShow.self, RegisterRotateKey.self])
}
