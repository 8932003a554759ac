import ReferenceData

/// The services to employers that the ministry's plan names, each with its lines (seed 415-448).
enum QuebecMeasures {
    static let all: [CatalogueAdopted.Measure] = [
        measure("apprentissage-reglemente", "Apprentissage et qualification professionnelle réglementés", "Regulated apprenticeship and qualification", "426"),
        measure("artt", "Aménagement et réduction du temps de travail, retraite progressive", "Arranging and reducing working time, progressive retirement", "418-419"),
        measure("car", "Comité d'aide au reclassement", "Reclassification committee", "428-429"),
        measure("competences", "Développement et reconnaissance des compétences (Cadre général)", "Development and recognition of skills (general framework)", "423-424"),
        measure("concertation", "Comité de concertation en entreprise", "Firm concertation committee", "428"),
        measure("diversite", "Gestion de la diversité ethnoculturelle", "Managing ethnocultural diversity", "418"),
        measure("duree-emploi", "Aide au travail saisonnier, à temps partiel ou précaire", "Aid for seasonal, part-time or precarious work", "431-433"),
        measure("economie-sociale", "Économie sociale et entrepreneuriat", "Social economy and entrepreneurship", "441-443"),
        measure("gprh", "Gestion prévisionnelle des ressources humaines", "Forward planning of staff", "417"),
        measure("maintien", "Conservation de la main-d'œuvre", "Keeping staff", "417"),
        measure("mfor", "Formation de la main-d'œuvre", "Workforce training", "421"),
        measure("projets-majeurs", "Projets majeurs et projets d'envergure", "Major projects", "445-447"),
        measure("recrutement", "Aide au recrutement", "Help with recruitment", "415"),
    ]

    /// From the first fiscal year of the public employment services [?].
    static func catalogue() throws -> CatalogueAdopted {
        CatalogueAdopted(
            catalogue: "quebec-1", from: try CalendarDate(year: 1998, month: 4, day: 1),
            citation: "Plan d'action des services publics d'emploi, lignes 405-448; premier jour [?]", measures: all)
    }

    /// What participants are counted of beside qualification agreements (seed 476-486, 895-900).
    static let programmes: [ProgrammeSet] = [
        ProgrammeSet(
            programme: "cadre-general", nature: .strategy, name: "Autres stratégies du Cadre général",
            nameEnglish: "Other strategies of the general framework", citation: "476-486, 895-900"),
        ProgrammeSet(
            programme: "reglementes", nature: .regulated, name: "Programmes réglementés de qualification",
            nameEnglish: "Regulated qualification programmes", citation: "426, 476-486, 895-900"),
    ]

    private static func measure(
        _ code: String, _ name: String, _ english: String, _ lines: String
    ) -> CatalogueAdopted.Measure {
        CatalogueAdopted.Measure(measure: code, name: name, nameEnglish: english, citation: "lignes \(lines)")
    }
}
