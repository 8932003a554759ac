import ArgumentParser
import AuditTrail
import FundLedger
import ReferenceData

/// `fundctl recipient rename ID --fund F --name N`.
struct RecipientRename: FundctlCommand {
    static let help = CommandHelp(
        "rename", summary: Message(fr: "Change le nom d'un bénéficiaire", en: "Changes the name of a recipient"),
        examples: [.init("fundctl recipient rename 1140000013 --fund FNF --name \"Bois ouvrés du Nord et fils inc.\"")],
        details: [
            Message(
                fr: "Une convention signée garde le nom qu'elle portait.",
                en: "A signed agreement keeps the name that it had.")
        ])

    @Argument(help: .init(fr: "Le NEQ, ou X- et un identifiant.", en: "The NEQ, or X- and an identifier.", value: ("id", "id")))
    var id: String

    @OptionGroup var fund: FundOption
    @OptionGroup var naming: RecipientNaming
    @OptionGroup var write: WriteOptions
    @OptionGroup var global: GlobalOptions

    func perform(_ call: Invocation) throws -> CommandResult {
        let fund = try fund.code()
        let done = try naming.write(id, in: fund, command: "recipient-rename", write, call) { try $0.change(id, $1) }
        let title =
            write.dryRun
            ? Message(fr: "Le bénéficiaire \(id) changerait de nom.", en: "The recipient \(id) would be renamed.")
            : Message(fr: "Le bénéficiaire \(id) a changé de nom.", en: "The recipient \(id) is renamed.")
        return done.value.result(title, fund, done)
    }
}
