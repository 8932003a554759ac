import ArgumentParser

/// `fundctl period reopen P --fund F`: its place in the contract; the rule itself is not built yet.
struct PeriodReopen: FundctlCommand {
    static let help = CommandHelp(
        "reopen", summary: Message(fr: "Rouvre la dernière période fermée (version à venir)", en: "Reopens the last closed period (in a later version)"),
        examples: [.init("fundctl period reopen 2026-P05 --fund FNF")])

    @Argument(help: .init(fr: "La période, comme 2026-P05.", en: "The period, such as 2026-P05.", value: ("période", "period")))
    var period: String

    @OptionGroup var fund: FundOption
    @OptionGroup var write: WriteOptions
    @OptionGroup var global: GlobalOptions

    func perform(_ call: Invocation) throws -> CommandResult {
        throw CommandLineError(.comesLater, ["command": CommandPath.line(call.path)])
    }
}
