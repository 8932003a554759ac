/// `fundctl report`: what the books say.
enum ReportNoun {
    static let noun = Noun(
        "report", summary: Message(fr: "Les rapports tirés des livres", en: "The reports that the books give"),
        [
            TrialBalanceReport.self, GeneralLedgerReport.self, BudgetReport.self, CommitmentsReport.self, GrantsReport.self,
            PaymentsReport.self, LeviesReport.self,
            AccountabilityReport.self,
        ])
}
