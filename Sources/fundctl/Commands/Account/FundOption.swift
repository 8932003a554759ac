import ArgumentParser
import ReferenceData

/// `--fund F`, of every command that acts in one fund.
struct FundOption: ParsableArguments {
    @Option(name: .customLong("fund"), help: .init(fr: "Le fonds : FNF ou FDMT.", en: "The fund: FNF or FDMT.", value: ("fonds", "fund")))
    var text: String

    /// Refuses: E-REF-030.
    func code() throws -> FundCode { try FundCode(parsing: text) }
}

extension FundCode {
    /// As a value of JSON and as people write it.
    var shown: String { idPrefix }
}
