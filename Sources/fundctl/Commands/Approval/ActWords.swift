import AuditTrail
import EmployerServices
import FundLedger
import ReferenceData

/// Acts that take two persons, in words and as the commands that undo them. The one place to describe a new one.
enum ActWords {
    /// What a proposal, or the record that carries it out, does.
    static func describe(_ record: any Record) -> Message {
        switch record {
        case let proposed as Proposed<PersonAdmitted>: describe(proposed.subject)
        case let proposed as Proposed<RoleGranted>: describe(proposed.subject)
        case let proposed as Proposed<RoleRevoked>: describe(proposed.subject)
        case let proposed as Proposed<RecordAnnulled>: describe(proposed.subject)
        case let proposed as Proposed<RuleSetAdopted>: describe(proposed.subject)
        case let proposed as Proposed<PaymentIssued>: describe(proposed.subject)
        case let proposed as Proposed<BankSet>: describe(proposed.subject)
        case let proposed as Proposed<GrantWrittenOff>: describe(proposed.subject)
        case let proposed as Proposed<TargetOverridden>: describe(proposed.subject)
        case let act as TargetOverridden:
            Message(
                fr: "porter à \(FigureFormat.typed(act.change)) la cible de \(act.change.place.indicator), \(act.change.place.year.text), \(IndicatorWords.level(act.change.place.level)) (« \(Visible.text(act.change.reason)) »)",
                en: "set to \(FigureFormat.typed(act.change)) the target of \(act.change.place.indicator), \(act.change.place.year.text), \(IndicatorWords.level(act.change.place.level)) (\"\(Visible.text(act.change.reason))\")")
        case let act as GrantWrittenOff: describe(act)
        case let act as PaymentIssued: describe(act)
        case let act as BankSet:
            Message(
                fr: "fixer les coordonnées bancaires de \(act.recipient)", en: "set the bank details of \(act.recipient)")
        case let act as RuleSetAdopted:
            Message(
                fr: "adopter les règles \(act.set.identity.text) (\(RuleWords.status(act.set.status)))",
                en: "adopt the rules \(act.set.identity.text) (\(RuleWords.status(act.set.status)))")
        case let proposed as TransferProposed: TransferView.describe(proposed.operation)
        case let act as PersonAdmitted:
            Message(
                fr: "admettre \(act.person) avec le rôle \(role(act.role, act.scope))",
                en: "admit \(act.person) with the role \(role(act.role, act.scope))")
        case let act as RoleGranted:
            Message(
                fr: "donner à \(act.grant.person) le rôle \(role(act.grant.role, act.grant.scope))",
                en: "grant \(act.grant.person) the role \(role(act.grant.role, act.grant.scope))")
        case let act as RoleRevoked:
            Message(
                fr: "retirer à \(act.grant.person) le rôle \(role(act.grant.role, act.grant.scope))",
                en: "take the role \(role(act.grant.role, act.grant.scope)) from \(act.grant.person)")
        case let act as RecordAnnulled:
            Message(
                fr: "annuler l'enregistrement \(act.record) (« \(Visible.text(act.reason)) »)",
                en: "annul the record \(act.record) (\"\(Visible.text(act.reason))\")")
        default: .verbatim(type(of: record).kind)
        }
    }

    private static func describe(_ off: GrantWrittenOff) -> Message {
        let amount = Cents(off.amount)
        return Message(
            fr: "radier \(money: amount) à récupérer de \(off.grant.text)",
            en: "write off \(money: amount) recoverable of \(off.grant.text)")
    }

    private static func describe(_ run: PaymentIssued) -> Message {
        let total = PaymentView.total(run.items.map { Cents($0.amount) })
        return Message(
            fr: "verser \(run.items.count, "paiement", "paiements") le \(run.date.iso) : \(money: Cents(total))",
            en: "pay \(run.items.count, "payment", "payments") on \(run.date.iso): \(money: Cents(total))")
    }

    /// The command that undoes an act once done; nil where none does.
    static func undo(_ record: any Record, in register: String) -> CommandResult.NextStep? {
        switch record {
        case let act as PersonAdmitted:
            undo("revoke", RoleGrant(person: act.person, role: act.role, scope: act.scope), register)
        case let act as RoleGranted: undo("revoke", act.grant, register)
        case let act as RoleRevoked: undo("grant", act.grant, register)
        default: nil
        }
    }

    /// A role with its scope, as it is typed and shown: `agent (06)`.
    static func role(_ role: Role, _ scope: String) -> String {
        scope.isEmpty ? role.rawValue : "\(role.rawValue) (\(scope))"
    }

    private static func undo(_ verb: String, _ grant: RoleGrant, _ register: String) -> CommandResult.NextStep {
        let scope = grant.scope.isEmpty ? "" : " --scope \(grant.scope)"
        return .init(
            command: "fundctl role \(verb) \(grant.person) \(grant.role.rawValue) --register \(register)\(scope)",
            purpose: Message(fr: "revient en arrière", en: "undoes it"))
    }
}
