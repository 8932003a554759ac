import ArgumentParser
import AuditTrail
import FundLedger
import ReferenceData

/// `fundctl grant close ID`.
struct GrantClose: FundctlCommand {
    static let help = CommandHelp(
        "close", summary: Message(fr: "Ferme une subvention et désengage ce qui reste, au cent", en: "Closes a grant and decommits what is left, to the cent"),
        examples: [.init("fundctl grant close FNF-G-000001")],
        details: [
            Message(
                fr: """
                    Le rapport final est reçu, toutes les demandes de versement sont réglées, les avances couvertes ou mises à \
                    récupérer, les retenues libérées et payées.
                    """,
                en: """
                    The final report is in, all claims are settled, advances covered or recovered, holdbacks released and paid.
                    """)
        ])

    @OptionGroup var grant: GrantArgument
    @OptionGroup var step: GrantStepOptions
    @OptionGroup var write: WriteOptions
    @OptionGroup var global: GlobalOptions

    func perform(_ call: Invocation) throws -> CommandResult {
        let id = try grant.id()
        let request = GrantStepRequest(
            fund: id.fund, command: "grant-close", content: ["grant": id.text], step: step,
            write: write)
        let done = try call.take(request) { grants, notes in
            try grants.close(id, notes)
        }
        return done.result(
            write.dryRun
                ? Message(fr: "La subvention serait fermée.", en: "The grant would be closed.")
                : Message(fr: "La subvention est fermée.", en: "The grant is closed."))
    }
}
