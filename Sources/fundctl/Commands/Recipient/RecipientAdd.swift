import ArgumentParser
import AuditTrail
import FundLedger
import ReferenceData

/// `fundctl recipient add ID --fund F --name N`.
struct RecipientAdd: FundctlCommand {
    static let help = CommandHelp(
        "add", summary: Message(fr: "Inscrit un bénéficiaire", en: "Enters a recipient"),
        examples: [
            .init("fundctl recipient add 1140000013 --fund FNF --name \"Bois ouvrés du Nord inc.\""),
            .init(
                "fundctl recipient add X-conseil-de-bande-12 --fund FDMT --name \"Conseil de bande de Pessamit\"",
                Message(fr: "un organisme sans NEQ", en: "an organisation without a NEQ")),
        ],
        details: [
            Message(
                fr: """
                    L'identifiant est un NEQ, ou X- suivi d'un identifiant du fonds. Le nom d'une personne, dont une \
                    entreprise individuelle (NEQ en 22), ne s'écrit dans aucun enregistrement : --person le garde à part, \
                    sous un engagement, et il s'efface.
                    """,
                en: """
                    The identifier is a NEQ, or X- and an identifier of the fund's own. The name of a person, a sole \
                    proprietor (NEQ in 22) too, is written in no record: --person keeps it apart, under a commitment, and \
                    it can be erased.
                    """)
        ])

    @Argument(help: .init(fr: "Le NEQ, ou X- et un identifiant.", en: "The NEQ, or X- and an identifier.", value: ("id", "id")))
    var id: String

    @OptionGroup var fund: FundOption
    @OptionGroup var naming: RecipientNaming
    @OptionGroup var write: WriteOptions
    @OptionGroup var global: GlobalOptions

    func perform(_ call: Invocation) throws -> CommandResult {
        let fund = try fund.code()
        let done = try naming.write(id, in: fund, command: "recipient-add", write, call) { try $0.add(id, $1) }
        let title =
            write.dryRun
            ? Message(fr: "Le bénéficiaire \(id) serait inscrit.", en: "The recipient \(id) would be entered.")
            : Message(fr: "Le bénéficiaire \(id) est inscrit.", en: "The recipient \(id) is entered.")
        return done.value.result(title, fund, done)
    }
}
