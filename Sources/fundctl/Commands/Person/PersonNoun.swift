/// `fundctl person`: who may seal in each register.
enum PersonNoun {
    static let noun = Noun(
        "person", summary: Message(fr: "Les personnes admises dans chaque registre", en: "The persons admitted to each register"),
        [PersonAdmit.self, PersonList.self, PersonRecover.self])
}
