// The accounts of the statement of financial position.
extension ChartTemplate {
    static let assets: [Row] = [
        Row("1000", "Encaisse", "Cash", .cash),
        // Credited when a payment is issued, debited when the bank clears or rejects it (DESIGN 6).
        Row("1010", "Paiements en circulation", "Payments in transit", .cash),
        Row("1100", "Placements", "Investments", .investments),
        // D-8.3 s. 3; estimated at 31 March (SP 3510), remitted by Revenu Québec.
        Row("1200", "Cotisations à recevoir", "Levies receivable", .leviesReceivable, only: .fnf),
        // The fees of the qualification act (seed 595-603).
        Row("1210", "Droits à recevoir", "Fees receivable", .feesReceivable, only: .fdmt),
        // M-15.001 s. 60: appropriations paid by the minister.
        Row(
            "1220", "Crédits à recevoir du ministère", "Appropriations receivable", .appropriationsReceivable,
            only: .fdmt),
        Row(
            "1230", "Sommes à recevoir en vertu d’ententes", "Receivable under agreements", .agreementsReceivable,
            only: .fdmt),
        Row("1240", "Intérêts courus à recevoir", "Accrued interest receivable", .interestReceivable),
        Row("1290", "Autres débiteurs", "Other receivables", .otherReceivable),
        Row("1300", "Avances aux bénéficiaires", "Advances to recipients", .advancesToRecipients),
        Row("1400", "Sommes à récupérer des bénéficiaires", "Recoverable from recipients", .recoverableFromRecipients),
        Row("1490", "Provision pour créances douteuses", "Allowance for doubtful accounts", .allowanceForDoubtful),
        Row("1700", "Dû par le FDMT", "Due from the FDMT", .dueFromFund, only: .fnf),
        Row("1700", "Dû par le FNF", "Due from the FNF", .dueFromFund, only: .fdmt),
        Row("1800", "Charges payées d’avance", "Prepaid expenses", .prepaid),
        // The FDMT carries the administration of the services (seed 595-603).
        Row("1900", "Immobilisations corporelles", "Tangible capital assets", .capitalAssets, only: .fdmt),
        Row("1990", "Amortissement cumulé", "Accumulated amortisation", .accumulatedAmortisation, only: .fdmt),
    ]

    static let liabilities: [Row] = [
        Row("2000", "Fournisseurs et charges à payer", "Suppliers and accrued liabilities", .suppliers),
        Row("2010", "Traitements et charges sociales à payer", "Payroll and payroll charges payable", .payroll),
        Row(
            "2020", "Vacances et congés de maladie à payer", "Vacation and sick leave payable", .employeeBenefits,
            only: .fdmt),
        Row("2100", "Subventions à payer", "Grants payable", .grantsPayable),
        Row("2110", "Retenues à payer", "Holdbacks payable", .holdbacks),
        // SP 3410: eligible work not yet claimed at 31 March; reversed on 1 April.
        Row("2120", "Subventions courues à payer", "Accrued grants payable", .accruedGrants),
        // Adjustments of earlier taxation years in Revenu Québec's lump sums.
        Row("2200", "Cotisations à rembourser", "Levies refundable", .leviesRefundable, only: .fnf),
        // M-15.001 s. 60: advances of the minister of Finance.
        Row(
            "2300", "Avances du ministre des Finances", "Advances of the minister of Finance", .financeAdvances,
            only: .fdmt),
        Row("2310", "Intérêts courus à payer", "Accrued interest payable", .interestPayable, only: .fdmt),
        // SP 3100: restricted from outside, by agreement or another government's law, until used.
        Row("2400", "Revenus reportés", "Deferred revenue", .deferredRevenue),
        Row("2410", "Droits perçus d’avance", "Fees received in advance", .unearnedRevenue, only: .fdmt),
        Row("2490", "Autres créditeurs", "Other payables", .otherPayable),
        Row("2700", "Dû au FDMT", "Due to the FDMT", .dueToFund, only: .fnf),
        Row("2700", "Dû au FNF", "Due to the FNF", .dueToFund, only: .fdmt),
    ]

    static let netAssets: [Row] = [
        Row("3000", "Excédent cumulé non affecté", "Accumulated surplus, unrestricted", .unrestricted),
        // SP 2120: an error of a closed year corrects the opening surplus, it does not reopen the year.
        Row("3010", "Redressements de l’excédent d’ouverture", "Corrections of the opening surplus", .unrestricted),
        // Labour Standards Act s. 141.1: fines earmarked for reclassification assistance (M-15.001 s. 60).
        Row(
            "3100", "Excédent affecté à l’aide au reclassement", "Surplus restricted to reclassification assistance",
            .restricted, only: .fdmt),
        // D-8.3 r. 7 s. 12: reserved at most three years for the workforce that the mutual served.
        Row(
            "3110", "Excédent affecté – mutuelles de formation fermées (3 ans au plus)",
            "Surplus restricted – closed training mutuals (3 years at most)", .restricted, only: .fnf),
        Row(
            "3200", "Gains et pertes de réévaluation cumulés", "Accumulated remeasurement gains and losses",
            .remeasurement),
    ]
}
