import ArgumentParser

/// `fundctl period hold P --fund F`: its place in the contract; the rule itself is not built yet.
struct PeriodHold: FundctlCommand {
    static let help = CommandHelp(
        "hold", summary: Message(fr: "Réserve une période à qui la ferme (version à venir)", en: "Holds a period for those who close (in a later version)"),
        examples: [.init("fundctl period hold 2026-P05 --fund FNF")])

    @Argument(help: .init(fr: "La période, comme 2026-P05.", en: "The period, such as 2026-P05.", value: ("période", "period")))
    var period: String

    @OptionGroup var fund: FundOption
    @OptionGroup var write: WriteOptions
    @OptionGroup var global: GlobalOptions

    func perform(_ call: Invocation) throws -> CommandResult {
        throw CommandLineError(.comesLater, ["command": CommandPath.line(call.path)])
    }
}
