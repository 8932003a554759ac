import ArgumentParser
import AuditTrail
import EmployerServices
import ReferenceData

/// `fundctl agreement draft`.
struct AgreementDraft: FundctlCommand {
    static let help = CommandHelp(
        "draft", summary: Message(fr: "Ébauche une entente de qualification", en: "Drafts a qualification agreement"),
        examples: [
            .init("fundctl agreement draft --apprentice \"Léa Côté\" --born 2004-05-12 --employer 1140000013 --office R06 --standard usinage"),
            .init(
                "fundctl agreement sign …",
                Message(fr: "ébauche et signe d'un seul coup", en: "drafts and signs in one go")),
        ],
        details: [
            Message(
                fr: """
                    Les noms et la date de naissance n'entrent dans aucun enregistrement : le registre n'en a que \
                    l'engagement, et ils s'effacent. Une personne déjà connue, même nom et même date de naissance, n'est pas \
                    inscrite deux fois.
                    """,
                en: """
                    Names and the birth date enter no record: the register has only a commitment to them, and they can be \
                    erased. A person who is known, with the same name and birth date, is not entered twice.
                    """)
        ])

    @OptionGroup var party: AgreementPartyOptions
    @OptionGroup var step: GrantStepOptions
    @OptionGroup var slip: SlipOption
    @OptionGroup var write: WriteOptions
    @OptionGroup var global: GlobalOptions

    func perform(_ call: Invocation) throws -> CommandResult {
        let order = try party.order(terms: nil, on: step.day(call), command: "agreement draft")
        let request = DeskRequest(
            command: "agreement-draft", content: party.content, date: step.date, documents: step.documents,
            slip: slip.slip, write: write,
            person: order.apprentice)
        return try call.take(request, AgreementDrafted.self) { isDryRun in
            isDryRun
                ? Message(fr: "L'entente serait ébauchée.", en: "The agreement would be drafted.")
                : Message(fr: "L'entente est ébauchée.", en: "The agreement is drafted.")
        } _: { place in
            var order = order
            order.documents = place.documents
            return try place.desk.write(order, drawing: place.drawing)
        }
    }
}

extension AgreementPartyOptions {
    /// What is typed, whole. Refuses what is missing (E-CLI-005).
    func order(terms: AgreementOrder.Terms?, on day: CalendarDate, command: String) throws -> AgreementOrder {
        func need(_ value: String?, _ option: String) throws -> String {
            guard let value else { throw CommandLineError(.missingArgument, ["argument": option, "command": command]) }
            return value
        }
        guard let apprentice = try typedApprentice() else {
            throw CommandLineError(.missingArgument, ["argument": "--apprentice", "command": command])
        }
        return AgreementOrder(
            apprentice: apprentice, companion: try companion.typed(), employer: try need(employer, "--employer"),
            establishment: establishment, office: try need(office, "--office"),
            standard: try need(standard, "--standard"), terms: terms, date: day)
    }
}
