import FundLedger

extension ErrorCatalogue {
    /// E-RPT: reports.
    static let reports: [ErrorText] = [
        ErrorText(
            ReportError.Code.attributeUnknown, .refused,
            fr: .init(
                what: "Aucune enveloppe {year} du fonds {fund} ne porte l'attribut « {attribute} ».",
                why: "Un rapport réunit les enveloppes par un attribut que l'une d'elles au moins porte.",
                next: "[?Vouliez-vous dire « {nearest} » ? ][?Attributs portés : {known}. ]« fundctl envelope list --fund {fund} --year {year} --format csv » les montre."),
            en: .init(
                what: "No envelope of {year} of the fund {fund} has the attribute \"{attribute}\".",
                why: "A report puts envelopes together by an attribute that at least one of them has.",
                next: "[?Did you mean \"{nearest}\"? ][?Attributes they have: {known}. ]\"fundctl envelope list --fund {fund} --year {year} --format csv\" shows them."))
    ]
}
