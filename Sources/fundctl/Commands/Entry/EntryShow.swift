import ArgumentParser
import AuditTrail
import FundLedger
import ReferenceData

/// `fundctl entry show ID`.
struct EntryShow: FundctlCommand {
    static let help = CommandHelp(
        "show", summary: Message(fr: "Montre une écriture et ce qui lui est arrivé", en: "Shows an entry and what happened to it"),
        examples: [.init("fundctl entry show FNF-2026-000007")])

    @Argument(help: .init(fr: "Le numéro de l'écriture.", en: "The entry's id.", value: ("numéro", "id")))
    var id: String

    @OptionGroup var global: GlobalOptions

    func perform(_ call: Invocation) throws -> CommandResult {
        let id = try EntryID(parsing: id)
        let view = try call.openBookToRead().read { reading in
            let session = try reading.register(id.fund.rawValue)
            return try EntryView(FundReader(session).entry(id), in: session)
        }
        return CommandResult(json: ["entry": view.json], text: view.text)
    }
}
