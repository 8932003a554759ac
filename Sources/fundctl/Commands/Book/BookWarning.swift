import FundLedger
import ReferenceData

/// What weakens the proof that a book gives, as `status` and `init` say it. Nothing of it is an error.
struct BookWarning {
    /// A stable word for JSON: `single-admin`, `year-without-budget`, `ceiling-passed`, `late-transfer`,
    /// `earmark-expired`, `earmark-expiring`.
    let code: String
    let registers: [String]
    /// Without the registers, which are said before it.
    let message: Message

    var line: Message {
        let list = registers.joined(separator: ", ")
        return Message(fr: "- \(list) : \(message)", en: "- \(list): \(message)")
    }

    /// One person alone is admin.
    static let singleAdmin = Message(
        fr: "une seule personne est admin. Ce qui demande deux personnes se fait par elle seule, et chaque exportation le dira pour toujours.",
        en: "one person alone is admin. What takes two persons is done by one, and every export will say so for ever.")

    static func overCeiling(_ years: [FiscalYear]) -> Message {
        let list = years.map(\.text).joined(separator: ", ")
        return Message(
            fr: "\(list), au-dessus du plafond fixé depuis : rien de plus n'y sera autorisé ni engagé.",
            en: "\(list), above the ceiling set since: nothing more will be authorised or committed.")
    }

    static func withoutBudget(_ years: [FiscalYear]) -> Message {
        let list = years.map(\.text).joined(separator: ", ")
        return Message(
            fr: "\(list), sans contrôle budgétaire : aucune enveloppe n'y retient les dépenses.",
            en: "\(list), without budget control: no envelope holds the spending.")
    }

    static func late(_ rows: [TransferRow]) -> Message {
        let list = rows.map { "\($0.record) (\($0.operation.repayBy?.iso ?? ""))" }.joined(separator: ", ")
        return Message(
            fr: "\(rows.count, "virement temporaire n'est pas rendu", "virements temporaires ne sont pas rendus") au jour dit : \(list).",
            en: "\(rows.count, "temporary transfer is", "temporary transfers are") not given back by the day named: \(list).")
    }

    static func earmarks(expired rows: [EarmarkRow]) -> Message {
        let (list, left) = told(rows)
        return Message(
            fr: "\(rows.count, "revenu affecté est échu", "revenus affectés sont échus") avec \(cents: left) de reste : \(list). À libérer ou à rendre (fundctl revenue release).",
            en: "\(rows.count, "earmarked revenue has", "earmarked revenues have") expired with \(cents: left) left: \(list). To be released or returned (fundctl revenue release).")
    }

    static func earmarks(expiring rows: [EarmarkRow]) -> Message {
        let (list, left) = told(rows)
        return Message(
            fr: "\(rows.count, "revenu affecté arrive", "revenus affectés arrivent") bientôt à échéance avec \(cents: left) de reste : \(list).",
            en: "\(rows.count, "earmarked revenue expires", "earmarked revenues expire") soon with \(cents: left) left: \(list).")
    }

    /// Records with the last days of their envelopes, and the sum of what is left.
    private static func told(_ rows: [EarmarkRow]) -> (list: String, left: Int64) {
        let list = rows.map { "\($0.sequence), \($0.record.envelope) (\($0.envelopeExpires.iso))" }
        return (list.joined(separator: "; "), rows.reduce(0) { $0 &+ $1.left })
    }
}
