/// All error codes and their words. A file per prefix lies in `Texts/Errors`; a new code is one entry there.
enum ErrorCatalogue {
    /// Every entry, in the order of the files.
    static let texts: [ErrorText] =
        commandLine + bookCommands + checks + storage + amountsAndDates + identifiers
        + records + keyFiles + persons + notes + registers + exports + bundles
        + witnesses + proofs + subjects + timeStamps + outsideCommands
        + accounts + books + entries + journal + envelopes + budgetActs + commitments
        + importFiles + importRows + importMaps
        + rules + transfers + allocations + registries
        + levies + payments + banks
        + reports + grantLives + grantMoney + grantCoverage + grantImports
        + services + serviceImports + employers + interventions + committees
        + agreementLives + agreementParties + agreementFiles + participations + slips
        + indicators

    private static let byCode: [String: ErrorText] = Dictionary(
        texts.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })

    static func text(for code: String) -> ErrorText? { byCode[code] }

    /// `failed` for a code that has no entry; a test sees to it that there is none.
    static func exitStatus(of code: String) -> ExitStatus { byCode[code]?.exit ?? .failed }
}
