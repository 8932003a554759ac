/// The twenty sectors of the SCIAN (Statistics Canada, NAICS Canada 2022).
enum SectorWords {
    /// `72` → Hébergement et services de restauration.
    static func name(_ sector: String?) -> Message {
        sector.flatMap { names[$0] } ?? Message(fr: "sans employeur", en: "no employer")
    }

    private static let names: [String: Message] = [
        "11": Message(fr: "Agriculture, foresterie, pêche et chasse", en: "Agriculture, forestry, fishing and hunting"),
        "21": Message(fr: "Extraction minière, pétrole et gaz", en: "Mining, quarrying, oil and gas"),
        "22": Message(fr: "Services publics", en: "Utilities"),
        "23": Message(fr: "Construction", en: "Construction"),
        "31-33": Message(fr: "Fabrication", en: "Manufacturing"),
        "41": Message(fr: "Commerce de gros", en: "Wholesale trade"),
        "44-45": Message(fr: "Commerce de détail", en: "Retail trade"),
        "48-49": Message(fr: "Transport et entreposage", en: "Transportation and warehousing"),
        "51": Message(fr: "Industrie de l'information et industrie culturelle", en: "Information and cultural industries"),
        "52": Message(fr: "Finance et assurances", en: "Finance and insurance"),
        "53": Message(fr: "Services immobiliers et de location", en: "Real estate, rental and leasing"),
        "54": Message(fr: "Services professionnels, scientifiques et techniques", en: "Professional, scientific and technical services"),
        "55": Message(fr: "Gestion de sociétés et d'entreprises", en: "Management of companies and enterprises"),
        "56": Message(fr: "Services administratifs, de soutien et d'assainissement", en: "Administrative, support and remediation services"),
        "61": Message(fr: "Services d'enseignement", en: "Educational services"),
        "62": Message(fr: "Soins de santé et assistance sociale", en: "Health care and social assistance"),
        "71": Message(fr: "Arts, spectacles et loisirs", en: "Arts, entertainment and recreation"),
        "72": Message(fr: "Hébergement et services de restauration", en: "Accommodation and food services"),
        "81": Message(fr: "Autres services", en: "Other services"),
        "91": Message(fr: "Administrations publiques", en: "Public administration"),
    ]
}
