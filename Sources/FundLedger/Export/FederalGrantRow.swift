import ReferenceData

/// An agreement, or an amendment, under the field names of the federal template of grants and contributions
/// (open-data/ckanext-canada, tables/grants.yaml, version 3 of 2025-12-01).
struct FederalGrantRow {
    static let columns = [
        "ref_number", "amendment_number", "amendment_date", "agreement_type", "recipient_type",
        "recipient_business_number", "recipient_legal_name", "recipient_operating_name", "research_organization_name",
        "recipient_country", "recipient_province", "recipient_city", "recipient_postal_code", "federal_riding_name_en",
        "federal_riding_name_fr", "federal_riding_number", "prog_name_en", "prog_name_fr", "prog_purpose_en",
        "prog_purpose_fr", "agreement_title_en", "agreement_title_fr", "agreement_number", "agreement_value",
        "foreign_currency_type", "foreign_currency_value", "agreement_start_date", "agreement_end_date", "coverage",
        "description_en", "description_fr", "naics_identifier", "expected_results_en", "expected_results_fr",
        "additional_information_en", "additional_information_fr",
    ]

    let grant: PublishedGrant
    let version: PublishedGrant.Version

    init(_ grant: PublishedGrant, _ version: PublishedGrant.Version) {
        self.grant = grant
        self.version = version
    }

    var values: [String: GrantPublication.Value] {
        let row = grant.row
        var values: [String: GrantPublication.Value] = [
            "ref_number": .text(reference), "amendment_number": .number(version.number),
            "amendment_date": version.number == 0 ? .blank : .date(version.date),
            // An agreement of section 19 pays eligible costs that are claimed and accounted for: a contribution.
            "agreement_type": grant.isImported ? .blank : .text("C"),
            "recipient_type": grant.isPerson ? .text("P") : .blank, "recipient_legal_name": .of(grant.name),
            "prog_name_en": .of(grant.program.nameEnglish), "prog_name_fr": .text(grant.program.name),
            "agreement_title_fr": .text(row.title), "agreement_number": .text(grant.source ?? row.id.text),
            "agreement_value": .amount(version.cents), "agreement_start_date": .date(grant.begun),
            "agreement_end_date": .of(version.ends), "description_fr": .of(version.objectives),
            "expected_results_fr": .of(version.results),
        ]
        if version.isTermination {
            values["additional_information_en"] = .text("termination")
            values["additional_information_fr"] = .text("résiliation")
        }
        if grant.isPerson {
            values["recipient_legal_name"] = nil
            values["agreement_title_fr"] = .text(grant.program.name)
            values["description_fr"] = nil
            values["expected_results_fr"] = nil
        }
        return values
    }

    /// `FNF-2026-2027-Q1-00001`: the fund, the fiscal year and quarter of the agreement, the grant's number.
    private var reference: String {
        let start = grant.begun
        let quarter = (start.month + 8) % 12 / 3 + 1
        let digits = String(grant.row.id.number)
        let zeros = String(repeating: "0", count: max(0, 5 - digits.utf8.count))
        let year = start.month >= 4 ? start.year : start.year - 1
        return "\(grant.row.id.fund.idPrefix)-\(year)-\(year + 1)-Q\(quarter)-\(zeros)\(digits)"
    }
}
