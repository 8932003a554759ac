import FundLedger
import ReferenceData

/// What weakens the proof that a book gives, as `status` and `init` say it. Nothing of it is an error.
struct BookWarning {
    /// A stable word for JSON: `single-admin`, `year-without-budget`, `no-export`, `records-since-export`.
    let code: String
    let register: String
    let message: Message

    /// One person alone is admin, in a register or (nil) in all.
    static func singleAdmin(_ register: String?) -> Message {
        let place = register.map { Message(fr: "registre \($0) : ", en: "register \($0): ") } ?? .verbatim("")
        return Message(
            fr: "\(place)une seule personne est admin. Ce qui demande deux personnes se fait par elle seule, et chaque exportation le dira pour toujours.",
            en: "\(place)one person alone is admin. What takes two persons is done by one, and every export will say so for ever.")
    }

    static func withoutBudget(_ fund: FundCode, _ years: [FiscalYear]) -> Message {
        let list = years.map(\.text).joined(separator: ", ")
        return Message(
            fr: "\(fund.rawValue) : exercice ouvert sans contrôle budgétaire (\(list)). Aucune enveloppe n'y retient les dépenses.",
            en: "\(fund.rawValue): fiscal year opened without budget control (\(list)). No envelope holds its spending.")
    }
}
