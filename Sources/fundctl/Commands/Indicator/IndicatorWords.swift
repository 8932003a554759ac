import EmployerServices
import ReferenceData

/// The words of indicators.
enum IndicatorWords {
    static let indicator = Message(fr: "Indicateur", en: "Indicator")
    static let version = Message(fr: "Version", en: "Version")
    static let level = Message(fr: "Niveau", en: "Level")
    static let month = Message(fr: "Mois", en: "Month")
    static let result = Message(fr: "Résultat", en: "Result")
    static let target = Message(fr: "Cible", en: "Target")
    static let revised = Message(fr: "Cible révisée", en: "Revised target")
    static let gap = Message(fr: "Écart", en: "Gap")
    static let gapShare = Message(fr: "Écart (%)", en: "Gap (%)")
    static let published = Message(fr: "Publié", en: "Published")
    static let recounted = Message(fr: "Recompté", en: "Recounted")
    static let figure = Message(fr: "Chiffre", en: "Figure")
    static let method = Message(fr: "Méthode", en: "Method")
    static let from = Message(fr: "Depuis", en: "From")
    static let source = Message(fr: "Source", en: "Source")
    static let author = Message(fr: "Inscrit par", en: "Entered by")
    static let explanation = Message(fr: "Explication", en: "Explanation")
    static let asked = Message(fr: "explication demandée", en: "explanation asked for")
    static let given = Message(fr: "expliqué", en: "explained")
    static let topic = Message(fr: "Objet", en: "Topic")
    static let titleWord = Message(fr: "Titre", en: "Title")
    static let region = Message(fr: "Région", en: "Region")
    static let office = Message(fr: "Bureau", en: "Office")

    static func name(_ definition: IndicatorDefined) -> Message {
        Message(fr: "\(definition.name)", en: "\(definition.nameEnglish)")
    }

    /// `Montréal (06)`, `bureau R06`, `Québec`.
    static func level(_ level: Level) -> Message {
        switch level {
        case .national: Message(fr: "national", en: "national")
        case .region(let region): Message(fr: "\(region.name) (\(region.code))", en: "\(region.name) (\(region.code))")
        case .office(let office): Message(fr: "bureau \(office.text)", en: "office \(office.text)")
        }
    }

    static func method(_ method: IndicatorMethod.Name) -> Message {
        switch method {
        case .newlyAssisted: Message(fr: "compté : entreprises nouvellement aidées", en: "counted: newly assisted employers")
        case .newAgreements: Message(fr: "compté : ententes signées", en: "counted: agreements signed")
        case .newParticipants: Message(fr: "compté : nouveaux participants", en: "counted: new participants")
        case .interventions: Message(fr: "compté : interventions", en: "counted: interventions")
        case .recorded: Message(fr: "inscrit", en: "entered")
        case .cost: Message(fr: "coût", en: "cost")
        }
    }

    static func unit(_ unit: IndicatorDefined.Unit) -> Message {
        switch unit {
        case .count: Message(fr: "nombre", en: "number")
        case .cents: Message(fr: "dollars", en: "dollars")
        case .percent: Message(fr: "pourcentage", en: "percentage")
        case .ratio: Message(fr: "ratio", en: "ratio")
        case .days: Message(fr: "jours", en: "days")
        }
    }

    static func topic(_ topic: FollowUpNoted.Topic) -> Message {
        switch topic {
        case .strategy: Message(fr: "stratégie", en: "strategy")
        case .evaluation: Message(fr: "évaluation", en: "evaluation")
        case .satisfaction: Message(fr: "satisfaction de la clientèle", en: "clients' satisfaction")
        case .approval: Message(fr: "approbation d'un plan", en: "approval of a plan")
        case .other: Message(fr: "autre", en: "other")
        }
    }

    /// The parameters of a definition, but its words: `look-back = year`.
    static func parameters(_ definition: IndicatorDefined) -> String {
        definition.parameters.filter { !IndicatorMethod.words.contains($0.key) }.sorted { $0.key < $1.key }
            .map { "\($0.key) = \($0.value)" }.joined(separator: ", ")
    }

    /// What the definition says in words; nil where it says nothing.
    static func definition(_ definition: IndicatorDefined) -> Message? {
        guard let fr = definition.parameters["definition"] else { return nil }
        let en = definition.parameters["definition-en"] ?? fr
        return Message(fr: "\(fr)", en: "\(en)")
    }

    /// Said wherever counts of a level and of those under it stand side by side.
    static let oncePerLevel = Message(
        fr: """
            Une entreprise, ou une personne, compte une fois par niveau : aidée par deux bureaux, elle compte dans chacun et \
            une seule fois pour la région. La somme des bureaux peut donc dépasser le chiffre de la région, et celle des \
            régions le chiffre national.
            """,
        en: """
            A firm, or a person, counts once per level: assisted by two offices, it counts in each and once for the region. \
            So the sum of the offices may be above the region's figure, and that of the regions above the national one.
            """)
}
