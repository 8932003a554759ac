import ArgumentParser

/// `fundctl year close Y --fund F`: its place in the contract; the closing itself is not built yet.
struct YearClose: FundctlCommand {
    static let help = CommandHelp(
        "close", summary: Message(fr: "Ferme un exercice (version à venir)", en: "Closes a fiscal year (in a later version)"),
        examples: [.init("fundctl year close 2026-2027 --fund FNF")])

    @Argument(help: .init(fr: "L'exercice, comme 2026-2027.", en: "The year, such as 2026-2027.", value: ("exercice", "year")))
    var year: String

    @OptionGroup var fund: FundOption
    @OptionGroup var write: WriteOptions
    @OptionGroup var global: GlobalOptions

    func perform(_ call: Invocation) throws -> CommandResult {
        throw CommandLineError(.comesLater, ["command": CommandPath.line(call.path)])
    }
}
