import EmployerServices
import ReferenceData

/// Words of the register of employers that several commands show.
enum ServiceWords {
    static let office = Message(fr: "Bureau", en: "Office")
    static let region = Message(fr: "Région", en: "Region")
    static let name = Message(fr: "Nom", en: "Name")
    static let code = Message(fr: "Code", en: "Code")
    static let state = Message(fr: "État", en: "State")
    static let employer = Message(fr: "Employeur", en: "Employer")
    static let committee = Message(fr: "Comité", en: "Committee")
    static let measure = Message(fr: "Mesure", en: "Measure")
    static let date = Message(fr: "Date", en: "Date")
    static let source = Message(fr: "Source", en: "Source")
    static let begins = Message(fr: "Début", en: "Begins")
    static let ends = Message(fr: "Fin", en: "Ends")
    static let result = Message(fr: "Résultat", en: "Result")
    static let industry = Message(fr: "SCIAN", en: "NAICS")
    static let employees = Message(fr: "Effectif", en: "Employees")
    static let reason = Message(fr: "Motif", en: "Reason")
    static let grant = Message(fr: "Subvention", en: "Grant")
    static let year = Message(fr: "Exercice", en: "Fiscal year")

    /// `06 Montréal`.
    static func region(_ region: Region) -> Cell { .text("\(region.code) \(region.name)") }

    static func state(_ state: EmployerState) -> Message {
        switch state {
        case .open: Message(fr: "en activité", en: "active")
        case .closed: Message(fr: "fermé", en: "closed")
        case .merged: Message(fr: "fusionné", en: "merged")
        }
    }

    static func form(_ form: EmployerForm) -> Message {
        switch form {
        case .corporation: Message(fr: "société par actions", en: "corporation")
        case .cooperative: Message(fr: "coopérative", en: "cooperative")
        case .nonProfit: Message(fr: "organisme sans but lucratif", en: "non-profit body")
        case .soleProprietor: Message(fr: "entreprise individuelle", en: "sole proprietor")
        case .partnership: Message(fr: "société de personnes", en: "partnership")
        case .association: Message(fr: "association", en: "association")
        case .publicBody: Message(fr: "organisme public", en: "public body")
        case .bandCouncil: Message(fr: "conseil de bande", en: "band council")
        case .other: Message(fr: "autre forme", en: "other form")
        }
    }

    static func result(_ result: ServiceResult) -> Message {
        switch result {
        case .achieved: Message(fr: "atteint", en: "achieved")
        case .partlyAchieved: Message(fr: "atteint en partie", en: "partly achieved")
        case .notAchieved: Message(fr: "non atteint", en: "not achieved")
        case .abandoned: Message(fr: "abandonné", en: "abandoned")
        }
    }

    static func party(_ party: ServiceContribution.Party) -> Message {
        switch party {
        case .service: Message(fr: "Contribution du service", en: "Contribution of the service")
        case .employer: Message(fr: "Contribution de l'employeur", en: "Contribution of the employer")
        case .committee: Message(fr: "Contribution du comité", en: "Contribution of the committee")
        case .participants: Message(fr: "Contribution des participants", en: "Contribution of the participants")
        case .other: Message(fr: "Autre contribution", en: "Other contribution")
        }
    }

    static func side(_ side: CommitteeSeated.Side) -> Message {
        switch side {
        case .employers: Message(fr: "employeurs", en: "employers")
        case .unions: Message(fr: "syndicats", en: "unions")
        case .observers: Message(fr: "sans vote", en: "without vote")
        }
    }

    static func activity(_ state: CommitteeReported.State?) -> Message {
        switch state {
        case nil: Message(fr: "prévue", en: "planned")
        case .underWay: Message(fr: "en cours", en: "under way")
        case .done: Message(fr: "faite", en: "done")
        case .abandoned: Message(fr: "abandonnée", en: "abandoned")
        }
    }
}

/// `--region 06` or a name, of an option. Refuses: E-REF-046.
enum RegionOption {
    static func read(_ typed: String?) throws -> Region? { try typed.map { try Region(parsing: $0) } }
}
