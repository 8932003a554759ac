import ArgumentParser

/// `fundctl period close P --fund F`: its place in the contract; the rule itself is not built yet.
struct PeriodClose: FundctlCommand {
    static let help = CommandHelp(
        "close", summary: Message(fr: "Ferme une période (version à venir)", en: "Closes a period (in a later version)"),
        examples: [.init("fundctl period close 2026-P05 --fund FNF")])

    @Argument(help: .init(fr: "La période, comme 2026-P05.", en: "The period, such as 2026-P05.", value: ("période", "period")))
    var period: String

    @OptionGroup var fund: FundOption
    @OptionGroup var write: WriteOptions
    @OptionGroup var global: GlobalOptions

    func perform(_ call: Invocation) throws -> CommandResult {
        throw CommandLineError(.comesLater, ["command": CommandPath.line(call.path)])
    }
}
