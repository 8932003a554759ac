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
        try naming.check(for: id)
        let request = WriteRequest(
            registers: [fund.rawValue],
            content: ["command": "recipient-rename", "name": .string(naming.name ?? ""), "recipient": .string(id)],
            options: write)
        let done = try call.write(request, to: call.openBook()) { transaction in
            let session = try transaction.register(fund.rawValue)
            _ = try Recipients(session).change(id, naming.recorded(in: session, call.edge))
            return try RecipientView(Recipients(session).recipient(id), in: session)
        } again: { reading, receipts in
            guard let found = try reading.records(RecipientChanged.self, of: receipts).first else {
                throw RegistryError(.recipientUnknown, ["recipient": id, "fund": fund.rawValue, "nearest": ""])
            }
            try naming.requireSame(found.record.name, in: found.session, key: write.idempotencyKey)
            return try RecipientView(Recipients(found.session).recipient(id), in: found.session)
        }
        let title =
            write.dryRun
            ? Message(fr: "Le bénéficiaire \(id) changerait de nom.", en: "The recipient \(id) would be renamed.")
            : Message(fr: "Le bénéficiaire \(id) a changé de nom.", en: "The recipient \(id) is renamed.")
        return done.value.result(title, fund, done)
    }
}
