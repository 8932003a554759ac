import ArgumentParser
import AuditTrail
import EmployerServices
import ReferenceData

/// `fundctl agreement sign [ID]`: signs a draft; without one drafts and signs in one batch; a group from a file.
struct AgreementSign: FundctlCommand {
    static let help = CommandHelp(
        "sign", summary: Message(fr: "Signe une entente, ou tout un groupe", en: "Signs an agreement, or a whole group"),
        examples: [
            .init(
                "fundctl agreement sign --apprentice \"Léa Côté\" --born 2004-05-12 --companion \"Marc Roy\" --employer 1140000013 --office R06 --standard usinage --begins 2026-05-04 --ends 2027-05-03 --hours 35 --date 2026-05-01",
                Message(fr: "ébauche et signe d'un seul coup", en: "drafts and signs in one go")),
            .init(
                "fundctl agreement sign AGR-2026-000001 --begins 2026-05-04 --ends 2027-05-03 --hours 35 --signed 2026-05-01",
                Message(fr: "une ébauche", en: "a draft")),
            .init(
                "fundctl agreement sign --apprentices visite.csv --employer 1140000013 --office R06 --standard usinage --companion \"Marc Roy\" --begins 2026-05-04 --ends 2027-05-03 --hours 35",
                Message(fr: "25 apprentis d'une visite : colonnes name, born", en: "25 apprentices of a visit: columns name, born")),
            .init("fundctl agreement sign", Message(fr: "dans un terminal : demande ce qui manque", en: "in a terminal: asks for what is missing")),
        ],
        details: [
            Message(
                fr: """
                    La signature compte au mois de la dernière des trois signatures et au bureau de l'entente. L'âge, la durée \
                    et les heures sont vérifiés ici.
                    """,
                en: """
                    The signing counts in the month of the last of the three signatures and at the agreement's office. Age, term \
                    and hours are checked here.
                    """),
            Message(
                fr: """
                    Un fichier d'apprentis a les colonnes name et born, et peut avoir companion, hours, apprentice-signed. Ce qui \
                    ne peut être écrit va dans un fichier de rejets (--rejects), à corriger et à renvoyer tel quel; il contient \
                    des renseignements personnels.
                    """,
                en: """
                    A file of apprentices has the columns name and born, and may have companion, hours, apprentice-signed. What \
                    cannot be written goes into a file of rejects (--rejects), to be mended and sent again as it is; it holds \
                    personal information.
                    """),
        ])

    @Argument(help: .init(fr: "Une ébauche; sans elle, l'entente est ébauchée aussi.", en: "A draft; without one, the agreement is drafted too.", value: ("numéro", "id")))
    var agreement: String?

    @OptionGroup var party: AgreementPartyOptions
    @OptionGroup var terms: AgreementTermOptions

    @Option(help: .init(fr: "Un fichier CSV d'apprentis : le reste est commun à tous.", en: "A CSV file of apprentices: all else is common to them.", value: ("fichier", "file")))
    var apprentices: String?

    @Option(help: .init(fr: "Où vont les rangées rejetées; sinon FICHIER.rejects.csv.", en: "Where rejected rows go; else FILE.rejects.csv.", value: ("fichier", "file")))
    var rejects: String?

    @OptionGroup var step: GrantStepOptions
    @OptionGroup var slip: SlipOption
    @OptionGroup var write: WriteOptions
    @OptionGroup var global: GlobalOptions

    func perform(_ call: Invocation) throws -> CommandResult {
        if apprentices != nil {
            let others: [(String, String?)] = [
                ("--apprentice", party.apprentice), ("--apprentice-subject", party.apprenticeSubject), ("AGR-…", agreement),
            ]
            if let other = others.first(where: { $0.1 != nil }) {
                throw CommandLineError(.exclusiveOptions, ["option": "--apprentices", "other": other.0])
            }
            return try AgreementGroup(self, call).perform()
        }
        if let agreement { return try sign(AgreementID(parsing: SlipID.held(agreement)), call) }
        if try isAsking(call) { return try AgreementInterview(self, call).perform() }
        let day = try step.day(call)
        let order = try party.order(terms: terms.read(on: day, command: "agreement sign"), on: day, command: "agreement sign")
        return try draftAndSign(order, call)
    }

    /// Whether something is missing that a person at a terminal can be asked.
    private func isAsking(_ call: Invocation) throws -> Bool {
        let given: [Any?] = [
            party.apprentice ?? party.apprenticeSubject, party.employer, party.office, party.standard, terms.begins,
            terms.ends, terms.hours, party.companion.companion ?? party.companion.companionSubject,
        ]
        return given.contains { $0 == nil } && slip.slip == nil && call.prompter.canAsk
    }

    /// Drafts and signs in one batch.
    func draftAndSign(_ order: AgreementOrder, _ call: Invocation) throws -> CommandResult {
        let request = DeskRequest(
            command: "agreement-sign", content: party.content.merging(terms.content) { first, _ in first }, date: step.date, documents: step.documents,
            slip: slip.slip, write: write, person: order.apprentice)
        return try call.take(request, AgreementSigned.self, title: Self.title) { place in
            var order = order
            order.documents = place.documents
            return try place.desk.write(order, drawing: place.drawing)
        }
    }

    private func sign(_ id: AgreementID, _ call: Invocation) throws -> CommandResult {
        let terms = try terms.read(on: step.day(call), command: "agreement sign")
        let companion = try party.companion.typed()
        let content = ["agreement": id.text, "companion-subject": party.companion.companionSubject ?? ""]
        let request = DeskRequest(
            command: "agreement-sign", content: content.merging(self.terms.content) { first, _ in first }, date: step.date, documents: step.documents,
            slip: slip.slip, write: write, person: companion)
        return try call.take(request, AgreementSigned.self, title: Self.title) { place in
            try place.desk.sign(
                id, terms, companion: companion, on: place.day, documents: place.documents, drawing: place.drawing)
            return id
        }
    }

    static func title(_ isDryRun: Bool) -> Message {
        isDryRun
            ? Message(fr: "L'entente serait signée.", en: "The agreement would be signed.")
            : Message(fr: "L'entente est signée.", en: "The agreement is signed.")
    }
}
